// What a dossier is made of.
import { describe, expect, it } from "vitest";
import { fault, has, listed, moved, names, same, slug } from "../src/dossier";

const text = { kind: "text" as const, ref: "", text: "What we asked", who: "Tess" };
const claim = { kind: "claim" as const, ref: "c1", text: "", who: "" };
const ask = { title: "Deir ez-Zor", items: [text, claim], version: 1, region: [], theme: [] };

describe("slug", () => {
  it("keeps letters and digits, with accents taken off", () => {
    expect(slug("Déir ez-Zor: the river, 2017!")).toBe("deir-ez-zor-the-river-2017");
  });
  it("gives a title without Latin letters the time", () => {
    expect(slug("دير الزور", 5_000)).toBe("dossier-5");
  });
  it("never ends with a hyphen, however long the title", () => {
    expect(slug(`${"a".repeat(59)} b`)).toBe("a".repeat(59));
  });
});

describe("moved", () => {
  it("moves up, down and nowhere", () => {
    expect(moved([1, 2, 3], 0, 2)).toEqual([2, 3, 1]);
    expect(moved([1, 2, 3], 2, 1)).toEqual([1, 3, 2]);
    expect(moved([1, 2, 3], 0, -1)).toEqual([1, 2, 3]);
    expect(moved([1, 2, 3], 5, 0)).toEqual([1, 2, 3]);
  });
});

describe("fault", () => {
  it("wants a title, words, and who writes them", () => {
    expect(fault(ask)).toBe("");
    expect(fault({ ...ask, title: " " })).toContain("title");
    expect(fault({ ...ask, items: [claim, { ...text, who: " " }] })).toBe("Part 2 does not say who writes it.");
    expect(fault({ ...ask, items: [{ ...text, text: "" }] })).toContain("no words");
  });
});

it("tells whether something changed, whatever the version", () => {
  expect(same(ask, { ...ask, version: 7 })).toBe(true);
  expect(same(ask, { ...ask, items: [claim, text] })).toBe(false);
});

it("knows what it has", () => {
  expect(has(ask, "claim", "c1")).toBe(true);
  expect(has(ask, "happening", "c1")).toBe(false);
});

it("reads a list with commas", () => {
  expect(listed(" Raqqa, Deir ez-Zor,, Raqqa ")).toEqual(["Raqqa", "Deir ez-Zor"]);
});

it("names parts so that no two have one name, and a moved claim keeps its own", () => {
  const items = [text, claim, text, claim];
  expect(new Set(names(items)).size).toBe(4);
  expect(names(moved([text, claim], 1, 0))).toContain(names([text, claim])[1]);
});
