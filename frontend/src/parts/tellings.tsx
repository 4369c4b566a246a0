// The claims that tell a happening, by day, each with its sentence and chain.
import { useState } from "preact/hooks";
import type { Telling } from "../contract";
import { may, useSession } from "../frame";

const FIRST = 15;

export function Tellings({ tellings, split }: { tellings: Telling[]; split: (claim: string) => void }) {
  const who = useSession();
  const [all, setAll] = useState(false);
  const core = tellings.filter((t) => t.core);
  const [more, setMore] = useState(false);
  const fitting = all ? tellings : core;
  const shown = more ? fitting : fitting.slice(0, FIRST);
  return (
    <>
      {shown.map((t) => (
        <article key={t.claim} class="card claim">
          <a class="words" href={`/claims/${t.claim}`}>
            {t.words}
          </a>
          <p class="chain small">
            <span class="soft">said by</span> {t.chain} <span class="soft">{t.article.published}</span>
          </p>
          <p class="row small">
            <a href={`/articles/${t.article.id}?claim=${t.claim}`}>{t.article.title || t.article.ref}</a>
            <span class="soft">origin: {t.origin || "unknown"}</span>
            {t.denies && <span class="tag contested">denies</span>}
            {!t.core && <span class="tag">goes on about it</span>}
            {t.state && <span class="tag doubt">{t.state}</span>}
            {may(who, "reviewer") && t.core && tellings.length > 1 && (
              <button class="plain" onClick={() => split(t.claim)}>
                Not this happening: split off
              </button>
            )}
          </p>
        </article>
      ))}
      {shown.length < fitting.length && (
        <p>
          <button onClick={() => setMore(true)}>{fitting.length - shown.length} more</button>
        </p>
      )}
      {core.length < tellings.length && (
        <p>
          <button onClick={() => setAll(!all)}>{all ? "Only those that tell it" : `Also ${tellings.length - core.length} that go on about it`}</button>
        </p>
      )}
    </>
  );
}
