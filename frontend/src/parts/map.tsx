// The map of happenings: what is picked or pointed at shows its sentence; moving it says what is in view.
import type { Map as Ground, PointLike } from "maplibre-gl";
import { useEffect, useRef, useState } from "preact/hooks";
import type { Box, Drawn } from "../gather";
import { boxOf } from "../gather";
import { count } from "../words";
import { lay, layers, mark, PICKABLE } from "./maplayers";
import { baseStyle } from "./mapstyle";
import { spotName } from "./spot";
import "../map.css";

interface Asked {
  drawn: Drawn[];
  /** Which of them is picked, and which is pointed at elsewhere; -1 for none. */
  picked: number;
  lit?: number;
  pick: (n: number) => void;
  /** Called when the reader has moved the map: what is in view now (null: so much that it narrows nothing). */
  moved?: (box: Box | null) => void;
  zoomed?: (zoom: number) => void;
  /** What the address asks to see, and what to see when it asks nothing. */
  view: Box | null;
  home: Box | null;
  small?: boolean;
}

interface Pointed {
  n: number;
  x: number;
  y: number;
}

interface Held {
  current: Pick<Asked, "pick"> & { moved: Asked["moved"] | undefined; zoomed: Asked["zoomed"] | undefined; point: (at: Pointed | null) => void; sent: string };
}

export function HappeningsMap({ drawn, picked, lit = -1, pick, moved, zoomed, view, home, small = false }: Asked) {
  const box = useRef<HTMLDivElement>(null);
  const [ground, setGround] = useState<Ground | null>(null);
  const [pointed, setPointed] = useState<Pointed | null>(null);
  const [trouble, setTrouble] = useState("");
  const dark = useDark();
  const held: Held = useRef({ pick, moved, zoomed, point: setPointed, sent: "" });
  Object.assign(held.current, { pick, moved, zoomed });
  useEffect(() => {
    let gone = false;
    let made: Ground | null = null;
    if (!box.current) return;
    make(box.current, view ?? home, dark, held)
      .then((map) => {
        if (gone) map.remove();
        else {
          made = map;
          setGround(map);
        }
      })
      .catch((error: unknown) => setTrouble(error instanceof Error ? error.message : String(error)));
    return () => {
      gone = true;
      made?.remove();
      setGround(null);
    };
  }, [dark]);
  useEffect(() => {
    if (ground) lay(ground, drawn);
  }, [drawn, ground]);
  useEffect(() => {
    if (ground) mark(ground, picked, pointed?.n ?? lit);
  }, [picked, lit, pointed?.n, drawn, ground]);
  useView(ground, view, home, held);
  const told = pointed ? drawn[pointed.n] : undefined;
  return (
    <div class="mapbox">
      <div ref={box} class={small ? "ground small" : "ground"} data-ready={ground !== null} />
      {pointed && told && <Tip at={pointed} spot={told} wide={box.current?.clientWidth ?? 600} />}
      {trouble && <p class="trouble">The map can’t be drawn here ({trouble}). The list of places holds everything it would show.</p>}
    </div>
  );
}

/** Beside the pointer: the sentence, and who says it. For the eye only; the list of places holds the same. */
function Tip({ at, spot, wide }: { at: Pointed; spot: Drawn; wide: number }) {
  const left = Math.max(4, Math.min(at.x + 14, wide - 316));
  return (
    <div class="tip small" aria-hidden="true" style={{ left: `${left}px`, top: `${at.y + 16}px` }}>
      <b>{spotName(spot)}</b>
      {!spot.clustered && spot.radius_km < 60 && ` ± ${Math.max(1, Math.round(spot.radius_km))} km`}, {count(spot.count, "happening")}
      {spot.contested > 0 && `, ${spot.contested} contested`}
      <div>“{spot.lead}”</div>
      <div class="soft">— {spot.said_by}</div>
    </div>
  );
}

function useDark(): boolean {
  const [dark, setDark] = useState(() => window.matchMedia("(prefers-color-scheme: dark)").matches);
  useEffect(() => {
    const asked = window.matchMedia("(prefers-color-scheme: dark)");
    const changed = (): void => setDark(asked.matches);
    asked.addEventListener("change", changed);
    return () => asked.removeEventListener("change", changed);
  }, []);
  return dark;
}

/** Follow the address where it asks for another view than the reader just made; the first time, go where most of it is. */
function useView(ground: Ground | null, view: Box | null, home: Box | null, held: Held): void {
  const settled = useRef(false);
  const before = useRef(view);
  const words = view?.join(",") ?? "";
  const have = home !== null;
  useEffect(() => {
    if (!ground) return;
    const left = before.current !== null && view === null;
    before.current = view;
    if (view) {
      if (words !== held.current.sent) ground.fitBounds(view, { maxZoom: 11, duration: settled.current ? 600 : 0 });
    } else if (home && (left || !settled.current) && held.current.sent !== "world") ground.fitBounds(home, { padding: 20, maxZoom: 9, duration: settled.current ? 600 : 0 });
    if (view || home) settled.current = true;
    held.current.sent = "";
  }, [ground, words, have]);
}

async function make(home: HTMLElement, start: Box | null, dark: boolean, held: Held): Promise<Ground> {
  const [{ Map: Made, NavigationControl, ScaleControl, setWorkerUrl }, worker, style] = await Promise.all([
    import("maplibre-gl"),
    import("maplibre-gl/dist/maplibre-gl-worker.mjs?url"),
    baseStyle(dark),
    import("maplibre-gl/dist/maplibre-gl.css"),
  ]);
  setWorkerUrl(worker.default);
  const still = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
  const map = new Made({
    container: home, style, attributionControl: { compact: true }, dragRotate: false, pitchWithRotate: false, fadeDuration: still ? 0 : 200,
    locale: { "Map.Title": "Map of happenings: arrow keys move it, plus and minus zoom. The list of places holds the same." },
    ...(start ? { bounds: start, fitBoundsOptions: { padding: 20, maxZoom: 9 } } : { center: [38, 34] as [number, number], zoom: 3 }),
  });
  map.addControl(new NavigationControl({ showCompass: false }), "top-right");
  map.addControl(new ScaleControl({ unit: "metric" }), "bottom-left");
  map.touchZoomRotate.disableRotation();
  map.keyboard.disableRotation();
  await new Promise<void>((done) => map.once("load", () => done()));
  layers(map, dark);
  listen(map, held);
  held.current.zoomed?.(map.getZoom());
  return map;
}

function listen(map: Ground, held: Held): void {
  map.on("click", (event) => {
    held.current.point(null);
    held.current.pick(at(map, event.point));
  });
  map.on("mousemove", (event) => {
    const n = at(map, event.point);
    map.getCanvas().style.cursor = n >= 0 ? "pointer" : "";
    held.current.point(n >= 0 ? { n, x: event.point.x, y: event.point.y } : null);
  });
  map.on("mouseout", () => held.current.point(null));
  map.on("movestart", () => held.current.point(null));
  map.on("moveend", (event) => {
    held.current.zoomed?.(map.getZoom());
    if (!("originalEvent" in event) || !event.originalEvent) return;
    const b = map.getBounds();
    const box = boxOf([b.getWest(), b.getSouth(), b.getEast(), b.getNorth()]);
    held.current.sent = box?.join(",") ?? "world";
    held.current.moved?.(box);
  });
}

/** What stands at a point of the screen: a ring or circle before an area, a small area before a large one; -1 for nothing. */
function at(map: Ground, point: PointLike): number {
  const found = map.queryRenderedFeatures(point, { layers: PICKABLE });
  const first = found.find((f) => f.layer.id === "spot") ?? found.sort((a, b) => Number(a.properties["pixels"]) - Number(b.properties["pixels"]))[0];
  return first ? Number(first.properties["n"]) : -1;
}
