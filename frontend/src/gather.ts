// What to draw at a zoom: places too close to be told apart become one counted circle, which stands at one of them and keeps them all.
import { kmPerPixel } from "./circles";
import type { MapSpot } from "./contract";

export type Box = [number, number, number, number];

/** What stands on the map: one place, or several that the eye could not tell apart. */
export interface Drawn extends MapSpot {
  members: MapSpot[];
  /** The radius of its doubt on the screen, in pixels. */
  pixels: number;
}

const CLOSE = 30;
/** Pixels from which on an area of doubt is large enough to be seen and picked by itself. */
const WIDE = 45;

export function gather(spots: MapSpot[], zoom: number): Drawn[] {
  const ordered = [...spots].sort((a, b) => b.count - a.count);
  const cells = new Map<string, Drawn[]>();
  const found: Drawn[] = [];
  for (const spot of ordered) {
    const pixels = spot.clustered ? 0 : spot.radius_km / kmPerPixel(spot.lat, zoom);
    const made: Drawn = { ...spot, members: [spot], pixels };
    const [x, y] = screen(spot, zoom);
    const home = pixels >= WIDE ? undefined : near(cells, x, y, zoom);
    if (home) join(home, spot);
    else {
      found.push(made);
      if (pixels < WIDE) keep(cells, x, y, made);
    }
  }
  return found;
}

/** Where a place is drawn, in pixels of the whole world at a zoom (Web Mercator, 512-pixel tiles). */
function screen(spot: MapSpot, zoom: number): [number, number] {
  const world = 512 * 2 ** zoom;
  const phi = (Math.max(-85, Math.min(85, spot.lat)) * Math.PI) / 180;
  return [((spot.lon + 180) / 360) * world, ((1 - Math.asinh(Math.tan(phi)) / Math.PI) / 2) * world];
}

function keep(cells: Map<string, Drawn[]>, x: number, y: number, made: Drawn): void {
  const key = `${Math.floor(x / CLOSE)},${Math.floor(y / CLOSE)}`;
  cells.set(key, [...(cells.get(key) ?? []), made]);
}

function near(cells: Map<string, Drawn[]>, x: number, y: number, zoom: number): Drawn | undefined {
  for (let i = -1; i <= 1; i++)
    for (let k = -1; k <= 1; k++)
      for (const one of cells.get(`${Math.floor(x / CLOSE) + i},${Math.floor(y / CLOSE) + k}`) ?? []) {
        const [u, v] = screen(one, zoom);
        if (Math.hypot(u - x, v - y) < CLOSE) return one;
      }
  return undefined;
}

function join(home: Drawn, spot: MapSpot): void {
  home.members.push(spot);
  home.clustered = true;
  home.count += spot.count;
  home.contested += spot.contested;
  home.origins = Math.max(home.origins, spot.origins);
  home.ids = [...home.ids, ...spot.ids];
  const [w, s, e, n] = spot.box;
  home.box = [Math.min(home.box[0], w), Math.min(home.box[1], s), Math.max(home.box[2], e), Math.max(home.box[3], n)];
}

/** A name for what is drawn that stays when the map is moved: the place it stands at. */
export function spotKey(spot: MapSpot): string {
  return `${spot.lat},${spot.lon},${spot.radius_km}`;
}

/** Where most of it is: a box around all but the farthest twentieth on each side, so that one far place does not shrink the rest. */
export function core(spots: MapSpot[]): Box | null {
  const close = spots.filter((s) => s.radius_km < 120);
  const of = close.length ? close : spots;
  if (of.length === 0) return null;
  const ends = (at: (s: MapSpot) => number): [number, number] => {
    const line = [...of].sort((a, b) => at(a) - at(b));
    const all = line.reduce((sum, s) => sum + s.count, 0);
    return [part(line, at, all * 0.05), part(line, at, all * 0.95)];
  };
  const [w, e] = ends((s) => s.lon);
  const [s, n] = ends((one) => one.lat);
  return [w - 0.2, s - 0.2, e + 0.2, n + 0.2];
}

function part(line: MapSpot[], at: (s: MapSpot) => number, weight: number): number {
  let seen = 0;
  for (const s of line) {
    seen += s.count;
    if (seen >= weight) return at(s);
  }
  return at(line[line.length - 1] as MapSpot);
}

/** A view of the map as a filter: inside the world; null when it leaves nothing out. */
export function boxOf(view: Box): Box | null {
  if (view[2] - view[0] >= 300) return null;
  const round = (n: number): number => Math.round(n * 10_000) / 10_000;
  return [round(Math.max(-180, view[0])), round(Math.max(-90, view[1])), round(Math.min(180, view[2])), round(Math.min(90, view[3]))];
}

/** The box of an address, or null when it is none. */
export function readBox(words: string | null): Box | null {
  const found = (words ?? "").split(",").map(Number);
  return found.length === 4 && words && found.every(Number.isFinite) ? (found as Box) : null;
}
