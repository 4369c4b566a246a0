// Times of the board.
import { describe, expect, it } from "vitest";
import { daysBefore, local, stamp } from "../src/since";

describe("times", () => {
  it("are whole seconds in UTC", () => {
    expect(stamp(new Date("2026-11-23T08:12:34.567Z"))).toBe("2026-11-23T08:12:34Z");
  });
  it("go back by days", () => {
    expect(daysBefore(7, new Date("2026-11-23T08:00:00Z"))).toBe("2026-11-16T08:00:00Z");
  });
  it("come back from an input as they went in", () => {
    const at = "2026-11-23T08:12:00Z";
    expect(stamp(new Date(local(at)))).toBe(at);
  });
  it("are nothing when they are no times", () => {
    expect(local("soon")).toBe("");
  });
});
