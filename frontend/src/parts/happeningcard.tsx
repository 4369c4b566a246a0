// One happening in a list: what is told, by how many articles and origins, contested on what, with the sentence of one claim.
import type { ComponentChildren } from "preact";
import type { HappeningLine } from "../contract";
import { days, kind } from "../words";

export function HappeningCard({ line, picked = false, children }: { line: HappeningLine; picked?: boolean; children?: ComponentChildren }) {
  return (
    <article class={`card happening${picked ? " picked" : ""}`} id={line.id} tabIndex={-1}>
      <p>
        <a href={`/happenings/${line.id}`}>
          <b>{kind(line.kind)}</b>
          {line.places.length > 0 && `, ${line.places.slice(0, 2).join(" or ")}`}
        </a>{" "}
        <span class="soft">
          {days(line.first, line.last)}
          {!line.dated && " (the articles’ own days)"}
        </span>
      </p>
      <blockquote>
        “{line.words}” <span class="soft small">— {line.said_by}</span>
      </blockquote>
      <Rests line={line} />
      {children}
    </article>
  );
}

/** What a happening rests on: articles, wire families, origins; contested fields; figures told. */
export function Rests({ line }: { line: HappeningLine }) {
  return (
    <p class="row small">
      <span>{line.counted}</span>
      {line.single_origin && <span class="tag doubt">single origin</span>}
      {line.contested.length > 0 && <span class="tag contested">contested: {line.contested.join(", ")}</span>}
      {line.killed.length > 0 && <span>killed: {line.killed.slice(0, 3).map((w) => `“${w}”`).join(" · ")}</span>}
      {line.injured.length > 0 && <span>injured: {line.injured.slice(0, 2).map((w) => `“${w}”`).join(" · ")}</span>}
      {line.spot === null && <span class="tag">no place found</span>}
    </p>
  );
}
