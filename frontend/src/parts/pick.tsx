// Look for claims and happenings to put into a dossier.
import { useState } from "preact/hooks";
import { get } from "../api";
import type { ClaimPage, HappeningPage } from "../contract";
import { days, kind } from "../words";

interface Found {
  kind: "claim" | "happening";
  ref: string;
  words: string;
  about: string;
}

export function Pick({ add }: { add: (kind: "claim" | "happening", ref: string) => void }) {
  const [text, setText] = useState("");
  const [found, setFound] = useState<Found[] | null>(null);
  const [error, setError] = useState("");
  const look = (event: Event): void => {
    event.preventDefault();
    const asked = `text=${encodeURIComponent(text)}&limit=8`;
    Promise.all([get<HappeningPage>(`/happenings.json?${asked}`), get<ClaimPage>(`/claims.json?${asked}`)]).then(
      ([happenings, claims]) => {
        setFound([
          ...happenings.rows.map((h): Found => ({ kind: "happening", ref: h.id, words: h.words, about: `${kind(h.kind)}, ${days(h.first, h.last)}, ${h.counted}` })),
          ...claims.rows.map((c): Found => ({ kind: "claim", ref: c.claim.id, words: c.words, about: c.chain })),
        ]);
        setError("");
      },
      (trouble: unknown) => setError(trouble instanceof Error ? trouble.message : String(trouble)),
    );
  };
  return (
    <section class="card">
      <h2>Add claims and happenings</h2>
      <form class="row" role="search" onSubmit={look}>
        <label>
          Words in them <input type="search" required value={text} onInput={(e) => setText(e.currentTarget.value)} />
        </label>
        <button>Look</button>
      </form>
      {error && <p class="trouble" role="alert">{error}</p>}
      {found?.length === 0 && <p class="empty">Nothing fits.</p>}
      <ul class="list">
        {found?.map((f) => (
          <li key={f.ref} class="row">
            <button onClick={() => add(f.kind, f.ref)}>Add</button>
            <span>
              <span class="tag">{f.kind}</span> “{f.words}” <span class="soft small">{f.about}</span>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
