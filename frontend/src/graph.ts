// Laying out who takes from whom: two columns, those taken from on the left, those who take on the right; the same input gives the same drawing.
import type { Edge } from "./contract";

export interface Node {
  name: string;
  side: "up" | "down";
  total: number;
  y: number;
  height: number;
}

export interface Link {
  edge: Edge;
  /** Middle of the ribbon at its left and right end, and how wide it is. */
  from: number;
  to: number;
  width: number;
}

export interface Drawing {
  nodes: Node[];
  links: Link[];
  height: number;
  /** Edges between names that found no room. */
  left_out: Edge[];
}

const ROW = 24;
const GAP = 6;
const TALLEST = 150;

/** The names with the most on one side, at most so many; equal ones in the order of the alphabet. */
export function strongest(edges: Edge[], side: "up" | "down", most: number): string[] {
  const sums = new Map<string, number>();
  for (const e of edges) {
    const name = side === "up" ? e.upstream : e.downstream;
    sums.set(name, (sums.get(name) ?? 0) + e.count);
  }
  return [...sums].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1)).slice(0, most).map(([name]) => name);
}

/** Draw the strongest names of each side; ribbons are as wide as their counts, never thinner than a pixel. */
export function drawn(edges: Edge[], most = 20): Drawing {
  const down = strongest(edges, "down", most);
  const kept = edges.filter((e) => down.includes(e.downstream));
  const up = strongest(kept, "up", most);
  const shown = kept.filter((e) => up.includes(e.upstream));
  const scale = TALLEST / Math.max(1, ...[...sums(shown, "upstream").values(), ...sums(shown, "downstream").values()]);
  const left = column("up", up, shown, scale);
  const takers = down.filter((name) => shown.some((e) => e.downstream === name));
  const right = column("down", near(takers, shown, left), shown, scale);
  const links = joined(shown, left, right, scale);
  const height = Math.max(0, ...[...left, ...right].map((n) => n.y + n.height)) + GAP;
  return { nodes: [...left, ...right], links, height, left_out: edges.filter((e) => !shown.includes(e)) };
}

function sums(edges: Edge[], end: "upstream" | "downstream"): Map<string, number> {
  const found = new Map<string, number>();
  for (const e of edges) found.set(e[end], (found.get(e[end]) ?? 0) + e.count);
  return found;
}

function column(side: "up" | "down", names: string[], edges: Edge[], scale: number): Node[] {
  const total = sums(edges, side === "up" ? "upstream" : "downstream");
  let y = GAP;
  return names.map((name) => {
    const all = total.get(name) ?? 0;
    const node: Node = { name, side, total: all, y, height: Math.max(ROW, Math.ceil(all * scale)) };
    y += node.height + GAP;
    return node;
  });
}

/** Those who take, ordered by how high those they take from stand: fewer ribbons cross. */
function near(names: string[], edges: Edge[], left: Node[]): string[] {
  const middle = new Map(left.map((n) => [n.name, n.y + n.height / 2]));
  const heights = names.map((name): [string, number] => {
    const own = edges.filter((e) => e.downstream === name);
    const all = own.reduce((n, e) => n + e.count, 0);
    return [name, own.reduce((n, e) => n + (middle.get(e.upstream) ?? 0) * e.count, 0) / Math.max(1, all)];
  });
  return heights.sort(([a, n], [b, m]) => n - m || (a < b ? -1 : 1)).map(([name]) => name);
}

function joined(edges: Edge[], left: Node[], right: Node[], scale: number): Link[] {
  const ups = new Map(left.map((n, k) => [n.name, { n, k }]));
  const downs = new Map(right.map((n, k) => [n.name, { n, k }]));
  const at = (place: Map<string, { n: Node; k: number }>, name: string): number => place.get(name)?.k ?? 0;
  const links = edges.map((edge): Link => ({ edge, from: 0, to: 0, width: Math.max(1, edge.count * scale) }));
  const kinds = (a: Link, b: Link): number => (a.edge.kind < b.edge.kind ? -1 : a.edge.kind > b.edge.kind ? 1 : 0);
  stack([...links].sort((a, b) => at(downs, a.edge.downstream) - at(downs, b.edge.downstream) || kinds(a, b)), ups, "from");
  stack([...links].sort((a, b) => at(ups, a.edge.upstream) - at(ups, b.edge.upstream) || kinds(a, b)), downs, "to");
  return links;
}

/** Put the ends of ribbons under one another, in the middle of their node. */
function stack(links: Link[], nodes: Map<string, { n: Node; k: number }>, end: "from" | "to"): void {
  const name = (l: Link): string => (end === "from" ? l.edge.upstream : l.edge.downstream);
  for (const { n } of nodes.values()) {
    const own = links.filter((l) => name(l) === n.name);
    const all = own.reduce((sum, l) => sum + l.width, 0);
    const shrink = Math.min(1, n.height / Math.max(1, all));
    let y = n.y + (n.height - all * shrink) / 2;
    for (const l of own) {
      l[end] = y + (l.width * shrink) / 2;
      y += l.width * shrink;
    }
  }
}

/** Words cut to what fits into so many pixels, roughly; the whole stands in the title. */
export function fitted(name: string, pixels: number): string {
  const most = Math.max(4, Math.floor(pixels / 7.2));
  const points = Array.from(name);
  return points.length <= most ? name : `${points.slice(0, most - 1).join("").trimEnd()}…`;
}
