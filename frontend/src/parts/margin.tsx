// The margin of an article: a bar along words that another article shares, with whose they are and which way they went.
import type { RefObject } from "preact";
import { useLayoutEffect, useState } from "preact/hooks";
import type { CopyLine } from "../contract";
import type { Range } from "../marks";
import { merged } from "../marks";
import { count } from "../words";
import { KIND, UPSTREAM } from "./copies";

/** More lanes than this cannot be told apart; the list beside the text has all. */
const LANES = 4;

interface Bar {
  lane: number;
  top: number;
  height: number;
}

interface Laid {
  bars: Bar[];
  /** Where the note of each lane stands, in pixels from the top of the text; -1 where its words are not in the text shown. */
  notes: number[];
}

/** The words of a text that another article has too, but for stock background. */
export function sharedRanges(copy: CopyLine): Range[] {
  return merged(copy.passages.filter((p) => p.kind !== "background").map((p) => p.one));
}

/** Bars and notes of those that share words with the text in `box`. */
export function Margin({ copies, box }: { copies: CopyLine[]; box: RefObject<HTMLDivElement | null> }) {
  const sharing = copies.filter((c) => sharedRanges(c).length > 0);
  const shown = sharing.slice(0, LANES);
  const laid = useLaid(shown, box);
  if (shown.length === 0) return null;
  return (
    <div class="margin" aria-label="Words that other articles share" role="group">
      {laid.bars.map((b, n) => (
        <span key={n} class={`bar-of lane${b.lane}`} style={{ top: `${b.top}px`, height: `${b.height}px` }} aria-hidden="true" />
      ))}
      {shown.map((copy, lane) => {
        const top = laid.notes[lane] ?? -1;
        return top < 0 ? null : (
          <p key={copy.article.id} class={`note small lane${lane}`} style={{ top: `${top}px` }}>
            <a href={`/articles/${copy.article.id}`} title={copy.article.title}>
              {copy.article.outlet || "an unnamed outlet"}
            </a>{" "}
            {copy.article.published}
            <span class="soft">
              {" "}
              {KIND[copy.kind]}; {UPSTREAM[copy.upstream]}
            </span>
          </p>
        );
      })}
      {sharing.length > LANES && <p class="small soft rest">and {count(sharing.length - LANES, "other")}, in the list beside</p>}
    </div>
  );
}

function useLaid(copies: CopyLine[], box: RefObject<HTMLDivElement | null>): Laid {
  const [laid, setLaid] = useState<Laid>({ bars: [], notes: [] });
  useLayoutEffect(() => {
    const root = box.current;
    if (!root) return;
    const lay = (): void => setLaid(measured(root, copies));
    lay();
    const watch = new ResizeObserver(lay);
    watch.observe(root);
    return () => watch.disconnect();
  }, [copies.map((c) => c.article.id).join()]);
  return laid;
}

/** The height of a note with four lines; notes that would lie on one another move down by it. */
const NOTE = 88;

function measured(root: HTMLElement, copies: CopyLine[]): Laid {
  const zero = root.getBoundingClientRect().top;
  const parts = [...root.querySelectorAll<HTMLElement>("[data-start]")].map((e) => ({ start: Number(e.dataset["start"]), box: e.getBoundingClientRect() }));
  const bars = copies.flatMap((copy, lane) =>
    sharedRanges(copy).flatMap(([from, to]): Bar[] => {
      const inside = parts.filter((p) => p.start >= from && p.start < to);
      if (inside.length === 0) return [];
      const top = Math.min(...inside.map((p) => p.box.top)) - zero;
      return [{ lane, top, height: Math.max(...inside.map((p) => p.box.bottom)) - zero - top }];
    }),
  );
  return { bars, notes: stacked(copies.map((_, lane) => bars.find((b) => b.lane === lane)?.top ?? -1)) };
}

/** Notes where their bars begin, moved down past those above them. */
export function stacked(tops: number[], height = NOTE): number[] {
  const placed = [...tops];
  let free = 0;
  for (const n of tops.map((_, k) => k).sort((a, b) => (tops[a] ?? 0) - (tops[b] ?? 0))) {
    const top = tops[n] ?? -1;
    if (top < 0) continue;
    placed[n] = Math.max(top, free);
    free = (placed[n] ?? 0) + height;
  }
  return placed;
}
