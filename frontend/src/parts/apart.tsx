// Who denies a happening, why its tellings are held to be one, and what came close but was left apart.
import { useState } from "preact/hooks";
import type { HappeningDetail, MatchLine } from "../contract";
import { may, useSession } from "../frame";
import { count } from "../words";

const FIRST = 4;

export function Denials({ data }: { data: HappeningDetail }) {
  const denying = data.tellings.filter((t) => t.denies);
  return (
    <>
      <h2>Who denies it</h2>
      {denying.length === 0 && <p class="soft">No claim of it that this ledger holds is a denial.</p>}
      <ul class="list">
        {denying.map((t) => (
          <li key={t.claim}>
            <blockquote>
              <a class="words" href={`/claims/${t.claim}`}>
                {t.words}
              </a>{" "}
              <span class="soft small">
                — {t.chain}, {t.article.published}
              </span>
            </blockquote>
          </li>
        ))}
      </ul>
    </>
  );
}

export function Near({ data, merge }: { data: HappeningDetail; merge: (other: string) => void }) {
  const who = useSession();
  const [all, setAll] = useState(false);
  const words = new Map(data.tellings.map((t) => [t.claim, t.words]));
  const shown = all ? data.near : data.near.slice(0, FIRST);
  return (
    <>
      {data.together.length > 0 && (
        <details>
          <summary>Why these are held to be one happening: {count(data.together.length, "pair")}</summary>
          <ul class="list">
            {data.together.map((m) => (
              <li key={m.one + m.other} class="card">
                <div class="sides">
                  <Words claim={m.one_claim} words={words} />
                  <Words claim={m.other_claim} words={words} />
                </div>
                <Reasons match={m} />
              </li>
            ))}
          </ul>
        </details>
      )}
      <h2>Came close, left apart</h2>
      {data.near.length === 0 && <p class="soft">Nothing else in the ledger came close.</p>}
      {shown.map((m) => (
        <div key={m.one + m.other} class="card">
          <blockquote>{m.other_words}</blockquote>
          <Reasons match={m} />
          {m.other_happening && (
            <p class="row">
              <a href={`/happenings/${m.other_happening}`}>That happening</a>
              {may(who, "reviewer") && <button onClick={() => merge(m.other_happening)}>They are one: merge</button>}
            </p>
          )}
        </div>
      ))}
      {shown.length < data.near.length && (
        <p>
          <button onClick={() => setAll(true)}>{data.near.length - shown.length} more</button>
        </p>
      )}
    </>
  );
}

function Words({ claim, words }: { claim: string; words: Map<string, string> }) {
  return (
    <blockquote class="small">
      <a class="words" href={`/claims/${claim}`}>
        {words.get(claim) || "this claim"}
      </a>
    </blockquote>
  );
}

function Reasons({ match: m }: { match: MatchLine }) {
  return (
    <p class="small soft">
      {m.score.toFixed(1)} points: {m.reasons.join("; ")}
    </p>
  );
}
