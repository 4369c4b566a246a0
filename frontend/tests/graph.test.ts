// Who takes from whom, laid out.
import { describe, expect, it } from "vitest";
import type { Edge } from "../src/contract";
import { drawn, fitted, strongest } from "../src/graph";

const edge = (upstream: string, downstream: string, count: number, kind: Edge["kind"] = "cites"): Edge => ({ upstream, downstream, count, kind, lag_days: null });
const EDGES = [edge("AFP", "Ahram", 100, "reposts"), edge("AFP", "Ahram", 40), edge("SANA", "Manar", 78), edge("SANA", "Ahram", 34), edge("Manar", "Ahram", 1)];

describe("strongest", () => {
  it("sums over kinds, and orders equal ones by name", () => {
    expect(strongest(EDGES, "up", 2)).toEqual(["AFP", "SANA"]);
    expect(strongest([edge("b", "x", 1), edge("a", "x", 1)], "up", 2)).toEqual(["a", "b"]);
  });
});

describe("drawn", () => {
  it("puts a name that takes and is taken from on both sides", () => {
    const { nodes } = drawn(EDGES);
    expect(nodes.filter((n) => n.name === "Manar").map((n) => n.side).sort()).toEqual(["down", "up"]);
  });

  it("keeps ribbons inside their nodes and nodes apart", () => {
    const { nodes, links } = drawn(EDGES);
    for (const l of links) {
      const up = nodes.find((n) => n.side === "up" && n.name === l.edge.upstream);
      expect(l.from).toBeGreaterThanOrEqual(up?.y ?? Infinity);
      expect(l.from).toBeLessThanOrEqual((up?.y ?? 0) + (up?.height ?? 0));
    }
    const left = nodes.filter((n) => n.side === "up");
    for (let k = 1; k < left.length; k++) expect(left[k]?.y).toBeGreaterThan((left[k - 1]?.y ?? 0) + (left[k - 1]?.height ?? 0));
  });

  it("is as wide as the count says", () => {
    const [strong, weak] = [100, 34].map((n) => drawn(EDGES).links.find((l) => l.edge.count === n)?.width ?? 0);
    expect((strong ?? 0) / (weak ?? 1)).toBeCloseTo(100 / 34);
  });

  it("tells what found no room, and draws the same whatever the order", () => {
    const many = Array.from({ length: 50 }, (_, n) => edge(`up ${n}`, "one", 50 - n));
    const { nodes, left_out } = drawn(many, 20);
    expect(nodes.length).toBe(21);
    expect(left_out.length).toBe(30);
    expect(drawn([...EDGES].reverse()).nodes).toEqual(drawn(EDGES).nodes);
  });

  it("leaves out those who take only from names that found no room", () => {
    const { nodes } = drawn([edge("AFP", "Ahram", 5), edge("SANA", "Ahram", 4), edge("Izvestia", "TASS", 1)], 2);
    expect(nodes.map((n) => n.name)).not.toContain("TASS");
  });

  it("draws nothing of nothing", () => {
    expect(drawn([]).nodes).toEqual([]);
  });
});

describe("fitted", () => {
  it("cuts by characters, not halves of them", () => {
    expect(fitted("SANA", 100)).toBe("SANA");
    expect(fitted("Syrian Observatory for Human Rights", 80)).toBe("Syrian Obs…");
    expect(fitted("𝒜".repeat(20), 30)).toBe(`${"𝒜".repeat(3)}…`);
  });
});
