// How values are put in words, the same on every page.
import type { WireFigure } from "./contract";

export function count(n: number, one: string, many = `${one}s`): string {
  return `${n.toLocaleString("en")} ${n === 1 ? one : many}`;
}

/** "2017-09-24", or "2017-09-23 to 2017-09-24". */
export function days(first: string, last: string): string {
  return !first ? "no day" : first === last || !last ? first : `${first} to ${last}`;
}

/** A range of people as its words have it: "at least 70", "24 to 99", "up to 30", "1". */
export function figure(f: Pick<WireFigure, "low" | "high">): string {
  if (f.high === null) return `at least ${f.low}`;
  if (f.low === f.high) return `${f.low}`;
  return f.low === 0 ? `up to ${f.high}` : `${f.low} to ${f.high}`;
}

/** "armed-clash" as people write it: "armed clash". */
export function kind(word: string): string {
  return word.replaceAll("-", " ");
}

/** "35.34 N 40.14 E": two decimals, about a kilometre, and no more is claimed. */
export function point(lat: number, lon: number): string {
  return `${Math.abs(lat).toFixed(2)} ${lat >= 0 ? "N" : "S"} ${Math.abs(lon).toFixed(2)} ${lon >= 0 ? "E" : "W"}`;
}

export function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}

/** The day of a time in UTC, with the time of day: "2026-11-23 08:12 UTC". */
export function time(at: string): string {
  return at ? `${at.slice(0, 10)} ${at.slice(11, 16)} UTC` : "";
}
