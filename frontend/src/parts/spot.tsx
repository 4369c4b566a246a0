// What is told at a place of the map, and the list of all places that the map shows: the same without a pointer.
import { useEffect, useRef, useState } from "preact/hooks";
import { useTwin } from "../api";
import type { HappeningPage, MapSpot } from "../contract";
import type { Box, Drawn } from "../gather";
import { spotKey } from "../gather";
import { count, days, kind, point } from "../words";

const FIRST = 12;
/** Kilometres of doubt from which on a name alone would say too much. */
const VAGUE = 60;

/** A box around some places, a little wider than they are, as a filter. */
export function around([w, s, e, n]: Box): string {
  const pad = 0.0005;
  return [w - pad, s - pad, e + pad, n + pad].map((x) => x.toFixed(4)).join(",");
}

export function spotName(spot: Drawn): string {
  if (spot.members.length > 1) return `${spot.name} and ${count(spot.members.length - 1, "place")} near it`;
  const name = spot.clustered ? "Several places" : spot.name || point(spot.lat, spot.lon);
  return spot.radius_km >= VAGUE ? `${name}, or elsewhere within ${Math.round(spot.radius_km)} km` : name;
}

interface Asked {
  spot: Drawn;
  /** The address of the list of happenings with this box. */
  listed: (box: string) => string;
  /** The twin that holds them. */
  twin: (box: string) => string;
  close: () => void;
}

/** What was picked: a pin never stands without its sentence. */
export function SpotPanel({ spot, listed, twin, close }: Asked) {
  const head = useRef<HTMLHeadingElement>(null);
  const told = useTwin<HappeningPage>(spot.members.length > 1 ? null : twin(around(spot.box)));
  useEffect(() => head.current?.focus({ preventScroll: true }), [spot.lat, spot.lon]);
  return (
    <section class="card picked spot" aria-label="What is told here" onKeyDown={(e) => e.key === "Escape" && close()}>
      <div class="row spread">
        <h2 ref={head} tabIndex={-1}>
          {spotName(spot)}
        </h2>
        <button onClick={close}>Close</button>
      </div>
      <Where spot={spot} />
      <blockquote>
        “{spot.lead}” <span class="soft small">— {spot.said_by}</span>
      </blockquote>
      {spot.members.length > 1 ? (
        <Members spot={spot} listed={listed} />
      ) : (
        <ul class="list small">
          {told.data?.rows.slice(0, 6).map((h) => (
            <li key={h.id}>
              <a href={`/happenings/${h.id}`}>
                {kind(h.kind)}, {days(h.first, h.last)}
              </a>{" "}
              <span class="soft">{h.counted}</span>
              {h.contested.length > 0 && <span class="tag contested">contested: {h.contested.join(", ")}</span>}
            </li>
          ))}
        </ul>
      )}
      <p class="row">
        <a class="button" href={listed(around(spot.box))}>
          {spot.clustered ? "Zoom to these" : spot.count > 1 ? `All ${spot.count.toLocaleString("en")} in the list` : "Zoom to it"}
        </a>
      </p>
    </section>
  );
}

function Where({ spot }: { spot: Drawn }) {
  return (
    <p class="small soft">
      {!spot.clustered && `${point(spot.lat, spot.lon)}, somewhere within ${Math.max(1, Math.round(spot.radius_km))} km · `}
      {count(spot.count, "happening")}
      {spot.contested > 0 && `, ${spot.contested.toLocaleString("en")} contested`}
    </p>
  );
}

/** A cluster opened: each of its places, with a sentence from there. */
function Members({ spot, listed }: { spot: Drawn; listed: (box: string) => string }) {
  const [all, setAll] = useState(false);
  const shown = all ? spot.members : spot.members.slice(0, FIRST);
  return (
    <div class="scroll">
      <table>
        <thead>
          <tr>
            <th scope="col">Place</th>
            <th scope="col" class="number">
              Happenings
            </th>
            <th scope="col">The latest sentence from there</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((s) => (
            <Member key={spotKey(s)} spot={s} to={listed(around(s.box))} />
          ))}
        </tbody>
      </table>
      {!all && spot.members.length > FIRST && <button onClick={() => setAll(true)}>{count(spot.members.length - FIRST, "more place")}</button>}
    </div>
  );
}

function Member({ spot: s, to }: { spot: MapSpot; to: string }) {
  return (
    <tr>
      <td>
        <a href={to}>{s.clustered ? "several places" : s.name || point(s.lat, s.lon)}</a>
        {!s.clustered && <div class="soft small">± {Math.max(1, Math.round(s.radius_km))} km</div>}
      </td>
      <td class="number">
        {s.count.toLocaleString("en")}
        {s.contested > 0 && <div class="small">{s.contested} contested</div>}
      </td>
      <td class="small">
        “{s.lead}” <span class="soft">— {s.said_by}</span>
      </td>
    </tr>
  );
}

interface Listed {
  drawn: Drawn[];
  picked: number;
  pick: (n: number) => void;
  light: (n: number) => void;
}

/** Every place on the map, as a list: what has most happenings first. Pointing at one lights it up on the map. */
export function Places({ drawn, picked, pick, light }: Listed) {
  const [all, setAll] = useState(false);
  const ordered = drawn.map((spot, n) => ({ spot, n })).sort((a, b) => b.spot.count - a.spot.count);
  const shown = all ? ordered : ordered.slice(0, FIRST);
  return (
    <section class="card places" aria-labelledby="places">
      <h2 id="places" tabIndex={-1}>On the map: {count(drawn.reduce((sum, s) => sum + s.members.length, 0), "place")}</h2>
      {drawn.length === 0 && <p class="empty">No place fits. Take a filter away, or zoom out.</p>}
      <ul class="list small" onMouseLeave={() => light(-1)}>
        {shown.map(({ spot, n }) => (
          <li key={spotKey(spot)} onMouseEnter={() => light(n)}>
            <button class="plain" aria-pressed={n === picked} onClick={() => pick(n)} onFocus={() => light(n)} onBlur={() => light(-1)}>
              {spotName(spot)}
            </button>{" "}
            <span class="soft">
              {spot.count.toLocaleString("en")}
              {spot.contested > 0 && `, ${spot.contested.toLocaleString("en")} contested`}
            </span>
            <div class="lead soft">
              “{spot.lead}” — {spot.said_by}
            </div>
          </li>
        ))}
      </ul>
      {!all && ordered.length > FIRST && <button onClick={() => setAll(true)}>{ordered.length - FIRST} more on the map</button>}
    </section>
  );
}

/** What the signs on the map mean. */
export function Legend() {
  return (
    <p class="legend small soft">
      <span>
        <i class="sign area" /> somewhere in this area
      </span>
      <span>
        <i class="sign ring" /> an area too small to see at this zoom
      </span>
      <span>
        <i class="sign many" /> several places, with their happenings counted
      </span>
      <span>
        <i class="sign fought" /> hatched or ringed twice: contested
      </span>
    </p>
  );
}
