// What a person decides of a claim: confirm, reject, amend a field by words of the text, note; and taking it back.
import { useEffect, useRef, useState } from "preact/hooks";
import { inWords, send } from "../api";
import type { ClaimLine, ReviewLine } from "../contract";
import { may, useSession } from "../frame";
import type { Points, Range } from "../marks";
import { time } from "../words";

const FIELDS = [
  "kind", "actors", "targets", "place", "when", "killed", "injured", "captured", "displaced", "means", "control", "voices", "polarity",
  "certainty", "tense", "manner", "content",
];

interface Asked {
  line: ClaimLine;
  text: Points;
  /** The words marked in the text, if any: an amendment is read from them. */
  chosen?: Range | null;
  reviews?: ReviewLine[];
  /** Called after something was kept. */
  done: () => void;
  /** Whether y, n, e, m and u decide. */
  keys?: boolean;
}

type Open = "" | "reject" | "amend" | "note";

export function Decide({ line, text, chosen = null, reviews = [], done, keys = false }: Asked) {
  const who = useSession();
  const [open, setOpen] = useState<Open>("");
  const [error, setError] = useState("");
  const [busy, setBusy] = useState(false);
  const keep = (path: string, body: unknown): void => {
    setBusy(true);
    send<ReviewLine>("POST", path, body)
      .then(() => {
        setOpen("");
        setError("");
        done();
      })
      .catch((trouble: unknown) => setError(inWords(trouble)))
      .finally(() => setBusy(false));
  };
  const own = reviews.filter((r) => r.who === who?.name && !r.undone && r.decision !== "undo");
  const last = own[own.length - 1];
  const decide = (decision: string, more: object = {}): void => keep("/reviews.json", { claim: line.claim.id, decision, ...more });
  const undo = (): void => {
    if (last) keep("/reviews/undo.json", { number: last.number });
  };
  useKeys(keys && may(who, "coder"), { y: () => decide("confirm"), n: () => setOpen("reject"), e: () => setOpen("amend"), m: () => setOpen("note"), u: undo });
  if (!may(who, "coder")) return <p class="soft small">To decide, sign in as a coder or reviewer.</p>;
  return (
    <section class="decide" aria-label="Your decision">
      <div class="row">
        <button class="main" disabled={busy} onClick={() => decide("confirm")} title="The reading fits the words (y)">
          Confirm
        </button>
        <button disabled={busy} aria-pressed={open === "reject"} onClick={() => setOpen(open === "reject" ? "" : "reject")}>
          Reject
        </button>
        <button disabled={busy} aria-pressed={open === "amend"} onClick={() => setOpen(open === "amend" ? "" : "amend")}>
          Amend
        </button>
        <button disabled={busy} aria-pressed={open === "note"} onClick={() => setOpen(open === "note" ? "" : "note")}>
          Note
        </button>
        {last && (
          <button disabled={busy} onClick={undo}>
            Undo “{last.decision}”
          </button>
        )}
      </div>
      {open && <Form key={open} open={open} chosen={chosen} text={text} keep={(more) => decide(open, more)} />}
      {error && <p class="trouble" role="alert">{error}</p>}
      <p class="soft small">You decide whether the reading fits the words, not whether the words are true.</p>
    </section>
  );
}

function Form({ open, chosen, text, keep }: { open: Open; chosen: Range | null; text: Points; keep: (more: object) => void }) {
  const words = chosen ? text.slice(...chosen).trim() : "";
  const [field, setField] = useState("place");
  const [value, setValue] = useState(words);
  const [why, setWhy] = useState("");
  const first = useRef<HTMLInputElement & HTMLTextAreaElement & HTMLSelectElement>(null);
  useEffect(() => first.current?.focus(), []);
  useEffect(() => {
    if (words) setValue(words);
  }, [words]);
  const kept = (event: Event): void => {
    event.preventDefault();
    keep(open === "amend" ? { field, value, span: chosen, why } : { why });
  };
  return (
    <form class="stack" onSubmit={kept}>
      {open === "amend" && (
        <>
          <p class="small" aria-live="polite">
            {words ? <>From the words “{words}”.</> : "Mark the words in the text that show it, or type a value."}
          </p>
          <label>
            Field
            <select ref={first} value={field} onChange={(e) => setField(e.currentTarget.value)}>
              {FIELDS.map((f) => (
                <option key={f} value={f}>
                  {f}
                </option>
              ))}
            </select>
          </label>
          <label>
            Rightly <input value={value} onInput={(e) => setValue(e.currentTarget.value)} />
          </label>
        </>
      )}
      <label>
        {open === "note" ? "Note" : "Why"}
        <input ref={open === "amend" ? null : first} value={why} required={open === "note"} onInput={(e) => setWhy(e.currentTarget.value)} />
      </label>
      <button class="main">Keep</button>
    </form>
  );
}

function useKeys(on: boolean, ways: Record<string, () => void>): void {
  const held = useRef(ways);
  held.current = ways;
  useEffect(() => {
    if (!on) return;
    const pressed = (event: KeyboardEvent): void => {
      if ((event.target as Element | null)?.closest("input, textarea, select, dialog") || event.ctrlKey || event.metaKey || event.altKey) return;
      const way = held.current[event.key];
      if (way) {
        event.preventDefault();
        way();
      }
    };
    document.addEventListener("keydown", pressed);
    return () => document.removeEventListener("keydown", pressed);
  }, [on]);
}

/** Every decision on a claim, the last first; those taken back struck through. */
export function Decisions({ reviews }: { reviews: ReviewLine[] }) {
  if (reviews.length === 0) return <p class="soft small">Nobody has decided on this claim yet.</p>;
  return (
    <ol class="list small" aria-label="Decisions">
      {[...reviews].reverse().map((r) => (
        <li key={r.number} class={r.undone ? "undone" : ""}>
          <b>{r.who}</b> {said(r)} <span class="soft">{time(r.at)}</span>
          {r.why && <span> — {r.why}</span>}
        </li>
      ))}
    </ol>
  );
}

function said(r: ReviewLine): string {
  if (r.decision === "amend") return `amended ${r.field} to “${r.value}”`;
  if (r.decision === "undo") return `took back decision ${r.value}`;
  return { confirm: "confirmed the reading", reject: "rejected the reading", note: "noted" }[r.decision];
}
