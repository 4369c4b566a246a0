// Where the names stand in the graph of sources: on a circle, in an order that keeps those who take from each other near.
import type { Edge } from "./contract";

export interface Node {
  name: string;
  x: number;
  y: number;
  weight: number;
}

/** The strongest names and where they stand (0 to 1); always the same for the same edges. */
export function placed(edges: Edge[], most: number): Node[] {
  const weight = new Map<string, number>();
  for (const e of edges)
    for (const name of [e.downstream, e.upstream]) weight.set(name, (weight.get(name) ?? 0) + e.count);
  const names = [...weight].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, most).map(([name]) => name);
  const inside = new Set(names);
  const kept = edges.filter((e) => inside.has(e.downstream) && inside.has(e.upstream));
  const order = chained(names, kept);
  return order.map((name, n) => {
    const way = (2 * Math.PI * n) / order.length - Math.PI / 2;
    return { name, x: 0.5 + 0.36 * Math.cos(way), y: 0.5 + 0.36 * Math.sin(way), weight: weight.get(name) ?? 0 };
  });
}

/** Names in a row in which each next one is the one most bound to those before. */
function chained(names: string[], edges: Edge[]): string[] {
  const row: string[] = [];
  const left = new Set(names);
  const bound = new Map<string, number>();
  let next = names[0];
  while (next !== undefined) {
    row.push(next);
    left.delete(next);
    for (const e of edges) {
      const other = e.downstream === next ? e.upstream : e.upstream === next ? e.downstream : null;
      if (other && left.has(other)) bound.set(other, (bound.get(other) ?? 0) * 0.5 + e.count);
    }
    next = [...left].sort((a, b) => (bound.get(b) ?? 0) - (bound.get(a) ?? 0) || names.indexOf(a) - names.indexOf(b))[0];
  }
  return row;
}
