// Compare: a pasted text, or an article that the ledger holds: its claims, who else carries each, whose words it shares.
import { useState } from "preact/hooks";
import { inWords, send } from "../api";
import type { Carried, Compared } from "../contract";
import { Copies } from "../parts/copies";
import { HappeningCard } from "../parts/happeningcard";
import { Empty } from "../parts/state";
import { count } from "../words";
import "../article.css";
import "../map.css";

const READING = "Reading…";

export function ComparePage() {
  const [asked, setAsked] = useState({ text: "", address: "", outlet: "", published: "" });
  const [found, setFound] = useState<Compared | null>(null);
  const [state, setState] = useState("");
  const set = (name: string) => (event: { currentTarget: HTMLInputElement | HTMLTextAreaElement }) => setAsked({ ...asked, [name]: event.currentTarget.value });
  const ask = (event: Event): void => {
    event.preventDefault();
    setState(READING);
    send<Compared>("POST", "/compare.json", asked).then(
      (made) => {
        setFound(made);
        setState("");
      },
      (trouble: unknown) => {
        setFound(null);
        setState(inWords(trouble));
      },
    );
  };
  return (
    <main>
      <h1>Compare</h1>
      <p class="soft">Paste an article. Nothing is fetched and nothing is kept.</p>
      <form class="stack card" onSubmit={ask}>
        <label>
          Text <textarea value={asked.text} onInput={set("text")} />
        </label>
        <div class="row">
          <label>
            or the address of an article that this ledger holds <input type="url" value={asked.address} onInput={set("address")} />
          </label>
          <label>
            Outlet <input value={asked.outlet} onInput={set("outlet")} />
          </label>
          <label>
            Published <input type="date" value={asked.published} onInput={set("published")} />
          </label>
          <button class="main" disabled={state === READING}>Read and compare</button>
        </div>
        <p role="status">{state}</p>
      </form>
      {found && <Result found={found} />}
    </main>
  );
}

function Result({ found }: { found: Compared }) {
  return (
    <div class="cols compared">
      <section aria-live="polite">
        <h2>
          {count(found.claims.length, "claim")}, the most attributed first <span class="soft small">(read in {found.seconds.toFixed(1)} s)</span>
        </h2>
        {found.known && (
          <p>
            This ledger holds this very text: <a href={`/articles/${found.known}`}>the article</a>
          </p>
        )}
        {found.claims.length === 0 && <Empty>No claim was read in this text.</Empty>}
        {found.claims.map((c) => (
          <One key={c.claim.id} carried={c} />
        ))}
      </section>
      <aside class="stack">
        <Copies copies={found.copies} />
        {found.copies.length === 0 && <p class="card soft">No article of this ledger shares words with it.</p>}
      </aside>
    </div>
  );
}

function One({ carried }: { carried: Carried }) {
  return (
    <article class="card">
      <blockquote>{carried.words}</blockquote>
      <p>
        <span class="soft">said by</span> {carried.chain}
      </p>
      <p class="small soft">{carried.line}</p>
      {carried.happenings.length === 0 && <p class="small soft">No other telling was found in this ledger; that is not the same as nobody telling it.</p>}
      {carried.happenings.map((h) => (
        <HappeningCard key={h.happening.id} line={h.happening}>
          <p class="small soft">
            {h.score.toFixed(1)} points: {h.reasons.join("; ")}
          </p>
        </HappeningCard>
      ))}
    </article>
  );
}
