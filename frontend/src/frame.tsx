// What stands around every page: the way to the others, who is at the desk, and the keys.
import type { ComponentChildren } from "preact";
import { createContext } from "preact";
import { useContext, useEffect, useRef, useState } from "preact/hooks";
import { go } from "./address";
import { inWords, send, session } from "./api";
import type { Session } from "./contract";
import { Login } from "./parts/login";
import { Keys } from "./parts/keys";

const PLACES: [string, string, string][] = [
  ["/", "Board", "b"],
  ["/claims", "Claims", "c"],
  ["/happenings", "Happenings", "h"],
  ["/articles", "Articles", "a"],
  ["/sources", "Sources", "s"],
  ["/review", "Review", "r"],
  ["/dossiers", "Dossiers", "d"],
  ["/compare", "Compare", "p"],
];

const SessionContext = createContext<Session | null>(null);

/** Who is at the desk, and what they may do. */
export function useSession(): Session | null {
  return useContext(SessionContext);
}

const RANK = ["", "reader", "coder", "reviewer", "custodian"];

/** Whether the person at the desk may do what a role may. */
export function may(who: Session | null, role: "reader" | "coder" | "reviewer" | "custodian"): boolean {
  return who !== null && RANK.indexOf(who.role) >= RANK.indexOf(role);
}

export function Frame({ path, children }: { path: string; children: ComponentChildren }) {
  const [who, setWho] = useState<Session | null>(null);
  const [error, setError] = useState("");
  const [keys, setKeys] = useState(false);
  const load = (): void => {
    session().then(setWho, (trouble: unknown) => setError(inWords(trouble)));
  };
  useEffect(load, []);
  useJumps(() => setKeys((shown) => !shown));
  const locked = who !== null && who.accounts && who.role === "";
  return (
    <SessionContext.Provider value={who}>
      <a class="skip" href="#page">
        To the page
      </a>
      <header class="bar">
        <a class="brand" href="/" title="On whose say-so?">
          sayso
        </a>
        <nav aria-label="Pages">
          {PLACES.map(([to, name, key]) => (
            <a key={to} href={to} aria-current={here(path, to) ? "page" : undefined} aria-keyshortcuts={`g ${key}`}>
              {name}
            </a>
          ))}
        </nav>
        <Who who={who} />
      </header>
      {error && <p class="trouble" role="alert">{error}</p>}
      <div id="page" tabIndex={-1}>
        {locked ? <Login done={load} /> : children}
      </div>
      <footer class="foot">
        Machine readings: nobody has verified them unless a name stands beside them. Sayso says who said what, never what is true.{" "}
        <a href={twin(path)} title="This page as JSON">JSON</a> · <button class="plain" onClick={() => setKeys(true)}>Keys (?)</button>
      </footer>
      {keys && <Keys close={() => setKeys(false)} />}
    </SessionContext.Provider>
  );
}

function twin(path: string): string {
  return `${path === "/" ? "/board" : path}.json${window.location.search}`;
}

function here(path: string, to: string): boolean {
  return to === "/" ? path === "/" : path === to || path.startsWith(`${to}/`);
}

function Who({ who }: { who: Session | null }) {
  if (!who) return null;
  const out = (): void => {
    void send("POST", "/logout.json", {}).finally(() => window.location.assign("/"));
  };
  return (
    <div class="person">
      <span title={who.ledger}>{who.claims.toLocaleString("en")} claims</span>
      {who.waiting > 0 && <span class="waiting" role="status">{who.waiting} articles waiting to be weighed</span>}
      {who.name && <span>{who.name} ({who.role})</span>}
      {who.accounts && who.role && <button class="plain" onClick={out}>Sign out</button>}
    </div>
  );
}

/** "g" and a letter go to a page, "/" to the search field, "?" shows the keys. */
function useJumps(showKeys: () => void): void {
  const waiting = useRef(false);
  useEffect(() => {
    const pressed = (event: KeyboardEvent): void => {
      const field = (event.target as Element | null)?.closest("input, textarea, select, [contenteditable]");
      if (field || event.ctrlKey || event.metaKey || event.altKey) return;
      if (waiting.current) {
        waiting.current = false;
        const to = PLACES.find(([, , key]) => key === event.key);
        if (to) {
          event.preventDefault();
          go(to[0]);
        }
      } else if (event.key === "g") {
        waiting.current = true;
        window.setTimeout(() => (waiting.current = false), 1500);
      } else if (event.key === "/") {
        const search = document.querySelector<HTMLInputElement>("input[type=search]");
        if (search) {
          event.preventDefault();
          search.focus();
        }
      } else if (event.key === "?") showKeys();
    };
    document.addEventListener("keydown", pressed);
    return () => document.removeEventListener("keydown", pressed);
  }, []);
}
