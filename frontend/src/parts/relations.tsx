// Field by field: two values side by side, each in its sentence with who says it.
import type { RelationLine, SaidLine } from "../contract";
import { Points } from "../marks";

const WORD = { contradicts: "contradict each other", refines: "one is more precise", adds: "one adds", agrees: "agree" };
const MOST = 12;

export function Relations({ relations }: { relations: RelationLine[] }) {
  const telling = relations.filter((r) => r.bearing === "contradicts" || r.bearing === "refines");
  const agreed = relations.filter((r) => r.bearing === "agrees");
  const fields = [...new Set(agreed.map((r) => r.field))];
  return (
    <>
      {telling.length === 0 && <p class="soft">No contradiction was found between the tellings that this ledger holds.</p>}
      {telling.slice(0, MOST).map((r, n) => (
        <Relation key={n} relation={r} />
      ))}
      {telling.length > MOST && (
        <details>
          <summary>{telling.length - MOST} more</summary>
          {telling.slice(MOST).map((r, n) => (
            <Relation key={n} relation={r} />
          ))}
        </details>
      )}
      {fields.length > 0 && (
        <details>
          <summary>
            <span class="tag agreed">agreed on</span> {fields.join(", ")}
          </summary>
          {agreed.map((r, n) => (
            <Relation key={n} relation={r} />
          ))}
        </details>
      )}
    </>
  );
}

function Relation({ relation: r }: { relation: RelationLine }) {
  const tone = r.bearing === "contradicts" ? "contested" : r.bearing === "agrees" ? "agreed" : "";
  return (
    <div class="card">
      <p class="small">
        <span class={`tag ${tone}`}>{r.field}</span> the tellings {WORD[r.bearing]} <code>{r.rule}</code>
      </p>
      <div class="sides">
        <Side said={r.one} />
        <Side said={r.other} />
      </div>
    </div>
  );
}

function Side({ said }: { said: SaidLine }) {
  const text = new Points(said.sentence);
  return (
    <blockquote>
      {text.slice(0, said.start)}
      <mark class="figures">{text.slice(said.start, said.end)}</mark>
      {text.slice(said.end)}
      <div class="small soft">
        — <a href={`/claims/${said.claim}`}>{said.said_by || said.outlet}</a>
      </div>
    </blockquote>
  );
}
