// Since when the board tells: the last visit of this browser, or a time that was asked for.
const KEY = "sayso:visits";
/** Milliseconds without a look at the board after which the next look begins a new visit. */
const PAUSE = 30 * 60_000;

export interface Visits {
  /** When the visit before this one ended, "" if there was none. */
  before: string;
  /** The last look at the board. */
  last: string;
}

/** The second, as the back end takes it: "2026-11-23T08:12:00Z". */
export function stamp(at: Date): string {
  return `${at.toISOString().slice(0, 19)}Z`;
}

/** What a look at the board makes of the visits so far: within half an hour it belongs to the same one. */
export function looked(held: Visits | null, now: Date): Visits {
  const last = stamp(now);
  if (!held) return { before: "", last };
  return now.getTime() - Date.parse(held.last) < PAUSE ? { before: held.before, last } : { before: held.last, last };
}

/** When the visit of this browser before this one ended, "" if never. */
export function lastVisit(now = new Date()): string {
  try {
    const visits = looked(JSON.parse(window.localStorage.getItem(KEY) ?? "null") as Visits | null, now);
    window.localStorage.setItem(KEY, JSON.stringify(visits));
    return visits.before;
  } catch {
    return "";
  }
}

export const CHOICES: [string, number][] = [
  ["24 hours", 1],
  ["7 days", 7],
  ["30 days", 30],
];

/** So many days before a time. */
export function daysBefore(days: number, now = new Date()): string {
  return stamp(new Date(now.getTime() - days * 86_400_000));
}

/** A day and a time of day in the reader's own zone, as an input of the browser wants it. */
export function local(at: string): string {
  const time = new Date(at.length === 10 ? `${at}T00:00:00Z` : at);
  if (Number.isNaN(time.getTime())) return "";
  return new Date(time.getTime() - time.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}
