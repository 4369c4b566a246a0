// Review: one claim of a queue at a time, decided with keys; how far reviewers agree; the last decisions.
import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import type { Address } from "../address";
import { withQuery } from "../address";
import { useTwin } from "../api";
import type { ClaimDetail, QueuePage } from "../contract";
import type { Range } from "../marks";
import { Points, selected } from "../marks";
import { Agreement } from "../parts/agreement";
import { Facts } from "../parts/claimcard";
import { Decide, Decisions } from "../parts/decide";
import { Fields } from "../parts/fields";
import { Marked } from "../parts/marked";
import { Empty, Shown } from "../parts/state";
import { fieldMarks, shifted } from "./claim";
import "../article.css";
import "../sources.css";

type Queue = QueuePage["queue"];
const QUEUES: [Queue, string][] = [["new", "New"], ["contested", "Contested"], ["low", "Least sure"], ["changed", "Changed by their outlet"]];

export function ReviewPage({ address }: { address: Address }) {
  const tab = address.query.get("queue") ?? "new";
  const queue = QUEUES.some(([q]) => q === tab) ? (tab as Queue) : null;
  const twin = useTwin<QueuePage>(`/review.json?queue=${queue ?? "new"}`);
  const sizes = new Map(twin.data?.sizes.map((s) => [s.value, s.count]));
  return (
    <main>
      <h1>Review</h1>
      <nav class="row tabs" aria-label="Queues">
        {QUEUES.map(([q, name]) => (
          <a key={q} class="button" href={withQuery({ queue: q }, address)} aria-current={queue === q ? "page" : undefined}>
            {name} <span class="soft">{shownSize(sizes.get(q))}</span>
          </a>
        ))}
        <a class="button" href={withQuery({ queue: "agreement" }, address)} aria-current={tab === "agreement" ? "page" : undefined}>
          Agreement
        </a>
      </nav>
      {queue ? <Shown of={twin}>{(data) => <Line key={data.queue} data={data} again={twin.again} />}</Shown> : <Agreement />}
    </main>
  );
}

function shownSize(n: number | undefined): string {
  return n === undefined ? "" : n >= 1000 ? "1,000+" : String(n);
}

function Line({ data, again }: { data: QueuePage; again: () => void }) {
  const [at, setAt] = useState(0);
  const rows = data.rows;
  const line = rows[Math.min(at, rows.length - 1)];
  useSteps((step) => setAt((n) => Math.max(0, Math.min(rows.length - 1, n + step))));
  if (!line) return <Empty>Nothing waits in this queue.</Empty>;
  return (
    <>
      <p class="row small soft" aria-live="polite">
        claim {Math.min(at, rows.length - 1) + 1} of {rows.length}
        {data.next && " and more"}
        <button onClick={() => setAt((n) => Math.max(0, n - 1))}>Previous (k)</button>
        <button onClick={() => setAt((n) => Math.min(rows.length - 1, n + 1))}>Next (j)</button>
      </p>
      <One key={line.claim.id} id={line.claim.id} decided={again} />
    </>
  );
}

function One({ id, decided }: { id: string; decided: () => void }) {
  const twin = useTwin<ClaimDetail>(`/claims/${id}.json`);
  return (
    <Shown of={twin}>
      {(data) => (
        <Claim
          data={data}
          done={() => {
            twin.again();
            decided();
          }}
        />
      )}
    </Shown>
  );
}

function Claim({ data, done }: { data: ClaimDetail; done: () => void }) {
  const text = useMemo(() => new Points(data.paragraph), [data.paragraph]);
  const box = useRef<HTMLDivElement>(null);
  const [chosen, setChosen] = useState<Range | null>(null);
  const [lit, setLit] = useState("");
  const span: Range | null = chosen ? [chosen[0] + data.offset, chosen[1] + data.offset] : null;
  const marks = fieldMarks(data, data.offset).map((m) => (lit && m.id === lit ? { ...m, kind: `${m.kind} picked` } : m));
  const { line } = data;
  return (
    <div class="cols">
      <section class="card">
        <div class="reading" ref={box} onMouseUp={() => setChosen(box.current ? selected(box.current) : null)}>
          <Marked text={text} marks={marks} />
        </div>
        <p class="chain">
          <span class="soft">said by</span> {line.chain}
        </p>
        <Facts line={line} />
        <p class="small">
          <a href={`/articles/${line.article.id}?claim=${line.claim.id}`}>in its article</a>, {line.article.outlet || "an unnamed outlet"} {line.article.published}
        </p>
        <Fields fields={data.fields} amended={line.amended} lit={lit} light={setLit} />
      </section>
      <aside class="card">
        <h2>Does the reading fit the words?</h2>
        <Decide line={line} text={shifted(text, data.offset)} chosen={span} reviews={data.reviews} done={done} keys />
        <p class="small soft">
          Keys: <kbd>y</kbd> confirm, <kbd>n</kbd> reject, <kbd>e</kbd> amend, <kbd>m</kbd> note, <kbd>u</kbd> undo, <kbd>j</kbd> next, <kbd>k</kbd> previous
        </p>
        <Decisions reviews={data.reviews} />
      </aside>
    </div>
  );
}

function useSteps(go: (step: number) => void): void {
  const held = useRef(go);
  held.current = go;
  useEffect(() => {
    const pressed = (event: KeyboardEvent): void => {
      if ((event.target as Element | null)?.closest("input, textarea, select, dialog") || event.ctrlKey || event.metaKey || event.altKey) return;
      const step = { j: 1, k: -1 }[event.key];
      if (step) held.current(step);
    };
    document.addEventListener("keydown", pressed);
    return () => document.removeEventListener("keydown", pressed);
  }, []);
}
