// A sitting at the review queue: what was decided so far, and which claim comes next.
import type { ReviewLine } from "./contract";

/** The last decision of somebody on a claim that still stands; notes count as well, what was taken back does not. */
export function lastOwn(reviews: ReviewLine[], who: string): ReviewLine | null {
  const own = reviews.filter((r) => r.who === who && !r.undone && r.decision !== "undo");
  return own[own.length - 1] ?? null;
}

/** The claim after this one that was not decided in this sitting; at the end of the list the one that follows, decided or not. */
export function next(ids: string[], at: string, decided: ReadonlyMap<string, string>): string {
  const now = ids.indexOf(at);
  const open = ids.slice(now + 1).find((id) => !decided.has(id));
  return open ?? ids[Math.min(now + 1, ids.length - 1)] ?? at;
}

/** So many places on, staying inside the list. */
export function step(ids: string[], at: string, by: number): string {
  const now = ids.indexOf(at);
  return ids[Math.max(0, Math.min(ids.length - 1, now + by))] ?? at;
}

export const PAST: Record<string, string> = { confirm: "confirmed", reject: "rejected", amend: "amended", note: "noted" };
