// One happening: what it rests on, its tellings, where they agree and contradict each other, their origins, grades, near misses.
import { useMemo, useState } from "preact/hooks";
import { useTwin } from "../api";
import { kmPerPixel } from "../circles";
import type { HappeningDetail, HappeningLine } from "../contract";
import type { Box, Drawn } from "../gather";
import { AddToDossier } from "../parts/adddossier";
import { Rests } from "../parts/happeningcard";
import { JudgeDialog, Judgements, JustJudged } from "../parts/judge";
import { Denials, Near } from "../parts/apart";
import { HappeningsMap } from "../parts/map";
import { Origins } from "../parts/origins";
import { Relations } from "../parts/relations";
import { Shown } from "../parts/state";
import { Tellings } from "../parts/tellings";
import { count, days, kind, point } from "../words";
import "../article.css";
import "../map.css";

export function HappeningPage({ id }: { id: string }) {
  const twin = useTwin<HappeningDetail>(`/happenings/${id}.json`);
  return (
    <main>
      <Shown of={twin}>{(data) => <Whole data={data} again={twin.again} />}</Shown>
    </main>
  );
}

function spotOf(line: HappeningLine): Drawn[] {
  if (!line.spot) return [];
  const { lat, lon, radius_km, name } = line.spot;
  const told = { count: 1, contested: line.contested.length, origins: line.origins, ids: [line.id], lead: line.words, said_by: line.said_by };
  const spot = { lat, lon, radius_km, name, ...told, clustered: false, box: [lon, lat, lon, lat] as Box };
  return [{ ...spot, members: [spot], pixels: 0 }];
}

/** The area of doubt with its surroundings, so that towns and borders tell where it is. */
function around(line: HappeningLine): Box | null {
  if (!line.spot) return null;
  const high = Math.max(line.spot.radius_km * 1.5, 45) / 111;
  const wide = high / Math.max(0.1, Math.cos((line.spot.lat * Math.PI) / 180));
  return [line.spot.lon - wide, line.spot.lat - high, line.spot.lon + wide, line.spot.lat + high];
}

/** The place of one happening. */
function Where({ line }: { line: HappeningLine }) {
  const [zoom, setZoom] = useState(7);
  const drawn = useMemo(() => spotOf(line).map((s) => ({ ...s, pixels: s.radius_km / kmPerPixel(s.lat, zoom) })), [line, zoom]);
  const view = useMemo(() => around(line), [line]);
  const { spot } = line;
  if (!spot) return <p class="card soft">No claim of it names a place that could be found. It stands in the list of happenings without a place.</p>;
  return (
    <section aria-label="Where">
      <HappeningsMap drawn={drawn} picked={0} pick={() => {}} zoomed={setZoom} view={null} home={view} small />
      <p class="small soft">
        {spot.name}: {point(spot.lat, spot.lon)}, somewhere within {Math.max(1, Math.round(spot.radius_km))} km, as the machine read it.
      </p>
    </section>
  );
}

function heading(word: string): string {
  const words = kind(word);
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function Whole({ data, again }: { data: HappeningDetail; again: () => void }) {
  const { line } = data;
  const [asking, setAsking] = useState<{ verdict: "merge" | "split"; other: string } | null>(null);
  return (
    <>
      <h1>
        {heading(line.kind)}
        {line.places.length > 0 && `, ${line.places.slice(0, 2).join(" or ")}`}, {days(line.first, line.last)}
      </h1>
      {!line.dated && <p class="soft">No claim gives a day: these are the articles’ own days.</p>}
      <blockquote>
        “{line.words}” <span class="soft">— {line.said_by}</span>
      </blockquote>
      <Rests line={line} />
      <JustJudged judgements={data.judgements} done={again} />
      <div class="cols">
        <div>
          <h2>Where tellings agree and contradict each other</h2>
          <Relations relations={data.relations} />
          <Denials data={data} />
          <h2>Told by {count(data.tellings.length, "claim")}</h2>
          <Tellings tellings={data.tellings} split={(claim) => setAsking({ verdict: "split", other: claim })} />
          <Near data={data} merge={(other) => setAsking({ verdict: "merge", other })} />
        </div>
        <aside class="stack">
          <Where line={line} />
          <section class="card">
            <h2>Whose say-so</h2>
            <p>{line.counted}</p>
            <Origins origins={data.origins} />
          </section>
          <section class="card">
            <h2>Grades of what is told, never of its truth</h2>
            {data.grades.map((g) => (
              <details key={g.name}>
                <summary>
                  {g.name}: <b>{g.value}</b>
                </summary>
                <p class="small">
                  {g.reasons.join("; ")}. <span class="soft">{g.limits}.</span> <code>{g.rule}</code>
                </p>
              </details>
            ))}
          </section>
          <section class="card">
            <h2>People’s word</h2>
            <Judgements judgements={data.judgements} done={again} />
            <AddToDossier kind="happening" id={line.id} />
          </section>
        </aside>
      </div>
      {asking && <JudgeDialog verdict={asking.verdict} one={line.id} other={asking.other} close={() => setAsking(null)} done={again} />}
    </>
  );
}
