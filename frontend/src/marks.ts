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

/** Where in the text (code points) a selection made in an element begins and ends; elements carry `data-start`. */
export function selected(root: Element): Range | null {
  const chosen = window.getSelection();
  if (!chosen || chosen.isCollapsed || chosen.rangeCount === 0) return null;
  const range = chosen.getRangeAt(0);
  if (!root.contains(range.commonAncestorContainer)) return null;
  const start = offset(range.startContainer, range.startOffset);
  const end = offset(range.endContainer, range.endOffset);
  return start === null || end === null || start >= end ? null : [start, end];
}

function offset(node: Node, at: number): number | null {
  const holder = (node instanceof Element ? node : node.parentElement)?.closest("[data-start]");
  if (!holder) return null;
  const before = document.createRange();
  before.setStart(holder, 0);
  before.setEnd(node, at);
  return Number(holder.getAttribute("data-start")) + Array.from(before.toString()).length;
}

/** Which colour lights up the words of a field. */
export const COLOUR: Record<string, string> = {
  voices: "who", cue: "who", actors: "actor", targets: "actor", place: "where", when: "when", killed: "figures", injured: "figures",
  captured: "figures", displaced: "figures", means: "means", control: "where", kind: "what", polarity: "sure", certainty: "sure",
  tense: "sure", manner: "sure", content: "content",
};
