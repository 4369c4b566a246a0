// A claim as a reviewer sees it: words to mark in its paragraph, the machine's reading field by field, and the person's word beside it.
import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { useTwin } from "../api";
import type { ClaimDetail } from "../contract";
import type { Range } from "../marks";
import { Points, selected } from "../marks";
import { fieldMarks, shifted } from "../pages/claim";
import { PAST } from "../sitting";
import { Facts } from "./claimcard";
import { Decide, Decisions } from "./decide";
import { Fields } from "./fields";
import { Marked } from "./marked";
import { Shown } from "./state";
import "../article.css";

interface Asked {
  id: string;
  /** Told after something was kept; says whether the page goes on to another claim. */
  kept: (id: string) => Promise<boolean>;
  decided: string;
}

export function OneClaim({ id, kept, decided }: Asked) {
  const twin = useTwin<ClaimDetail>(`/claims/${id}.json`);
  const done = (): void => {
    void kept(id).then((gone) => gone || twin.again());
  };
  return <Shown of={twin}>{(data) => <Whole data={data} done={done} decided={decided} />}</Shown>;
}

function Whole({ data, done, decided }: { data: ClaimDetail; done: () => void; decided: string }) {
  const text = useMemo(() => new Points(data.paragraph), [data.paragraph]);
  const whole = useMemo(() => shifted(text, data.offset), [text, data.offset]);
  const [chosen, setChosen] = useState<Range | null>(null);
  const [lit, setLit] = useState("");
  const box = useRef<HTMLDivElement>(null);
  const choose = (): void => {
    const found = box.current ? selected(box.current) : null;
    setChosen(found ? [found[0] + data.offset, found[1] + data.offset] : null);
  };
  const { line } = data;
  // A paragraph can be longer than the window: bring its first marked words into view.
  useEffect(() => box.current?.querySelector("mark")?.scrollIntoView({ block: "nearest" }), []);
  const marks = fieldMarks(data, data.offset).map((m) => (lit && m.id === lit ? { ...m, kind: `${m.kind} picked` } : m));
  return (
    <div class="cols one">
      <section class="card" aria-label="The claim in its paragraph">
        <div class="reading" ref={box} onMouseUp={choose} onKeyUp={choose}>
          <Marked text={text} marks={marks} />
        </div>
        <p class="small soft">
          <a href={`/articles/${line.article.id}?claim=${line.claim.id}`}>{line.article.title || line.article.ref}</a>, {line.article.outlet || "an unnamed outlet"}{" "}
          {line.article.published}
          {line.article.gone && <span class="tag doubt">article {line.article.gone}</span>}
        </p>
      </section>
      <aside class="stack">
        <div class="card">
          <h2>Your word</h2>
          <p class="small">
            The machine reads: <b>{line.words}</b>
            <br />
            <span class="soft">said by</span> {line.chain}
          </p>
          <Facts line={line} />
          {decided && <p class="tag agreed">{PAST[decided] ?? decided} by you in this sitting</p>}
          <Decide line={line} text={whole} chosen={chosen} reviews={data.reviews} done={done} keys />
        </div>
        <div class="card">
          <h2>People’s decisions</h2>
          <Decisions reviews={data.reviews} />
        </div>
        <p class="small">
          <a href={`/claims/${line.claim.id}`}>Page of this claim</a>
        </p>
      </aside>
      <section class="read" aria-labelledby="read">
        <h2 id="read">The machine’s reading</h2>
        <Fields fields={data.fields} amended={line.amended} lit={lit} light={setLit} />
      </section>
    </div>
  );
}
