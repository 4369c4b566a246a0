import { describe, expect, test } from "vitest";
import { kmPerPixel, ring } from "../src/circles";
import type { MapSpot } from "../src/contract";
import { boxOf, core, gather, readBox, spotKey } from "../src/gather";

function spot(name: string, lat: number, lon: number, radius_km: number, count = 1, contested = 0): MapSpot {
  return { lat, lon, radius_km, name, count, contested, origins: 1, ids: [name], lead: `told at ${name}`, said_by: "SANA", clustered: false, box: [lon, lat, lon, lat] };
}

const HOMS = spot("Homs", 34.73, 36.71, 6, 5, 1);
const RASTAN = spot("Rastan", 34.92, 36.73, 3, 2);
const SYRIA = spot("Syria", 34.8, 39, 250, 9);

describe("gather", () => {
  test("places that cannot be told apart become one circle at the place with most, and keep all", () => {
    const found = gather([RASTAN, HOMS], 4);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({ name: "Homs", lat: HOMS.lat, count: 7, contested: 1, clustered: true, ids: ["Homs", "Rastan"], box: [36.71, 34.73, 36.73, 34.92] });
    expect(found[0]?.members.map((m) => m.name)).toEqual(["Homs", "Rastan"]);
  });
  test("nearer they stand apart", () => {
    expect(gather([RASTAN, HOMS], 9).map((d) => d.clustered)).toEqual([false, false]);
  });
  test("a wide area is never counted into a circle, nor gathers others", () => {
    const found = gather([SYRIA, spot("Palmyra", 34.8, 39.01, 5)], 5);
    expect(found.map((d) => d.members.length)).toEqual([1, 1]);
    expect(found[0]?.pixels).toBeGreaterThan(45);
  });
  test("nothing is lost at any zoom", () => {
    const many = Array.from({ length: 300 }, (_, n) => spot(`p${n}`, 33 + ((n * 37) % 100) / 30, 36 + ((n * 53) % 100) / 20, n % 40, 1 + (n % 7)));
    for (const zoom of [1, 4, 7, 11]) {
      const found = gather(many, zoom);
      expect(found.reduce((sum, d) => sum + d.count, 0)).toBe(many.reduce((sum, s) => sum + s.count, 0));
      expect(new Set(found.flatMap((d) => d.members.map(spotKey))).size).toBe(new Set(many.map(spotKey)).size);
    }
  });
  test("the spots it was given stay as they were", () => {
    const copy = structuredClone([HOMS, RASTAN]);
    gather([HOMS, RASTAN], 2);
    expect([HOMS, RASTAN]).toEqual(copy);
  });
});

describe("views", () => {
  test("the first view leaves far single places out", () => {
    const many = Array.from({ length: 40 }, (_, n) => spot(`p${n}`, 34 + n / 40, 36 + n / 40, 2));
    const box = core([...many, spot("Washington", 38.9, -77, 10)]);
    expect(box?.[0]).toBeGreaterThan(30);
    expect(core([])).toBeNull();
  });
  test("the whole world is no filter, and a box stays inside it", () => {
    expect(boxOf([-200, -80, 200, 80])).toBeNull();
    expect(boxOf([170, 10, 200, 95])).toEqual([170, 10, 180, 90]);
  });
  test("a box of the address is four numbers or none", () => {
    expect(readBox("36.1,33,37,34.5")).toEqual([36.1, 33, 37, 34.5]);
    for (const words of [null, "", "1,2,3", "a,b,c,d", "1,2,3,4,5"]) expect(readBox(words)).toBeNull();
  });
});

test("a ring has its radius on the ground at any latitude", () => {
  for (const lat of [0, 34, 65]) {
    const [, , , far] = [0, 16, 32, 48].map((k) => ring(lat, 40, 100)[k] as [number, number]);
    const north = ring(lat, 40, 100)[0] as [number, number];
    expect((north[1] - lat) * 111.195).toBeCloseTo(100, 0);
    const phi = (lat * Math.PI) / 180;
    expect(Math.abs((far?.[0] ?? 0) - 40) * 111.195 * Math.cos(phi)).toBeCloseTo(100, -1);
  }
  expect(kmPerPixel(0, 0)).toBeCloseTo(78.27, 1);
});
