// Put something into a dossier: claims and happenings by words or by id, or a text of one's own.
import { useEffect, useState } from "preact/hooks";
import { get, inWords } from "../api";
import type { ClaimLine, ClaimPage, DossierAsk, HappeningLine, HappeningPage, Item } from "../contract";
import { has } from "../dossier";
import { useSession } from "../frame";
import type { Known } from "../pages/dossier";
import { days, kind as words } from "../words";

interface Asked {
  dossier: DossierAsk;
  known: Known;
  setKnown: (to: (before: Known) => Known) => void;
  add: (item: Item) => void;
}

type Sort = "claim" | "happening";
const ID = /^([ce])[0-9a-f]{16}$/;
const WAIT = 300;

interface Found {
  claims: ClaimLine[];
  happenings: HappeningLine[];
}

/** What stands under an id, or what has the words. */
async function find(sort: Sort, asked: string, stop: AbortSignal): Promise<Found> {
  const id = ID.exec(asked);
  if (id?.[1] === "c") return { claims: [(await get<{ line: ClaimLine }>(`/claims/${asked}.json`, stop)).line], happenings: [] };
  if (id?.[1] === "e") return { claims: [], happenings: [(await get<{ line: HappeningLine }>(`/happenings/${asked}.json`, stop)).line] };
  const query = new URLSearchParams({ text: asked, limit: "8" });
  if (sort === "claim") return { claims: (await get<ClaimPage>(`/claims.json?${query}`, stop)).rows, happenings: [] };
  return { claims: [], happenings: (await get<HappeningPage>(`/happenings.json?${query}`, stop)).rows };
}

export function AddParts({ dossier, setKnown, add }: Asked) {
  const who = useSession();
  const [sort, setSort] = useState<Sort>("claim");
  const [asked, setAsked] = useState("");
  const [found, setFound] = useState<Found | null>(null);
  const [error, setError] = useState("");
  useEffect(() => {
    setError("");
    if (!asked.trim()) return setFound(null);
    const stop = new AbortController();
    const later = window.setTimeout(() => {
      find(sort, asked.trim(), stop.signal).then(setFound, (trouble: unknown) => {
        if (!stop.signal.aborted) setError(inWords(trouble));
      });
    }, WAIT);
    return () => {
      window.clearTimeout(later);
      stop.abort();
    };
  }, [asked, sort]);
  const put = (kind: Sort, line: ClaimLine | HappeningLine): void => {
    const ref = "claim" in line && typeof line.claim === "object" ? line.claim.id : (line as HappeningLine).id;
    setKnown((k) => (kind === "claim" ? { ...k, claims: { ...k.claims, [ref]: line as ClaimLine } } : { ...k, happenings: { ...k.happenings, [ref]: line as HappeningLine } }));
    add({ kind, ref, text: "", who: "" });
  };
  return (
    <section class="card stack" aria-labelledby="add">
      <h2 id="add">Add a part</h2>
      <button onClick={() => add({ kind: "text", ref: "", text: "", who: who?.name ?? "" })}>Text of your own</button>
      <div class="row" role="group" aria-label="Look among">
        <button aria-pressed={sort === "claim"} onClick={() => setSort("claim")}>
          Claims
        </button>
        <button aria-pressed={sort === "happening"} onClick={() => setSort("happening")}>
          Happenings
        </button>
      </div>
      <label>
        Words, or an id
        <input type="search" value={asked} onInput={(e) => setAsked(e.currentTarget.value)} />
      </label>
      {error && <p class="trouble" role="alert">{error}</p>}
      <ul class="list hits" aria-label="Found" aria-live="polite">
        {found?.claims.map((c) => (
          <Hit key={c.claim.id} there={has(dossier, "claim", c.claim.id)} add={() => put("claim", c)} name={c.words}>
            {c.words} <span class="soft">— {c.chain}</span>
          </Hit>
        ))}
        {found?.happenings.map((h) => (
          <Hit key={h.id} there={has(dossier, "happening", h.id)} add={() => put("happening", h)} name={`${words(h.kind)} ${h.first}`}>
            {words(h.kind)}
            {h.places[0] && `, ${h.places[0]}`}, {days(h.first, h.last)} <span class="soft">— {h.counted}</span>
          </Hit>
        ))}
        {found && found.claims.length + found.happenings.length === 0 && <li class="soft">Nothing has these words. Try fewer, or look among {sort === "claim" ? "happenings" : "claims"}.</li>}
      </ul>
    </section>
  );
}

function Hit({ there, add, name, children }: { there: boolean; add: () => void; name: string; children: preact.ComponentChildren }) {
  return (
    <li class="small">
      <span>{children}</span>
      {there ? <span class="soft">is in it</span> : <button onClick={add} aria-label={`Add: ${name}`}>Add</button>}
    </li>
  );
}
