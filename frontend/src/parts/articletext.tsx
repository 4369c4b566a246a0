// The text of an article as captured: zones that are no reporting greyed out and named, claims as marks that can be picked.
import type { ArticleDetail, ClaimLine } from "../contract";
import type { Mark, Points } from "../marks";
import { pieces } from "../marks";
import { sharedRanges } from "./margin";

interface Asked {
  data: ArticleDetail;
  text: Points;
  fields: Mark[];
  picked: ClaimLine | null;
  pick: (claim: ClaimLine) => void;
}

const REPORTING = new Set(["body", "caption"]);

export function ArticleText({ data, text, fields, picked, pick }: Asked) {
  const marks = data.claims.flatMap((c) => c.claim.content.map((range): Mark => ({ range, kind: "claim", id: c.claim.id })));
  const copied = data.copies.flatMap((copy) =>
    sharedRanges(copy).map((range): Mark => ({ range, kind: "copied", id: copy.article.outlet || copy.article.ref })),
  );
  const by = new Map(data.claims.map((c) => [c.claim.id, c]));
  return (
    <>
      {data.article.zones.map((zone) => (
        <section key={zone.span[0]} class={`zone ${REPORTING.has(zone.kind) ? "reporting" : "aside"}`}>
          {zone.kind !== "body" && <span class="zonename small soft">{zone.kind}</span>}
          <p>
            {pieces(text, [...marks, ...copied, ...fields], zone.span[0], zone.span[1]).map((p) => (
              <Words key={p.start} piece={p} by={by} picked={picked} pick={pick} />
            ))}
          </p>
        </section>
      ))}
    </>
  );
}

interface WordsAsked {
  piece: ReturnType<typeof pieces>[number];
  by: Map<string, ClaimLine>;
  picked: ClaimLine | null;
  pick: (claim: ClaimLine) => void;
}

/** A stretch of words. The narrowest claim over it is the one that picking takes. */
function Words({ piece, by, picked, pick }: WordsAsked) {
  const claims = piece.marks.filter((m) => m.kind === "claim");
  const fields = piece.marks.filter((m) => m.kind !== "claim" && m.kind !== "copied").map((m) => m.kind);
  const copied = [...new Set(piece.marks.filter((m) => m.kind === "copied").map((m) => m.id))].join(", ");
  const classes = [...new Set(fields), copied ? "copied" : ""].filter(Boolean).join(" ");
  const inner = fields.length ? <mark class={classes}>{piece.text}</mark> : copied ? <span class="copied" title={`also in ${copied}`}>{piece.text}</span> : piece.text;
  const narrow = [...claims].sort((a, b) => a.range[1] - a.range[0] - (b.range[1] - b.range[0]))[0];
  const claim = narrow?.id ? by.get(narrow.id) : undefined;
  if (!claim) return <span data-start={piece.start}>{inner}</span>;
  const mine = picked !== null && claims.some((m) => m.id === picked.claim.id);
  return (
    <span
      data-start={piece.start}
      class={`inplace${mine ? " picked" : ""}`}
      onClick={() => {
        if (window.getSelection()?.isCollapsed ?? true) pick(claim);
      }}
    >
      {inner}
    </span>
  );
}
