// Outlets in the order somebody asked for.
import type { SourceLine } from "./contract";

export type Column = "name" | "articles" | "claims" | "own" | "named" | "single" | "copied";

/** Sorted by a column, numbers the highest first; a "-" before the column turns the order round. Equal ones go by name. */
export function sorted(outlets: SourceLine[], by: string): SourceLine[] {
  const turned = by.startsWith("-");
  const column = (turned ? by.slice(1) : by) as Column;
  const order = (a: SourceLine, b: SourceLine): number => {
    const [x, y] = [a[column] ?? 0, b[column] ?? 0];
    const way = typeof x === "string" ? x.localeCompare(String(y), "en") : Number(y) - x;
    return (turned ? -way : way) || a.name.localeCompare(b.name, "en");
  };
  return [...outlets].sort(order);
}
