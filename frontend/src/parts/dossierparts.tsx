// The parts of a dossier in their order: moved by buttons or by dragging, with a note on each; own text names who writes.
import { useRef, useState } from "preact/hooks";
import type { Item } from "../contract";
import { moved, names } from "../dossier";
import { useSession } from "../frame";
import type { Known } from "../pages/dossier";
import { ClaimCard } from "./claimcard";
import { HappeningCard } from "./happeningcard";
import { Empty } from "./state";

interface Asked {
  items: Item[];
  known: Known;
  edits: boolean;
  change: (items: Item[]) => void;
}

export function Parts({ items, known, edits, change }: Asked) {
  const [held, setHeld] = useState(-1);
  // What is dragged, at once: a drop may come before the next drawing.
  const dragged = useRef(-1);
  const hold = (n: number): void => {
    dragged.current = n;
    setHeld(n);
  };
  const [told, setTold] = useState("");
  const list = useRef<HTMLOListElement>(null);
  const move = (from: number, to: number): void => {
    change(moved(items, from, to));
    setTold(`Part ${from + 1} is part ${to + 1} of ${items.length} now.`);
    // The button that was pressed goes along with its part, so that it can be pressed again.
    const name = to < from ? "up" : "down";
    requestAnimationFrame(() => {
      const row = list.current?.children[to];
      (row?.querySelector<HTMLButtonElement>(`button.${name}:not(:disabled)`) ?? row?.querySelector<HTMLButtonElement>(".tools button:not(:disabled)"))?.focus();
    });
  };
  const put = (n: number, item: Item): void => change(items.map((old, k) => (k === n ? item : old)));
  if (items.length === 0) return <Empty>Nothing is in it yet. Look for claims and happenings at the side, or write the first words.</Empty>;
  const keys = names(items);
  return (
    <>
      <p class="skip" role="status">
        {told}
      </p>
      <ol class="parts list" ref={list} aria-label="Parts">
        {items.map((item, n) => (
          <li
            key={keys[n]}
            class={`part ${held === n ? "held" : ""}`}
            onDragOver={(e) => dragged.current >= 0 && e.preventDefault()}
            onDrop={(e) => {
              e.preventDefault();
              if (dragged.current >= 0) move(dragged.current, n);
              hold(-1);
            }}
          >
            {edits && (
              <div class="row tools small">
                <span class="grip" draggable onDragStart={(e) => (e.dataTransfer?.setData("text/plain", String(n)), hold(n))} onDragEnd={() => hold(-1)} title="Drag to move" aria-hidden="true">
                  ⠿
                </span>
                <span class="soft">{n + 1}</span>
                <button class="up" disabled={n === 0} onClick={() => move(n, n - 1)} aria-label={`Move part ${n + 1} up`}>
                  ↑
                </button>
                <button class="down" disabled={n === items.length - 1} onClick={() => move(n, n + 1)} aria-label={`Move part ${n + 1} down`}>
                  ↓
                </button>
                <button class="plain" onClick={() => change(items.filter((_, k) => k !== n))} aria-label={`Take out part ${n + 1}`}>
                  Take out
                </button>
              </div>
            )}
            <div class="what">
              <One item={item} known={known} edits={edits} n={n} put={(to) => put(n, to)} />
            </div>
          </li>
        ))}
      </ol>
    </>
  );
}

interface OneAsked {
  item: Item;
  known: Known;
  edits: boolean;
  n: number;
  put: (item: Item) => void;
}

function One({ item, known, edits, n, put }: OneAsked) {
  if (item.kind === "text") return edits ? <OwnText item={item} n={n} put={put} /> : <Written item={item} />;
  const note = edits ? <Note item={item} n={n} put={put} /> : item.text ? <Written item={item} /> : null;
  const claim = item.kind === "claim" ? known.claims[item.ref] : undefined;
  const happening = item.kind === "happening" ? known.happenings[item.ref] : undefined;
  if (claim) return <ClaimCard line={claim}>{note}</ClaimCard>;
  if (happening) return <HappeningCard line={happening}>{note}</HappeningCard>;
  return (
    <div class="card">
      <p class="soft">
        The ledger does not hold the {item.kind} <code>{item.ref}</code>.
      </p>
      {note}
    </div>
  );
}

/** Words of somebody's own, under their name. */
export function Written({ item }: { item: Item }) {
  return (
    <div class="written">
      <p class="small soft">{item.who || "Nobody named"} writes:</p>
      {item.text.split(/\n{2,}/).map((words, k) => (
        <p key={k}>{words}</p>
      ))}
    </div>
  );
}

function OwnText({ item, n, put }: { item: Item; n: number; put: (item: Item) => void }) {
  return (
    <div class="card stack">
      <label>
        Who writes this
        <input required value={item.who} onInput={(e) => put({ ...item, who: e.currentTarget.value })} aria-invalid={!item.who.trim()} />
      </label>
      <label>
        Words of their own
        <textarea value={item.text} maxLength={20_000} onInput={(e) => put({ ...item, text: e.currentTarget.value })} aria-label={`Own text of part ${n + 1}`} />
      </label>
      <p class="small soft">It is published under this name. Say who told you what; Sayso puts no words in between.</p>
    </div>
  );
}

/** A note on a claim or happening; whoever changes it last stands for it. */
function Note({ item, n, put }: { item: Item; n: number; put: (item: Item) => void }) {
  const who = useSession();
  const [open, setOpen] = useState(item.text !== "");
  if (!open)
    return (
      <p>
        <button class="plain small" onClick={() => setOpen(true)} aria-label={`Add a note to part ${n + 1}`}>
          Add a note
        </button>
      </p>
    );
  return (
    <label class="note">
      <span class="small soft">Note by {item.who || who?.name || "you"}</span>
      <textarea value={item.text} maxLength={20_000} onInput={(e) => put({ ...item, text: e.currentTarget.value, who: who?.name ?? "" })} aria-label={`Note on part ${n + 1}`} />
    </label>
  );
}
