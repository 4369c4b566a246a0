// Times of the board.
import { describe, expect, it } from "vitest";
import { daysBefore, local, looked, stamp } from "../src/since";

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

describe("visits", () => {
  const at = (time: string): Date => new Date(`2026-11-23T${time}Z`);
  it("have none before the first", () => {
    expect(looked(null, at("08:00:00"))).toEqual({ before: "", last: "2026-11-23T08:00:00Z" });
  });
  it("go on while somebody keeps looking", () => {
    const held = { before: "2026-11-22T17:00:00Z", last: "2026-11-23T08:00:00Z" };
    expect(looked(held, at("08:20:00"))).toEqual({ ...held, last: "2026-11-23T08:20:00Z" });
  });
  it("end with a pause", () => {
    expect(looked({ before: "", last: "2026-11-23T08:00:00Z" }, at("12:00:00")).before).toBe("2026-11-23T08:00:00Z");
  });
});
