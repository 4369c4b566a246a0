// Since when the board tells: the last visit of this browser, or a time that was asked for.
const VISIT = "sayso:visit";
const BEFORE = "sayso:visit-before";

/** The second, as the back end takes it: "2026-11-23T08:12:00Z". */
export function stamp(at: Date): string {
  return `${at.toISOString().slice(0, 19)}Z`;
}

/** When this browser was at the board before this sitting, "" if never; a sitting is what one tab sees until it is closed. */
export function lastVisit(now = new Date()): string {
  try {
    const held = window.sessionStorage.getItem(BEFORE);
    const before = held ?? window.localStorage.getItem(VISIT) ?? "";
    window.sessionStorage.setItem(BEFORE, before);
    window.localStorage.setItem(VISIT, stamp(now));
    return before;
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
