// Field by field: two values side by side, each in its sentence with who says it.
import type { RelationLine, SaidLine } from "../contract";
import { Points } from "../marks";
import { count } from "../words";

const WORD = { contradicts: "contradict each other", refines: "differ in how precise they are", adds: "add to each other", agrees: "agree" };
const ORDER = ["existence", "responsibility", "killed", "injured", "control", "time", "place", "actors", "targets", "means"];
const FIRST = 2;

/** Field by field, what is contested first. */
export function Relations({ relations }: { relations: RelationLine[] }) {
  const contested = (field: string): boolean => relations.some((r) => r.field === field && r.bearing === "contradicts");
  const fields = ORDER.filter((f) => relations.some((r) => r.field === f));
  const ordered = [...fields.filter(contested), ...fields.filter((f) => !contested(f))];
  return (
    <>
      {!relations.some((r) => r.bearing === "contradicts") && <p class="soft">No contradiction was found between the tellings that this ledger holds.</p>}
      {ordered.map((field) => (
        <Field key={field} field={field} relations={relations.filter((r) => r.field === field)} />
      ))}
    </>
  );
}

function Field({ field, relations }: { field: string; relations: RelationLine[] }) {
  const of = (bearing: RelationLine["bearing"]): RelationLine[] => relations.filter((r) => r.bearing === bearing);
  const apart = of("contradicts");
  const kept: [string, RelationLine[]][] = [
    ["contradict each other too", apart.slice(FIRST)],
    ["one more precise than the other", of("refines")],
    ["one adds to the other", of("adds")],
    ["agree", of("agrees")],
  ];
  return (
    <section class="relation">
      <h3>
        {field[0]?.toUpperCase() + field.slice(1)} {apart.length > 0 ? <span class="tag contested">contested</span> : of("agrees").length > 0 && <span class="tag agreed">agreed on</span>}
      </h3>
      {apart.slice(0, FIRST).map((r, n) => (
        <Relation key={n} relation={r} />
      ))}
      {kept.map(
        ([name, found]) =>
          found.length > 0 && (
            <details key={name} class="small">
              <summary>
                {count(found.length, "pair")} of wordings: {name}
              </summary>
              {found.map((r, n) => (
                <Relation key={n} relation={r} />
              ))}
            </details>
          ),
      )}
    </section>
  );
}

function Relation({ relation: r }: { relation: RelationLine }) {
  return (
    <div class="card">
      <p class="small">
        These {WORD[r.bearing]}
        {short(r) && `: “${r.one.words}” and “${r.other.words}”`} <span class="soft">by the rule</span> <code>{r.rule}</code>
      </p>
      <div class="sides">
        <Side said={r.one} />
        <Side said={r.other} />
      </div>
    </div>
  );
}

/** Whether both wordings can stand in a line; long ones are marked in their sentences anyway. */
function short(r: RelationLine): boolean {
  return r.one.words.length <= 50 && r.other.words.length <= 50;
}

function Side({ said }: { said: SaidLine }) {
  const text = new Points(said.sentence);
  return (
    <blockquote>
      {text.slice(0, said.start)}
      <mark class="figures">{text.slice(said.start, said.end)}</mark>
      {text.slice(said.end)}
      <div class="small soft">
        — <a href={`/claims/${said.claim}`}>{said.said_by || said.outlet || "nobody named"}</a>
      </div>
    </blockquote>
  );
}
