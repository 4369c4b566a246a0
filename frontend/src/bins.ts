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

/** The next end of a bar from a day, so many bars on: its first day, or its last. */
export function stepped(bins: Bin[], day: string, by: number, end: "first" | "last"): string {
  const here = bins.findIndex((b) => b.last >= day);
  const from = here < 0 ? bins.length - 1 : here;
  const to = bins[Math.max(0, Math.min(bins.length - 1, from + by))];
  return to ? to[end] : day;
}

export interface Tick {
  at: number;
  name: string;
}

/** Days to name below the bars: years, months or days, whichever are fewer than `most`. */
export function ticks(of: Scale, most: number): Tick[] {
  const span = of.last - of.first;
  for (const [months, form] of [[1, 7], [3, 7], [6, 7], [12, 4], [24, 4], [60, 4], [120, 4], [600, 4]] as const) {
    if (span / 30.4 / months > most) continue;
    const found = starts(of, months).map((n) => ({ at: (n - of.first) / span, name: dayOf(n).slice(0, form) }));
    return found.length >= 2 || months > 1 ? found : days(of, most);
  }
  return [];
}

/** The first days of every so many months. */
function starts(of: Scale, months: number): number[] {
  const begin = new Date(of.first * DAY);
  const found: number[] = [];
  const months0 = begin.getUTCFullYear() * 12 + begin.getUTCMonth();
  for (let m = months0 - (months0 % months); ; m += months) {
    const n = Math.floor(Date.UTC(Math.floor(m / 12), m % 12, 1) / DAY);
    if (n >= of.last) return found;
    if (n >= of.first) found.push(n);
  }
}

function days(of: Scale, most: number): Tick[] {
  const step = [1, 2, 7, 14].find((n) => (of.last - of.first) / n <= most) ?? 14;
  const found: Tick[] = [];
  for (let n = of.first; n < of.last; n += step) found.push({ at: (n - of.first) / (of.last - of.first), name: dayOf(n) });
  return found;
}
