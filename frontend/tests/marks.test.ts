// Texts cut by marks, counted in code points.
import { expect, it } from "vitest";
import { merged, pieces, Points } from "../src/marks";
import { stacked } from "../src/parts/margin";

const words = (text: string, ...ranges: [number, number][]): [string, number][] =>
  pieces(new Points(text), ranges.map((range) => ({ range, kind: "claim" }))).map((p) => [p.text, p.marks.length]);

it("slices by code points, so that a letter outside the basic plane counts as one", () => {
  expect(new Points("a𝔟c").slice(1, 2)).toBe("𝔟");
  expect(new Points("👩🏽x").length).toBe(3);
});

it("cuts a text where marks begin and end, overlapping ones too", () => {
  expect(words("abcdef", [0, 4], [2, 6])).toEqual([["ab", 1], ["cd", 2], ["ef", 1]]);
  expect(words("abcdef", [1, 5], [2, 3])).toEqual([["a", 0], ["b", 1], ["c", 2], ["de", 1], ["f", 0]]);
});

it("gives back the whole text, whatever the marks", () => {
  for (const ranges of [[], [[0, 6]], [[0, 6], [0, 6]], [[3, 3]], [[-2, 2], [5, 99]]] as [number, number][][])
    expect(words("abcdef", ...ranges).map(([t]) => t).join("")).toBe("abcdef");
});

it("takes a mark of no length for none", () => {
  expect(words("abc", [1, 1])).toEqual([["abc", 0]]);
});

it("cuts inside the stretch asked for", () => {
  const found = pieces(new Points("abcdef"), [{ range: [0, 3], kind: "claim" }], 2, 5);
  expect(found.map((p) => [p.text, p.start, p.marks.length])).toEqual([["c", 2, 1], ["de", 3, 0]]);
});

it("makes one stretch of those that overlap or touch", () => {
  expect(merged([[5, 9], [0, 3], [3, 4], [7, 8]])).toEqual([[0, 4], [5, 9]]);
});

it("moves notes in the margin down past those above them, in the order of their bars", () => {
  expect(stacked([0, 10, 500], 50)).toEqual([0, 50, 500]);
  expect(stacked([40, 10, -1], 50)).toEqual([60, 10, -1]);
});
