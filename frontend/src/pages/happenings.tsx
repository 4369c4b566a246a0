// Happenings: map and timeline, one brushing the other, and the list of what both show; those without place or day have lists of their own.
import { useMemo, useState } from "preact/hooks";
import type { Address } from "../address";
import { go, withQuery } from "../address";
import { useTwin } from "../api";
import type { HappeningLine, HappeningPage, MapView, Timeline as Told } from "../contract";
import type { Box } from "../gather";
import { core, gather, readBox, spotKey } from "../gather";
import { KIND_CHOICES } from "../kinds";
import type { Field } from "../parts/filters";
import { Filters } from "../parts/filters";
import { HappeningCard } from "../parts/happeningcard";
import { HappeningsMap } from "../parts/map";
import { More, useMore } from "../parts/more";
import { Legend, Places, SpotPanel } from "../parts/spot";
import { Empty, Shown } from "../parts/state";
import { Timeline } from "../parts/timeline";
import { count } from "../words";
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

/** The same question to another twin: without what only the list has, and with what only that twin has. */
function asked(path: string, address: Address, without: string[], more: Record<string, string> = {}): string {
  const query = new URLSearchParams(address.query);
  for (const name of [...without, "after", "closer"]) query.delete(name);
  for (const [name, value] of Object.entries(more)) query.set(name, value);
  return `${path}${query.size ? `?${query}` : ""}`;
}

export function Happenings({ address }: { address: Address }) {
  const path = asked("/happenings.json", address, []);
  const page = useTwin<HappeningPage>(path);
  const { rows, more, error } = useMore<HappeningLine, HappeningPage>(path, page.data);
  const row = useRows(rows.map((r) => r.id), (id) => go(`/happenings/${id}`));
  return (
    <main class="whole">
      <h1>Happenings</h1>
      <details class="facetbox" open={window.innerWidth > 800 || FIELDS.some((f) => address.query.has(f.name))}>
        <summary>Filters</summary>
        <Filters fields={FIELDS} address={address} />
      </details>
      <Brushed address={address} />
      <Shown of={page}>
        {(data) => (
          <section aria-labelledby="found">
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

/** The map and the timeline: choosing days narrows the map, moving the map narrows the days, and both narrow the list. */
function Brushed({ address }: { address: Address }) {
  const [zoom, setZoom] = useState(3);
  const [picked, setPicked] = useState("");
  const [lit, setLit] = useState(-1);
  const view = useMemo(() => readBox(address.query.get("box")), [address.query.get("box")]);
  const places = useTwin<MapView>(asked("/happenings/map.json", address, ["sort", "placed"], { zoom: String(Math.round(zoom)) }));
  const closer = address.query.has("closer");
  const time = useTwin<Told>(asked("/happenings/timeline.json", address, ["sort", "placed", ...(closer ? [] : ["since", "until"])]));
  const drawn = useMemo(() => gather(places.data?.spots ?? [], zoom), [places.data, zoom]);
  const home = useMemo(() => core(places.data?.spots ?? []), [places.data]);
  const at = drawn.findIndex((s) => s.members.some((m) => spotKey(m) === picked));
  const spot = drawn[at];
  const pick = (n: number): void => setPicked(drawn[n] ? spotKey(drawn[n]) : "");
  const close = (): void => {
    setPicked("");
    requestAnimationFrame(() => document.getElementById("places")?.focus({ preventScroll: true }));
  };
  const moved = (to: Box | null): void => go(withQuery({ box: to?.join(",") ?? null, after: null }), true);
  return (
    <>
      <div class="brushed">
        <div>
          <HappeningsMap drawn={drawn} picked={at} lit={lit} pick={pick} moved={moved} zoomed={setZoom} view={view} home={home} />
          <div class="row spread">
            <Legend />
            {view && (
              <button onClick={() => go(withQuery({ box: null, after: null }, address))}>Everywhere</button>
            )}
          </div>
          {places.error && <p class="trouble" role="alert">{places.error}</p>}
        </div>
        <div class="stack">
          <Shown of={time}>
            {(told) => (
              <Timeline told={told} since={address.query.get("since") ?? ""} until={address.query.get("until") ?? ""}
                choose={(since, until, quietly) => go(withQuery({ since, until, after: null, ...(since || until ? {} : { closer: null }) }), quietly)}
                closer={closer ? undefined : () => go(withQuery({ closer: "yes" }), true)} />
            )}
          </Shown>
          {spot ? (
            <SpotPanel key={picked} spot={spot} close={close}
              listed={(box) => withQuery({ box, after: null, placed: null }, address)}
              twin={(box) => asked("/happenings.json", address, ["placed"], { box, limit: "6" })} />
          ) : (
            places.data && <Places drawn={drawn} picked={at} pick={pick} light={setLit} />
          )}
        </div>
      </div>
    </>
  );
}

/** How many were found, and the lists of those that a map or a timeline would drop. */
function Lists({ data, address }: { data: HappeningPage; address: Address }) {
  const placed = address.query.get("placed") ?? "";
  const dated = address.query.get("dated") ?? "";
  const to = (changes: Record<string, string | null>): string => withQuery({ placed: null, dated: null, after: null, ...changes }, address);
  const here = (is: boolean): "true" | undefined => (is ? "true" : undefined);
  return (
    <>
      <h2 id="found" aria-live="polite">
        {data.more ? "More than " : ""}
        {count(data.total, "happening")}
        {placed === "no" && " without a place"}
        {dated === "no" && " without a day of their own"}
      </h2>
      <nav class="lists small" aria-label="Lists">
        <a class="button" href={to({})} aria-current={here(placed !== "no" && dated !== "no")}>
          All that fit
        </a>
        <a class="button" href={to({ placed: "no", box: null })} aria-current={here(placed === "no")}>
          {data.placeless.toLocaleString("en")} without a place
        </a>
        <a class="button" href={to({ dated: "no" })} aria-current={here(dated === "no")}>
          {data.dateless.toLocaleString("en")} without a day of their own
        </a>
        <a href={asked("/happenings.csv", address, [])} download>
          CSV of these
        </a>
      </nav>
    </>
  );
}
