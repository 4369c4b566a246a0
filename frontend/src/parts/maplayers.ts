// How happenings are drawn: areas of doubt, rings where those are too small to see, counted circles; contested ones hatched or ringed twice.
import type { Feature, FeatureCollection } from "geojson";
import type { ExpressionSpecification, GeoJSONSource, Map as Ground } from "maplibre-gl";
import { ring } from "../circles";
import type { Drawn } from "../gather";

const COLOURS = {
  light: { told: "#1f5b70", contested: "#a3241b", paper: "#ffffff" },
  dark: { told: "#7fc4da", contested: "#ff9a8f", paper: "#0d1418" },
};
const RING = 11; // pixels: an area smaller than this gets a ring that can be seen and picked
export const PICKABLE = ["spot", "area"];

type Says = ExpressionSpecification;
const on = (name: string): Says => ["boolean", ["feature-state", name], false];
const contested: Says = [">", ["get", "contested"], 0];
const radius = (more: number): Says => [
  "case", ["get", "clustered"], ["min", 26 + more, ["+", 9 + more, ["*", 2.2, ["ln", ["get", "count"]]]]], ["min", 14 + more, ["+", 5 + more, ["*", 1.5, ["ln", ["get", "count"]]]]],
];

export function layers(map: Ground, dark: boolean): void {
  const colour = COLOURS[dark ? "dark" : "light"];
  const empty = { type: "FeatureCollection" as const, features: [] };
  const tone: Says = ["case", contested, colour.contested, colour.told];
  map.addImage("hatch", hatch(colour.contested));
  map.addSource("areas", { type: "geojson", data: empty });
  map.addSource("spots", { type: "geojson", data: empty });
  map.addLayer({
    id: "area", type: "fill", source: "areas",
    paint: { "fill-color": tone, "fill-opacity": ["case", on("picked"), 0.25, on("lit"), 0.2, ["interpolate", ["linear"], ["get", "pixels"], 15, 0.16, 60, 0.07, 160, 0.015]] },
  });
  map.addLayer({
    id: "area-hatch", type: "fill", source: "areas", filter: contested,
    paint: { "fill-pattern": "hatch", "fill-opacity": ["interpolate", ["linear"], ["get", "pixels"], 15, 0.55, 60, 0.25, 160, 0.05] },
  });
  map.addLayer({
    id: "area-line", type: "line", source: "areas",
    paint: { "line-color": tone, "line-width": ["case", on("picked"), 3, on("lit"), 2.5, 1.2], "line-opacity": ["case", on("picked"), 1, on("lit"), 1, ["interpolate", ["linear"], ["get", "pixels"], 40, 0.9, 160, 0.4]] },
  });
  map.addLayer({
    id: "spot-twice", type: "circle", source: "spots", filter: ["all", contested, ["get", "ring"]],
    paint: { "circle-color": "transparent", "circle-radius": radius(4), "circle-stroke-color": colour.contested, "circle-stroke-width": 1.5 },
  });
  map.addLayer({
    id: "spot", type: "circle", source: "spots", filter: ["get", "ring"],
    paint: {
      "circle-color": ["case", ["get", "clustered"], tone, colour.paper], "circle-opacity": ["case", ["get", "clustered"], 0.92, 0.55],
      "circle-stroke-color": ["case", ["get", "clustered"], colour.paper, tone],
      "circle-stroke-width": ["case", on("picked"), 4, on("lit"), 4, ["get", "clustered"], 1, 2], "circle-radius": radius(0),
    },
  });
  map.addLayer({
    id: "spot-picked", type: "circle", source: "spots", filter: ["get", "ring"],
    paint: {
      "circle-color": "transparent", "circle-radius": radius(7), "circle-stroke-color": tone,
      "circle-stroke-width": ["case", on("picked"), 3, on("lit"), 2, 0],
    },
  });
  map.addLayer({
    id: "area-name", type: "symbol", source: "spots", filter: ["all", ["!=", ["get", "label"], ""], ["!", ["get", "clustered"]]],
    layout: { "text-field": ["get", "label"], "text-size": 12, "text-font": ["sans-serif"], "symbol-sort-key": ["-", ["get", "count"]] },
    paint: { "text-color": tone, "text-halo-width": 1.6, "text-halo-color": colour.paper },
  });
  map.addLayer({
    id: "spot-count", type: "symbol", source: "spots", filter: ["get", "clustered"],
    layout: { "text-field": ["get", "label"], "text-size": 12, "text-font": ["sans-serif"], "text-allow-overlap": true },
    paint: { "text-color": colour.paper },
  });
}

/** Lines aslant, as on the timeline: contested is told apart by more than its colour. */
function hatch(colour: string): { width: number; height: number; data: Uint8Array } {
  const size = 8;
  const data = new Uint8Array(size * size * 4);
  const part = (at: number): number => parseInt(colour.slice(at, at + 2), 16);
  for (let y = 0; y < size; y++)
    for (let x = 0; x < size; x++) if ((x + y) % size < 2) data.set([part(1), part(3), part(5), 255], (y * size + x) * 4);
  return { width: size, height: size, data };
}

export function lay(map: Ground, drawn: Drawn[]): void {
  (map.getSource("areas") as GeoJSONSource | undefined)?.setData(areas(drawn));
  (map.getSource("spots") as GeoJSONSource | undefined)?.setData(points(drawn));
}

/** Mark what is picked and what is pointed at; nothing else is. */
export function mark(map: Ground, picked: number, lit: number): void {
  for (const source of ["areas", "spots"]) {
    map.removeFeatureState({ source });
    if (lit >= 0) map.setFeatureState({ source, id: lit }, { lit: true });
    if (picked >= 0) map.setFeatureState({ source, id: picked }, { picked: true, lit: picked === lit });
  }
}

function properties(s: Drawn, n: number) {
  const label = s.clustered || (s.pixels >= RING && s.count > 1) ? s.count.toLocaleString("en") : "";
  return { n, count: s.count, contested: s.contested, clustered: s.clustered, pixels: s.pixels, ring: s.clustered || s.pixels < RING, label };
}

/** Areas, the widest first, so that the small ones lie above them; a place whose circle is counted with others has none. */
function areas(drawn: Drawn[]): FeatureCollection {
  const features = drawn.flatMap((s, n): Feature[] =>
    s.clustered || s.radius_km <= 0 ? [] : [{ type: "Feature", id: n, properties: properties(s, n), geometry: { type: "Polygon", coordinates: [ring(s.lat, s.lon, s.radius_km)] } }],
  );
  return { type: "FeatureCollection", features: features.sort((a, b) => Number(b.properties?.["pixels"]) - Number(a.properties?.["pixels"])) };
}

function points(drawn: Drawn[]): FeatureCollection {
  const features = drawn.map((s, n): Feature => ({ type: "Feature", id: n, properties: properties(s, n), geometry: { type: "Point", coordinates: [s.lon, s.lat] } }));
  return { type: "FeatureCollection", features };
}
