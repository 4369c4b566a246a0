// One claim of a queue at a time: its paragraph, the machine's reading, the decision, and how far one has come.
import { useEffect, useRef, useState } from "preact/hooks";
import type { Address } from "../address";
import { go, withQuery } from "../address";
import { get, inWords, send } from "../api";
import type { ClaimDetail, ClaimLine, ReviewLine } from "../contract";
import { useSession } from "../frame";
import { PAST, lastOwn, next, step } from "../sitting";
import { count } from "../words";
import { OneClaim } from "./oneclaim";

interface Asked {
  rows: ClaimLine[];
  more: (() => void) | null;
  address: Address;
  waiting: string;
}

export function Sitting({ rows, more, address, waiting }: Asked) {
  const who = useSession();
  const ids = rows.map((r) => r.claim.id);
  const at = address.query.get("at") ?? ids[0] ?? "";
  const [decided, setDecided] = useState<ReadonlyMap<string, string>>(new Map());
  const [last, setLast] = useState<ReviewLine | null>(null);
  const [told, setTold] = useState("");
  const to = (id: string): void => go(withQuery({ at: id }, address), true);
  const place = ids.indexOf(at);
  useEffect(() => {
    if (more && place >= ids.length - 3) more();
  }, [place, ids.length]);

  /** After something was kept: see what it was, and go on unless there may be more to say of this claim. */
  const kept = async (id: string): Promise<boolean> => {
    const found = await get<ClaimDetail>(`/claims/${id}.json`);
    const own = lastOwn(found.reviews, who?.name ?? "");
    setDecided((before) => with_(before, id, own));
    setLast(own);
    setTold(own ? `You ${PAST[own.decision] ?? own.decision} the reading of “${short(found.line.words)}”.` : "Taken back.");
    const on = own !== null && (own.decision === "confirm" || own.decision === "reject");
    if (on) to(next(ids, id, new Map([...decided, [id, own.decision]])));
    return on;
  };
  const back = (): void => {
    if (!last) return;
    send<ReviewLine>("POST", "/reviews/undo.json", { number: last.number }).then(
      () => {
        setDecided((before) => with_(before, last.claim, null));
        setTold("Taken back.");
        setLast(null);
        to(last.claim);
      },
      (trouble: unknown) => setTold(inWords(trouble)),
    );
  };
  useKeys({ j: () => (to(step(ids, at, 1)), true), k: () => (to(step(ids, at, -1)), true), u: () => last !== null && last.claim !== at && (back(), true) });
  return (
    <>
      <div class="row spread progress">
        <span class="row">
          <button onClick={() => to(step(ids, at, -1))} disabled={place <= 0} aria-keyshortcuts="k">
            Previous
          </button>
          <button onClick={() => to(step(ids, at, 1))} disabled={place >= ids.length - 1} aria-keyshortcuts="j">
            Next
          </button>
          <span>
            {place >= 0 ? `${place + 1} of ${waiting}` : "a claim that is not in this queue"}
            {decided.size > 0 && `, ${count(decided.size, "claim")} decided in this sitting`}
          </span>
        </span>
        <progress max={ids.length} value={decided.size} aria-label="Decided of those loaded" />
      </div>
      <p class="soft small keysline">
        <kbd>y</kbd> confirm <kbd>n</kbd> reject <kbd>e</kbd> amend <kbd>m</kbd> note <kbd>u</kbd> undo <kbd>j</kbd> next <kbd>k</kbd> previous
      </p>
      <p role="status" class="said">
        {told}{" "}
        {last && last.claim !== at && (
          <button class="plain" onClick={back}>
            Undo (u)
          </button>
        )}
      </p>
      {at && <OneClaim key={at} id={at} kept={kept} decided={decided.get(at) ?? ""} />}
    </>
  );
}

function with_(before: ReadonlyMap<string, string>, id: string, own: ReviewLine | null): Map<string, string> {
  const after = new Map(before);
  if (own && own.decision !== "note") after.set(id, own.decision);
  else after.delete(id);
  return after;
}

function short(words: string): string {
  const points = Array.from(words);
  return points.length <= 60 ? words : `${points.slice(0, 59).join("")}…`;
}

/** Keys of the sitting; one that did something here is not passed on to the panel of decisions. */
function useKeys(ways: Record<string, () => boolean>): void {
  const held = useRef(ways);
  held.current = ways;
  useEffect(() => {
    const pressed = (event: KeyboardEvent): void => {
      if ((event.target as Element | null)?.closest("input, textarea, select, dialog") || event.ctrlKey || event.metaKey || event.altKey) return;
      const way = held.current[event.key];
      if (way?.()) event.stopImmediatePropagation();
    };
    document.addEventListener("keydown", pressed);
    return () => document.removeEventListener("keydown", pressed);
  }, []);
}
