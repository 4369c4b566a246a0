// What one version of an article did to the one before: kind, notes, claims and happenings touched.
import type { ChangeLine, ClaimChangeLine } from "../contract";
import { count, time } from "../words";

const SAID: Record<string, string> = {
  edited: "edited",
  withdrawn: "withdrawn",
  "same-report": "the report itself unchanged",
  "another-text": "another text at its address",
};
const NOTES: Record<string, string> = { "editors-note": "editor’s note", gone: "the page is gone", removal: "removed", update: "update" };
const STATUS: Record<string, string> = { changed: "changed", new: "new", orphaned: "its words are gone", withdrawn: "withdrawn", unchanged: "as before" };
const MOST = 6;

export function ChangeCard({ change, id }: { change: ChangeLine; id: string }) {
  const touched = change.claims.filter((c) => c.status !== "unchanged");
  const bad = change.kind === "withdrawn";
  return (
    <article class="card change" id={id} tabIndex={-1}>
      <p>
        <span class={`tag ${bad ? "contested" : "doubt"}`}>{SAID[change.kind] ?? change.kind}</span>{" "}
        <a href={`/articles/${change.new || change.old}`}>{change.title || "An article without a title"}</a>{" "}
        <span class="soft small">
          {change.outlet || "an unnamed outlet"}, {time(change.at)}
        </span>
      </p>
      <p class="small row">
        {change.notes.map((n) => (
          <span key={n} class="tag doubt">
            the outlet notes: {NOTES[n] ?? n}
          </span>
        ))}
        {(change.added > 0 || change.dropped > 0) && (
          <span>
            {count(change.added, "word")} put in, {count(change.dropped, "word")} left out
          </span>
        )}
        {change.old && change.new && change.old !== change.new && <a href={`/articles/${change.old}`}>the version before</a>}
      </p>
      {touched.length > 0 && <Touched claims={touched} />}
      {change.happenings.length > 0 && (
        <p class="small row">
          <span>{count(change.happenings.length, "happening")} built on {touched.length === 1 ? "it" : "these"}:</span>
          {change.happenings.slice(0, MOST).map((h, n) => (
            <a key={h} href={`/happenings/${h}`}>
              happening {n + 1}
            </a>
          ))}
          {change.happenings.length > MOST && <span class="soft">and {change.happenings.length - MOST} more</span>}
        </p>
      )}
    </article>
  );
}

function Touched({ claims }: { claims: ClaimChangeLine[] }) {
  return (
    <details open={claims.length <= 3}>
      <summary class="small">{count(claims.length, "claim")} touched</summary>
      <ul class="small">
        {claims.slice(0, 40).map((c) => (
          <li key={`${c.old} ${c.new}`}>
            <span class="soft">
              {STATUS[c.status] ?? c.status}
              {c.fields.length > 0 && ` (${c.fields.join(", ")})`}:
            </span>{" "}
            {c.old_words && c.old_words !== c.new_words && (
              <>
                {c.old ? <a href={`/claims/${c.old}`}>“{c.old_words}”</a> : `“${c.old_words}”`}
                {c.new_words && " → "}
              </>
            )}
            {c.new_words && (c.new ? <a href={`/claims/${c.new}`}>“{c.new_words}”</a> : `“${c.new_words}”`)}
          </li>
        ))}
      </ul>
    </details>
  );
}
