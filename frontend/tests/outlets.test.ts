// Outlets in order.
import { expect, it } from "vitest";
import type { SourceLine } from "../src/contract";
import { sorted } from "../src/outlets";

const line = (name: string, claims: number, own: number): SourceLine => ({ key: name, name, articles: 1, claims, own, named: 0, single: 0, copied: 0, kinds: [], ties: [] });
const ALL = [line("Sputnik", 5, 0.2), line("Al-Manar", 5, 0.9), line("SANA", 9, 0.1)];
const names = (by: string): string[] => sorted(ALL, by).map((o) => o.name);

it("puts the highest number first, equal ones by name", () => {
  expect(names("claims")).toEqual(["SANA", "Al-Manar", "Sputnik"]);
  expect(names("own")).toEqual(["Al-Manar", "Sputnik", "SANA"]);
});

it("turns the order round", () => {
  expect(names("-claims")).toEqual(["Al-Manar", "Sputnik", "SANA"]);
  expect(names("name")).toEqual(["Al-Manar", "SANA", "Sputnik"]);
  expect(names("-name")).toEqual(["Sputnik", "SANA", "Al-Manar"]);
});

it("leaves them by name under a column that is none", () => {
  expect(names("nonsense")).toEqual(["Al-Manar", "SANA", "Sputnik"]);
});
