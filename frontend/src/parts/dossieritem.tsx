// One part of a dossier: own words, or a claim or happening as it stands now, with a note to it.
import type { ComponentChildren } from "preact";
import type { DossierDetail, Item } from "../contract";
import { ClaimCard } from "./claimcard";
import { HappeningCard } from "./happeningcard";

interface Asked {
  item: Item;
  data: DossierDetail;
  writes: boolean;
  first: boolean;
  last: boolean;
  set: (item: Item) => void;
  move: (step: number) => void;
  drop: () => void;
}

export function DossierItem({ item, data, writes, first, last, set, move, drop }: Asked) {
  return (
    <li class="item">
      <div>
        <Shown item={item} data={data}>
          {writes ? (
            <label class="stack">
              <span class="soft small">{item.kind === "text" ? "Words of" : "Note to it"}</span>
              {item.kind === "text" && <input aria-label="Whose words" value={item.who} onInput={(e) => set({ ...item, who: e.currentTarget.value })} />}
              <textarea aria-label={item.kind === "text" ? "Words" : "Note"} value={item.text} onInput={(e) => set({ ...item, text: e.currentTarget.value })} />
            </label>
          ) : (
            item.text && (
              <blockquote>
                {item.text} <span class="soft">— {item.who}</span>
              </blockquote>
            )
          )}
        </Shown>
      </div>
      {writes && (
        <div class="stack">
          <button disabled={first} onClick={() => move(-1)} aria-label="Move up">
            ↑
          </button>
          <button disabled={last} onClick={() => move(1)} aria-label="Move down">
            ↓
          </button>
          <button onClick={drop} aria-label="Take out">
            ×
          </button>
        </div>
      )}
    </li>
  );
}

function Shown({ item, data, children }: { item: Item; data: DossierDetail; children: ComponentChildren }) {
  const claim = item.kind === "claim" ? data.claims[item.ref] : undefined;
  const happening = item.kind === "happening" ? data.happenings[item.ref] : undefined;
  if (claim) return <ClaimCard line={claim}>{children}</ClaimCard>;
  if (happening) return <HappeningCard line={happening}>{children}</HappeningCard>;
  return (
    <div class="card">
      {item.kind !== "text" && (
        <p class="soft">
          {item.kind} <code>{item.ref}</code>: shown after saving
        </p>
      )}
      {children}
    </div>
  );
}
