// The timeline's sums: bins to bars, and a stretch of the screen to days.
import type { Bin } from "./contract";

export const DAY = 86_400_000;

export function dayNumber(day: string): number {
  return Math.floor(Date.parse(`${day}T00:00:00Z`) / DAY);
}

export function dayOf(n: number): string {
  return new Date(n * DAY).toISOString().slice(0, 10);
}

export interface Bar {
  x: number;
  width: number;
  height: number;
  contested: number;
  bin: Bin;
}

export interface Scale {
  first: number;
  last: number;
}

/** The days that the bars stand for; a day at least. */
export function scale(bins: Bin[]): Scale {
  const first = bins.length ? Math.min(...bins.map((b) => dayNumber(b.first))) : 0;
  const last = bins.length ? Math.max(...bins.map((b) => dayNumber(b.last))) + 1 : 1;
  return { first, last: Math.max(last, first + 1) };
}

/** Bars as parts (0 to 1) of the drawing: the tallest fills it; small ones stay visible. */
export function bars(bins: Bin[], of: Scale): Bar[] {
  const top = Math.max(1, ...bins.map((b) => b.count));
  const span = of.last - of.first;
  return bins.map((bin) => {
    const begin = dayNumber(bin.first);
    const height = Math.max(0.03, bin.count / top);
    return {
      x: (begin - of.first) / span,
      width: Math.max(0.002, (dayNumber(bin.last) + 1 - begin) / span),
      height,
      contested: bin.count ? (height * bin.contested) / bin.count : 0,
      bin,
    };
  });
}

/** The days that a stretch (two parts of the drawing, 0 to 1) covers, both inside. */
export function brushed(one: number, other: number, of: Scale): [string, string] {
  const [low, high] = one < other ? [one, other] : [other, one];
  const span = of.last - of.first;
  const at = (part: number): number => of.first + Math.min(1, Math.max(0, part)) * span;
  const first = Math.floor(at(low));
  return [dayOf(first), dayOf(Math.max(first, Math.ceil(at(high)) - 1))];
}
