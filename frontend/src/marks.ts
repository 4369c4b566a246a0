// Marking words in a text: offsets are code points, marks may overlap, and every piece knows all marks that cover it.

export type Range = [number, number];

export interface Mark {
  range: Range;
  kind: string;
  id?: string;
}

export interface Piece {
  text: string;
  start: number;
  end: number;
  marks: Mark[];
}

/** A text whose parts are taken by code points, as the back end counts them. */
export class Points {
  private readonly points: string[];
  constructor(readonly text: string) {
    this.points = Array.from(text);
  }
  get length(): number {
    return this.points.length;
  }
  slice(start: number, end?: number): string {
    return this.points.slice(start, end).join("");
  }
}

/** Cut a stretch of a text wherever a mark begins or ends. */
export function pieces(text: Points, marks: Mark[], from = 0, to = text.length): Piece[] {
  const inside = marks.filter((m) => m.range[0] < to && m.range[1] > from && m.range[0] < m.range[1]);
  const cuts = new Set<number>([from, to]);
  for (const m of inside) {
    cuts.add(Math.max(from, m.range[0]));
    cuts.add(Math.min(to, m.range[1]));
  }
  const ends = [...cuts].sort((a, b) => a - b);
  const found: Piece[] = [];
  for (let k = 0; k + 1 < ends.length; k++) {
    const start = ends[k] ?? 0;
    const end = ends[k + 1] ?? 0;
    if (start === end) continue;
    const covering = inside.filter((m) => m.range[0] <= start && m.range[1] >= end);
    found.push({ text: text.slice(start, end), start, end, marks: covering });
  }
  return found;
}

/** Where in the text (code points) a selection lies; elements of the text carry `data-start`, and what is chosen beside it is left out. */
export function selected(root: Element): Range | null {
  const chosen = window.getSelection();
  if (!chosen || chosen.isCollapsed || chosen.rangeCount === 0) return null;
  const range = chosen.getRangeAt(0);
  const touched = [...root.querySelectorAll("[data-start]")].filter((holder) => range.intersectsNode(holder));
  const first = touched[0];
  const last = touched[touched.length - 1];
  if (!first || !last) return null;
  const start = place(first, range.startContainer, range.startOffset, 0);
  const end = place(last, range.endContainer, range.endOffset, Infinity);
  return start < end ? [start, end] : null;
}

/** The place of a point in an element of the text; a point outside stands at the element's edge (a third click ends in the next block). */
function place(holder: Element, node: Node, at: number, edge: number): number {
  const from = Number(holder.getAttribute("data-start"));
  if (!holder.contains(node)) return from + Math.min(edge, Array.from(holder.textContent ?? "").length);
  const before = document.createRange();
  before.setStart(holder, 0);
  before.setEnd(node, at);
  return from + Array.from(before.toString()).length;
}

/** Stretches in order, those that overlap or touch made one. */
export function merged(ranges: Range[]): Range[] {
  const found: Range[] = [];
  for (const [start, end] of [...ranges].sort((a, b) => a[0] - b[0] || a[1] - b[1])) {
    const last = found[found.length - 1];
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else found.push([start, end]);
  }
  return found;
}

/** Which colour lights up the words of a field. */
export const COLOUR: Record<string, string> = {
  voices: "who", cue: "who", actors: "actor", targets: "actor", place: "where", when: "when", killed: "figures", injured: "figures",
  captured: "figures", displaced: "figures", means: "means", control: "where", kind: "what", polarity: "sure", certainty: "sure",
  tense: "sure", manner: "sure", content: "content",
};
