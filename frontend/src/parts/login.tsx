// Signing in, where the desk has accounts.
import { useState } from "preact/hooks";
import { inWords, send } from "../api";

export function Login({ done }: { done: () => void }) {
  const [name, setName] = useState("");
  const [password, setPassword] = useState("");
  const [error, setError] = useState("");
  const enter = (event: Event): void => {
    event.preventDefault();
    send("POST", "/login.json", { name, password }).then(done, (trouble: unknown) => setError(inWords(trouble)));
  };
  return (
    <main class="login">
      <h1>Sign in</h1>
      <form onSubmit={enter}>
        <label>
          Name <input name="name" autoComplete="username" required value={name} onInput={(e) => setName(e.currentTarget.value)} />
        </label>
        <label>
          Password{" "}
          <input name="password" type="password" autoComplete="current-password" required value={password} onInput={(e) => setPassword(e.currentTarget.value)} />
        </label>
        <button class="main">Sign in</button>
        {error && <p class="trouble" role="alert">{error}</p>}
      </form>
    </main>
  );
}
