// One claim in its paragraph, with every field, its rules, a line that can be quoted, and what people decided.
import { useMemo, useRef, useState } from "preact/hooks";
import { useTwin } from "../api";
import type { ClaimDetail } from "../contract";
import { useChosen } from "../chosen";
import type { Mark, Range } from "../marks";
import { COLOUR, Points } from "../marks";
import { AddToDossier } from "../parts/adddossier";
import { Facts } from "../parts/claimcard";
import { Decide, Decisions } from "../parts/decide";
import { Fields } from "../parts/fields";
import { Marked } from "../parts/marked";
import { Shown } from "../parts/state";
import "../article.css";

export function ClaimPage({ id }: { id: string }) {
  const twin = useTwin<ClaimDetail>(`/claims/${id}.json`);
  return (
    <main>
      <h1>One claim</h1>
      <Shown of={twin}>{(data) => <Whole data={data} again={twin.again} />}</Shown>
    </main>
  );
}

/** The marks of a claim's fields, moved to where its paragraph begins. */
export function fieldMarks(data: Pick<ClaimDetail, "fields">, from = 0): Mark[] {
  return data.fields.flatMap((f) => f.spans.map(([a, b]): Mark => ({ range: [a - from, b - from], kind: COLOUR[f.field] ?? "content", id: f.field })));
}

function Whole({ data, again }: { data: ClaimDetail; again: () => void }) {
  const text = useMemo(() => new Points(data.paragraph), [data.paragraph]);
  const [lit, setLit] = useState("");
  const box = useRef<HTMLDivElement>(null);
  const chosen = useChosen(box);
  const marks = fieldMarks(data, data.offset).map((m) => (lit && m.id === lit ? { ...m, kind: `${m.kind} picked` } : m));
  const { line } = data;
  const span: Range | null = chosen ? [chosen[0] + data.offset, chosen[1] + data.offset] : null;
  return (
    <div class="cols">
      <section>
        <div class="card">
          <div class="reading" ref={box}>
            <Marked text={text} marks={marks} />
          </div>
        </div>
        <Quotable line={line.line} />
        <h2>What was read</h2>
        <Fields fields={data.fields} amended={line.amended} lit={lit} light={setLit} />
      </section>
      <aside class="stack">
        <div class="card">
          <h2>Said by</h2>
          <p>{line.chain}</p>
          <Facts line={line} />
          <p class="small">
            in <a href={`/articles/${line.article.id}?claim=${line.claim.id}`}>{line.article.title || line.article.ref}</a>,{" "}
            {line.article.outlet || "an unnamed outlet"} {line.article.published}
          </p>
          <AddToDossier kind="claim" id={line.claim.id} />
        </div>
        <div class="card">
          <h2>Review</h2>
          <Decide line={line} text={shifted(text, data.offset)} chosen={span} reviews={data.reviews} done={again} keys />
          <Decisions reviews={data.reviews} />
        </div>
      </aside>
    </div>
  );
}

/** A paragraph that is taken by its places in the whole text. */
export function shifted(text: Points, offset: number): Points {
  const moved = new Points(text.text);
  const slice = moved.slice.bind(moved);
  moved.slice = (start: number, end?: number) => slice(start - offset, end === undefined ? undefined : end - offset);
  return moved;
}

export function Quotable({ line }: { line: string }) {
  const [state, setState] = useState("");
  const words = useRef<HTMLParagraphElement>(null);
  // Browsers give no clipboard to a desk that is reached without https: leave the words marked for the reader to copy.
  const mark = (): void => {
    if (words.current) window.getSelection()?.selectAllChildren(words.current);
    setState("The sentence is marked: copy it with your keyboard.");
  };
  const copy = (): void => {
    const board: Clipboard | undefined = navigator.clipboard;
    if (board) board.writeText(line).then(() => setState("Copied."), mark);
    else mark();
  };
  return (
    <figure class="card quotable">
      <figcaption class="small soft">A sentence to quote, with who says it</figcaption>
      <p ref={words}>{line}</p>
      <p class="row">
        <button onClick={copy}>Copy</button>
        <span class="small soft" role="status">
          {state}
        </span>
      </p>
    </figure>
  );
}
