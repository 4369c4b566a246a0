// Who shares words with an article: which kind of sharing, who is nearer the source, and what was changed in the words.
import type { CopyLine, EditLine } from "../contract";
import { count, percent } from "../words";

export const KIND: Record<CopyLine["kind"], string> = {
  "same-wire-copy": "a copy of one story",
  "partly-derived": "partly derived",
  "shared-quote-only": "shares a quotation only",
  "shared-background-only": "shares stock background only",
};
export const UPSTREAM: Record<CopyLine["upstream"], string> = {
  one: "this article is nearer the source",
  other: "the other is nearer the source",
  unknown: "nobody can tell who took from whom",
};

export function Copies({ copies }: { copies: CopyLine[] }) {
  if (copies.length === 0) return null;
  const background = copies.filter(stock);
  return (
    <section class="card" aria-label="Shared words">
      <h2>Whose words these are</h2>
      <List copies={copies.filter((c) => !stock(c))} />
      {background.length > 0 && (
        <details class="small">
          <summary>{count(background.length, "article shares", "articles share")} stock background only</summary>
          <List copies={background} />
        </details>
      )}
    </section>
  );
}

function stock(copy: CopyLine): boolean {
  return copy.kind === "shared-background-only";
}

function List({ copies }: { copies: CopyLine[] }) {
  return (
    <ul class="list">
      {copies.map((c) => (
        <Copy key={c.article.id} copy={c} />
      ))}
    </ul>
  );
}

function Copy({ copy }: { copy: CopyLine }) {
  const edits = copy.passages.flatMap((p) => p.edits);
  return (
    <li class="copy">
      <a href={`/articles/${copy.article.id}`}>{copy.article.title || copy.article.ref}</a>
      <p class="small row">
        <span>{[copy.article.outlet || "an unnamed outlet", copy.article.published].filter(Boolean).join(", ")}</span>
        <span class={`tag${copy.binds ? " doubt" : ""}`}>{KIND[copy.kind]}</span>
        <span class="soft">{percent(copy.share_one)} of this article’s own words</span>
      </p>
      <p class="small soft">
        {UPSTREAM[copy.upstream]}. {copy.binds ? "Counted as one origin" : "Not counted as one origin"}: {copy.why.join("; ")}.
      </p>
      {edits.length > 0 && (
        <details class="small">
          <summary>{count(edits.length, "change")} in the shared words</summary>
          <ul>{edits.slice(0, 60).map((e, n) => <Edit key={n} edit={e} />)}</ul>
        </details>
      )}
    </li>
  );
}

function Edit({ edit }: { edit: EditLine }) {
  return (
    <li>
      {edit.kind === "figure" && <span class="tag contested">figure</span>} {edit.one_words && <del>{edit.one_words}</del>} {edit.other_words && <ins>{edit.other_words}</ins>}
    </li>
  );
}
