import { expect, test } from "vitest";
import { bars, brushed, dayNumber, dayOf, scale, stepped, ticks } from "../src/bins";
import type { Bin } from "../src/contract";

const BINS: Bin[] = [
  { first: "2016-12-26", last: "2017-01-01", count: 4, contested: 1 },
  { first: "2017-01-02", last: "2017-01-08", count: 0, contested: 0 },
  { first: "2017-01-16", last: "2017-01-22", count: 8, contested: 8 },
];

test("days are counted and named alike", () => {
  for (const day of ["1988-01-01", "2016-02-29", "2017-12-31"]) expect(dayOf(dayNumber(day))).toBe(day);
});

test("bars stand where their days are, and contested ones are part of the bar", () => {
  const drawn = bars(BINS, scale(BINS));
  expect(drawn[0]?.x).toBe(0);
  expect(drawn[2]?.x).toBeCloseTo(21 / 28);
  expect(drawn[0]?.contested).toBeCloseTo(0.125);
  expect(drawn[2]?.contested).toBe(drawn[2]?.height);
});

test("a stretch of the screen is whole days, in either direction and not beyond the ends", () => {
  const of = scale(BINS);
  expect(brushed(0, 0.25, of)).toEqual(["2016-12-26", "2017-01-01"]);
  expect(brushed(0.25, 0, of)).toEqual(["2016-12-26", "2017-01-01"]);
  expect(brushed(-1, 5, of)).toEqual(["2016-12-26", "2017-01-22"]);
  expect(brushed(0.5, 0.5, of)).toEqual(["2017-01-09", "2017-01-09"]);
});

test("the keys step from bar to bar, over gaps, and stop at the ends", () => {
  expect(stepped(BINS, "2016-12-26", 1, "first")).toBe("2017-01-02");
  expect(stepped(BINS, "2017-01-02", 1, "first")).toBe("2017-01-16");
  expect(stepped(BINS, "2017-01-22", -1, "last")).toBe("2017-01-08");
  expect(stepped(BINS, "2017-01-22", -99, "last")).toBe("2017-01-01");
  expect(stepped(BINS, "2030-01-01", 1, "last")).toBe("2017-01-22");
  expect(stepped([], "2030-01-01", 1, "last")).toBe("2030-01-01");
});

test("ticks fit the width and stand inside", () => {
  for (const [first, last] of [["2017-01-01", "2017-01-05"], ["2017-01-01", "2017-03-20"], ["2012-05-01", "2017-12-31"], ["1900-01-01", "2026-01-01"]])
    for (const most of [3, 8]) {
      const found = ticks({ first: dayNumber(first ?? ""), last: dayNumber(last ?? "") }, most);
      expect(found.length).toBeGreaterThan(0);
      expect(found.length).toBeLessThanOrEqual(most + 1);
      for (const t of found) expect(t.at >= 0 && t.at < 1).toBe(true);
    }
});
