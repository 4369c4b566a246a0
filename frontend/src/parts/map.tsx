// The map of happenings: areas as large as the doubt, counted circles for clusters; what is picked shows its sentence.
import type { Feature, FeatureCollection } from "geojson";
import type { GeoJSONSource, Map as Ground, MapGeoJSONFeature } from "maplibre-gl";
import { useEffect, useRef, useState } from "preact/hooks";
import { ring } from "../circles";
import type { MapSpot } from "../contract";
import { baseStyle } from "./mapstyle";
import "../map.css";

type Box = [number, number, number, number];

interface Asked {
  spots: MapSpot[];
  picked: number | null;
  pick: (n: number | null) => void;
  /** Called when the reader has moved the map: what is in view now, and the zoom. */
  moved?: ((box: Box, zoom: number) => void) | undefined;
  /** What to show first. */
  start?: Box | null;
  small?: boolean;
}

const COLOURS = { light: { told: "#1f5b70", contested: "#a3241b", ink: "#ffffff" }, dark: { told: "#7fc4da", contested: "#ff9a8f", ink: "#0d1418" } };

export function HappeningsMap({ spots, picked, pick, moved, start, small = false }: Asked) {
  const box = useRef<HTMLDivElement>(null);
  const ground = useRef<Ground | null>(null);
  const held = useRef({ spots, pick, moved });
  held.current = { spots, pick, moved };
  const [ready, setReady] = useState(false);
  const [trouble, setTrouble] = useState("");
  useEffect(() => {
    let gone = false;
    if (!box.current) return;
    const home = box.current;
    make(home, start ?? null, held)
      .then((made) => {
        if (gone) made.remove();
        else {
          ground.current = made;
          setReady(true);
        }
      })
      .catch((error: unknown) => setTrouble(error instanceof Error ? error.message : String(error)));
    return () => {
      gone = true;
      ground.current?.remove();
      ground.current = null;
    };
  }, []);
  useEffect(() => {
    const map = ground.current;
    if (!map || !ready) return;
    (map.getSource("areas") as GeoJSONSource | undefined)?.setData(areas(spots, picked));
    (map.getSource("spots") as GeoJSONSource | undefined)?.setData(points(spots, picked));
  }, [spots, picked, ready]);
  return (
    <div class="mapbox">
      <div ref={box} class={small ? "ground small" : "ground"} role="application" aria-label="Map of happenings; the list beside it holds the same" data-ready={ready} />
      {trouble && <p class="trouble">The map can’t be drawn here ({trouble}). The list holds everything it would show.</p>}
    </div>
  );
}

async function make(home: HTMLElement, start: Box | null, held: { current: Pick<Asked, "spots" | "pick" | "moved"> }): Promise<Ground> {
  const dark = window.matchMedia("(prefers-color-scheme: dark)").matches;
  const [{ Map: Made, NavigationControl, ScaleControl, setWorkerUrl }, worker, style] = await Promise.all([
    import("maplibre-gl"),
    import("maplibre-gl/dist/maplibre-gl-worker.mjs?url"),
    baseStyle(dark),
    import("maplibre-gl/dist/maplibre-gl.css"),
  ]);
  setWorkerUrl(worker.default);
  const map = new Made({
    container: home, style, attributionControl: { compact: true }, dragRotate: false, pitchWithRotate: false, renderWorldCopies: true,
    ...(start ? { bounds: start, fitBoundsOptions: { padding: 30, maxZoom: 9 } } : { center: [38, 34] as [number, number], zoom: 3 }),
  });
  map.addControl(new NavigationControl({ showCompass: false }), "top-right");
  map.addControl(new ScaleControl({ unit: "metric" }), "bottom-left");
  map.touchZoomRotate.disableRotation();
  await new Promise<void>((done) => map.once("load", () => done()));
  layers(map, COLOURS[dark ? "dark" : "light"]);
  listen(map, held);
  return map;
}

function layers(map: Ground, colour: (typeof COLOURS)["light"]): void {
  const empty = { type: "FeatureCollection" as const, features: [] };
  map.addSource("areas", { type: "geojson", data: empty });
  map.addSource("spots", { type: "geojson", data: empty });
  const tone = ["case", [">", ["get", "contested"], 0], colour.contested, colour.told];
  map.addLayer({ id: "area", type: "fill", source: "areas", paint: { "fill-color": tone as never, "fill-opacity": ["case", ["get", "picked"], 0.3, ["interpolate", ["linear"], ["get", "km"], 5, 0.2, 60, 0.1, 300, 0.03]] } });
  map.addLayer({ id: "area-line", type: "line", source: "areas", paint: { "line-color": tone as never, "line-width": ["case", ["get", "picked"], 2.5, 1], "line-opacity": ["case", ["get", "picked"], 1, ["interpolate", ["linear"], ["get", "km"], 60, 0.7, 400, 0.35]] } });
  map.addLayer({
    id: "spot", type: "circle", source: "spots",
    paint: {
      "circle-color": ["case", ["get", "clustered"], tone as never, "transparent"],
      "circle-opacity": ["case", ["get", "clustered"], 0.85, 0],
      "circle-stroke-color": tone as never,
      "circle-stroke-opacity": small(["step", ["zoom"], 900, 1, 450, 2, 225, 3, 112, 4, 56, 5, 28, 6, 14, 7, 7, 8, 3.5, 9, 1.7, 10, 0.9]),
      "circle-stroke-width": ["case", ["get", "picked"], 4, [">", ["get", "contested"], 0], 2.5, 1.5],
      "circle-radius": ["case", ["get", "clustered"], ["min", 26, ["+", 9, ["*", 2.2, ["ln", ["get", "count"]]]]], ["min", 14, ["+", 4, ["*", 1.6, ["ln", ["get", "count"]]]]]],
    },
  });
  map.addLayer({
    id: "spot-count", type: "symbol", source: "spots", filter: ["any", ["get", "clustered"], [">", ["get", "count"], 9]],
    layout: { "text-field": ["to-string", ["get", "count"]], "text-size": 12, "text-font": ["sans-serif"], "text-allow-overlap": true },
    paint: { "text-color": ["case", ["get", "clustered"], colour.ink, tone as never], "text-halo-width": ["case", ["get", "clustered"], 0, 1.5], "text-halo-color": colour.ink },
  });
}

/** Opacity of the ring in the middle of an area: gone where the area itself is large enough to be seen, so that no doubt looks like a point. */
function small(bounds: (string | number | string[])[]): never {
  const seen = bounds.map((b, n) => (typeof b === "number" && (n === 2 || (n > 2 && n % 2 === 0)) ? ["case", ["any", ["get", "clustered"], ["<", ["get", "km"], b]], 1, 0] : b));
  return seen as never;
}

function listen(map: Ground, held: { current: Pick<Asked, "spots" | "pick" | "moved"> }): void {
  const at = (feature?: MapGeoJSONFeature): number | null => (feature ? Number(feature.properties["n"]) : null);
  map.on("click", (event) => {
    const found = map.queryRenderedFeatures(event.point, { layers: ["spot"] })[0] ?? map.queryRenderedFeatures(event.point, { layers: ["area"] })[0];
    held.current.pick(at(found));
  });
  map.on("mousemove", (event) => {
    map.getCanvas().style.cursor = map.queryRenderedFeatures(event.point, { layers: ["spot", "area"] }).length ? "pointer" : "";
  });
  map.on("moveend", (event) => {
    if (!("originalEvent" in event) && !map.getContainer().dataset["wanted"]) return;
    delete map.getContainer().dataset["wanted"];
    const b = map.getBounds();
    const view: Box = [b.getWest(), b.getSouth(), b.getEast(), b.getNorth()];
    held.current.moved?.(view.map((v) => Math.round(v * 1000) / 1000) as Box, map.getZoom());
  });
  for (const button of map.getContainer().querySelectorAll(".maplibregl-ctrl-zoom-in, .maplibregl-ctrl-zoom-out"))
    button.addEventListener("click", () => (map.getContainer().dataset["wanted"] = "yes"));
}

function props(s: MapSpot, n: number, picked: number | null) {
  return { n, count: s.count, contested: s.contested, clustered: s.clustered, km: s.radius_km, picked: n === picked };
}

function areas(spots: MapSpot[], picked: number | null): FeatureCollection {
  const features = spots.flatMap((s, n): Feature[] =>
    s.clustered || s.radius_km <= 0 ? [] : [{ type: "Feature", properties: props(s, n, picked), geometry: { type: "Polygon", coordinates: [ring(s.lat, s.lon, s.radius_km)] } }],
  );
  return { type: "FeatureCollection", features };
}

function points(spots: MapSpot[], picked: number | null): FeatureCollection {
  const features = spots.map((s, n): Feature => ({ type: "Feature", properties: props(s, n, picked), geometry: { type: "Point", coordinates: [s.lon, s.lat] } }));
  return { type: "FeatureCollection", features };
}
