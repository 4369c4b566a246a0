// Happenings: map and timeline, one brushing the other, and the list of what both show; those without place or day have lists of their own.
import { useState } from "preact/hooks";
import type { Address } from "../address";
import { go, withQuery } from "../address";
import { useTwin } from "../api";
import type { HappeningLine, HappeningPage, MapSpot, MapView, Timeline as Told } from "../contract";
import { KIND_CHOICES } from "../kinds";
import type { Field } from "../parts/filters";
import { Filters } from "../parts/filters";
import { HappeningCard } from "../parts/happeningcard";
import { HappeningsMap } from "../parts/map";
import { More, useMore } from "../parts/more";
import { Empty, Shown } from "../parts/state";
import { Timeline } from "../parts/timeline";
import { count, point } from "../words";
import { useRows } from "./claims";
import "../article.css";
import "../map.css";

const FIELDS: Field[] = [
  { name: "text", label: "Words in a claim", kind: "search" },
  { name: "kind", label: "Kind", kind: "select", options: KIND_CHOICES },
  { name: "since", label: "From", kind: "date" },
  { name: "until", label: "Until", kind: "date" },
  { name: "said_by", label: "Said by" },
  { name: "outlet", label: "Outlet" },
  { name: "place", label: "Place" },
  { name: "killed_min", label: "Killed at least", kind: "number" },
  { name: "articles_min", label: "Articles at least", kind: "number" },
  { name: "origins_min", label: "Origins at least", kind: "number" },
  { name: "sort", label: "Sort", kind: "select", options: [["", "newest first"], ["oldest", "oldest first"], ["articles", "most articles first"], ["origins", "most origins first"]] },
  { name: "contested", label: "Contested only", kind: "tick" },
];

/** The same question to another twin: without what only the list has. */
function asked(path: string, address: Address, without: string[]): string {
  const query = new URLSearchParams(address.query);
  for (const name of [...without, "after"]) query.delete(name);
  return `${path}${query.size ? `?${query}` : ""}`;
}

export function Happenings({ address }: { address: Address }) {
  const path = asked("/happenings.json", address, ["zoom"]);
  const page = useTwin<HappeningPage>(path);
  const box = address.query.get("box");
  const start = box ? (box.split(",").map(Number) as [number, number, number, number]) : null;
  const mapPath = asked("/happenings/map.json", address, ["sort", "placed"]);
  const view = useTwin<MapView>(mapPath.includes("zoom=") ? mapPath : `${mapPath}${mapPath.includes("?") ? "&" : "?"}zoom=3`);
  const time = useTwin<Told>(asked("/happenings/timeline.json", address, ["sort", "since", "until", "zoom"]));
  const [picked, setPicked] = useState<number | null>(null);
  const { rows, more, error } = useMore<HappeningLine, HappeningPage>(path, page.data);
  const row = useRows(rows.map((r) => r.id), (id) => go(`/happenings/${id}`));
  const spot = picked === null ? null : (view.data?.spots[picked] ?? null);
  const moved = (to: number[], zoom: number): void => {
    setPicked(null);
    go(withQuery({ box: wide(to) ? null : to.join(","), zoom: wide(to) ? null : zoom.toFixed(1), after: null }), true);
  };
  return (
    <main class="whole">
      <h1>Happenings</h1>
      <Filters fields={FIELDS} address={address}>
        {box && (
          <button type="button" onClick={() => go(withQuery({ box: null, zoom: null, after: null }, address))}>
            Everywhere
          </button>
        )}
      </Filters>
      <div class="brushed">
        <HappeningsMap spots={view.data?.spots ?? []} picked={picked} pick={setPicked} moved={moved} start={start} />
        <div class="stack">
          <Shown of={time}>
            {(told) => (
              <Timeline told={told} since={address.query.get("since") ?? ""} until={address.query.get("until") ?? ""}
                choose={(since, until) => go(withQuery({ since, until, after: null }, address))} />
            )}
          </Shown>
          <Spot spot={spot} address={address} close={() => setPicked(null)} />
        </div>
      </div>
      <Shown of={page}>
        {(data) => (
          <section aria-label="Happenings found">
            <Lists data={data} address={address} />
            {rows.length === 0 && <Empty>No happening fits. Take a filter away, or move the map.</Empty>}
            {rows.map((line) => (
              <HappeningCard key={line.id} line={line} picked={line.id === row} />
            ))}
            <More more={more} error={error} />
          </section>
        )}
      </Shown>
    </main>
  );
}

/** Whether so much of the world is in view that the box narrows nothing. */
function wide(box: number[]): boolean {
  return (box[2] ?? 0) - (box[0] ?? 0) >= 300;
}

function Lists({ data, address }: { data: HappeningPage; address: Address }) {
  const to = (changes: Record<string, string | null>): string => withQuery({ placed: null, dated: null, after: null, ...changes }, address);
  return (
    <p class="lists small" aria-live="polite">
      <b>
        {data.more ? "more than " : ""}
        {count(data.total, "happening")}
      </b>
      <a href={to({})}>all</a>
      <a href={to({ placed: "no", box: null, zoom: null })} aria-current={address.query.get("placed") === "no" ? "true" : undefined}>
        {count(data.placeless, "one", "")} without a place
      </a>
      <a href={to({ dated: "no" })} aria-current={address.query.get("dated") === "no" ? "true" : undefined}>
        {count(data.dateless, "one", "")} without a day of their own
      </a>
      <a href={asked("/happenings.csv", address, ["zoom"])} download>
        CSV of these
      </a>
    </p>
  );
}

/** What is told at the place that was picked: a pin never stands without its sentence. */
function Spot({ spot, address, close }: { spot: MapSpot | null; address: Address; close: () => void }) {
  if (!spot) return <p class="soft small card">Pick a place on the map to read what is told there. Circles are as large as the doubt about the place.</p>;
  const pad = 0.0005;
  const [w, s, e, n] = spot.box;
  const here = withQuery({ box: [w - pad, s - pad, e + pad, n + pad].join(","), zoom: null, after: null, placed: null }, address);
  return (
    <section class="card picked" aria-live="polite">
      <div class="row spread">
        <h2>{spot.clustered ? "Several places" : spot.name}</h2>
        <button onClick={close}>Close</button>
      </div>
      <p class="small soft">
        {point(spot.lat, spot.lon)}
        {!spot.clustered && ` ± ${Math.round(spot.radius_km)} km`} · {count(spot.count, "happening")}
        {spot.contested > 0 && `, ${spot.contested} contested`}
      </p>
      <blockquote>
        “{spot.lead}” <span class="soft small">— {spot.said_by}</span>
      </blockquote>
      <p class="row">
        {spot.ids[0] && <a href={`/happenings/${spot.ids[0]}`}>{spot.count === 1 ? "This happening" : "The latest of them"}</a>}
        {spot.count > 1 && <a href={here}>All {spot.count} in a list</a>}
      </p>
    </section>
  );
}
