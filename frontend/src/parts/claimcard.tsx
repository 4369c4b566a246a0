// One claim in a list: its words, who says so through whom, and what was read in it.
import type { ComponentChildren } from "preact";
import type { ClaimLine } from "../contract";
import { count, days, figure, kind } from "../words";

export function ClaimCard({ line, picked = false, children }: { line: ClaimLine; picked?: boolean; children?: ComponentChildren }) {
  const { claim, article } = line;
  return (
    <article class={`card claim${picked ? " picked" : ""}`} id={claim.id} tabIndex={-1}>
      <blockquote>
        <a class="words" href={`/claims/${claim.id}`}>
          {line.words || "(no words)"}
        </a>
      </blockquote>
      <p class="chain">
        <span class="soft">said by</span> {line.chain}
      </p>
      <Facts line={line} />
      <p class="small soft row">
        <a href={`/articles/${article.id}?claim=${claim.id}`}>{article.title || article.ref}</a>
        <span>{[article.outlet || "an unnamed outlet", article.published].filter(Boolean).join(", ")}</span>
        {article.gone && <span class="tag doubt">article {article.gone}</span>}
      </p>
      {children}
    </article>
  );
}

/** What was read in a claim, in a line of tags. */
export function Facts({ line }: { line: ClaimLine }) {
  const { claim } = line;
  const h = claim.happening;
  return (
    <p class="row small">
      {h && <span class="tag">{kind(h.kind)}</span>}
      {h?.place && <span title={h.place.lat === null ? "nobody found this place" : `± ${h.place.radius_km} km`}>{h.place.text}</span>}
      {h?.when && <span>{days(h.when.start, h.when.end)}</span>}
      {h?.killed && <span>killed {figure(h.killed)}</span>}
      {h?.injured && <span>injured {figure(h.injured)}</span>}
      {claim.polarity === "negative" && <span class="tag contested">denied or said not to be so</span>}
      {claim.certainty !== "certain" && <span class="tag doubt">{claim.certainty}</span>}
      {claim.tense === "future" && <span class="tag doubt">yet to come</span>}
      <State line={line} />
      {line.happening && (
        <a href={`/happenings/${line.happening}`}>{line.origins === 0 ? "no known origin" : count(line.origins, "origin")}</a>
      )}
      {line.contested.length > 0 && <span class="tag contested">contested: {line.contested.join(", ")}</span>}
    </p>
  );
}

export function State({ line }: { line: ClaimLine }) {
  if (!line.state) return null;
  const tone = { confirmed: "agreed", amended: "doubt", rejected: "contested", disputed: "contested", "": "" }[line.state];
  const said = { confirmed: "reading confirmed", amended: "reading amended", rejected: "reading rejected", disputed: "reviewers differ", "": "" };
  return <span class={`tag ${tone}`}>{said[line.state]}</span>;
}
