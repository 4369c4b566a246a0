// What an address asks for beyond the fields of a form.
import { expect, it } from "vitest";
import { unseen } from "../src/asked";

const of = (query: string): [string, string, string[]][] =>
  unseen(new URLSearchParams(query), ["kind", "text"], ["happening"]).map((u) => [u.name, u.value, u.rest]);

it("finds nothing where the fields show everything", () => {
  expect(of("kind=protest&text=x&sort=newest")).toEqual([]);
});

it("finds further values of a field, and what stays without each", () => {
  expect(of("kind=a&kind=b&kind=c")).toEqual([["kind", "b", ["a", "c"]], ["kind", "c", ["a", "b"]]]);
});

it("finds parameters that have no field", () => {
  expect(of("happening=h1")).toEqual([["happening", "h1", []]]);
  expect(of("happening=")).toEqual([]);
});
