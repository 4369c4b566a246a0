// Dossiers: what people picked, ordered and wrote; narrowed by region and theme; and a new one.
import { useState } from "preact/hooks";
import { go, useAddress, withQuery } from "../address";
import { inWords, useTwin } from "../api";
import type { Dossier, DossierPage as Page } from "../contract";
import { may, useSession } from "../frame";
import { begin } from "../parts/adddossier";
import { Empty, Shown } from "../parts/state";
import { count, time } from "../words";
import { useRows } from "./claims";
import "../dossier.css";

export function Dossiers() {
  const twin = useTwin<Page>("/dossiers.json");
  const who = useSession();
  return (
    <main class="dossiers">
      <h1>Dossiers</h1>
      <p class="soft">
        A dossier holds claims and happenings in an order of yours, with your own words between them under your name. Every saving is kept as a version of its own.
      </p>
      {may(who, "coder") && <New />}
      <Shown of={twin}>{(data) => <List rows={data.rows} />}</Shown>
    </main>
  );
}

function New() {
  const [title, setTitle] = useState("");
  const [error, setError] = useState("");
  const make = (event: Event): void => {
    event.preventDefault();
    begin(title.trim(), []).then(
      (d) => go(`/dossiers/${d.id}`),
      (trouble: unknown) => setError(inWords(trouble)),
    );
  };
  return (
    <form class="row" onSubmit={make}>
      <label>
        New dossier, titled <input required maxLength={200} value={title} onInput={(e) => setTitle(e.currentTarget.value)} />
      </label>
      <button class="main">Make it</button>
      {error && <span class="trouble" role="alert">{error}</span>}
    </form>
  );
}

function List({ rows }: { rows: Dossier[] }) {
  const { query } = useAddress();
  const [region, theme] = [query.get("region") ?? "", query.get("theme") ?? ""];
  const shown = rows.filter((d) => (!region || d.region.includes(region)) && (!theme || d.theme.includes(theme)));
  useRows(shown.map((d) => `dossier-${d.id}`), (id) => go(`/dossiers/${id.slice("dossier-".length)}`));
  if (rows.length === 0) return <Empty>There is none yet. Make one here, or use “Add to a dossier” on the page of a claim or happening.</Empty>;
  return (
    <>
      <Narrow name="region" label="Region" values={rows.flatMap((d) => d.region)} now={region} />
      <Narrow name="theme" label="Theme" values={rows.flatMap((d) => d.theme)} now={theme} />
      <section aria-label="Dossiers found" aria-live="polite" class="found">
        {shown.length === 0 && <Empty>None is of this region and theme. Take one of them away.</Empty>}
        {shown.map((d) => (
          <article key={d.id} id={`dossier-${d.id}`} class="card" tabIndex={-1}>
            <h2>
              <a href={`/dossiers/${d.id}`}>{d.title}</a>
            </h2>
            <p class="small soft">
              {count(d.items.filter((i) => i.kind === "claim").length, "claim")}, {count(d.items.filter((i) => i.kind === "happening").length, "happening")},{" "}
              {count(d.items.filter((i) => i.kind === "text").length, "text of somebody’s own", "texts of somebody’s own")}; version {d.version}, saved by {d.who} {time(d.at)}
            </p>
            {d.region.length + d.theme.length > 0 && (
              <p class="row">
                {[...d.region, ...d.theme].map((t) => (
                  <span key={t} class="tag">
                    {t}
                  </span>
                ))}
              </p>
            )}
          </article>
        ))}
      </section>
    </>
  );
}

/** A facet as links: each value with how many dossiers have it. */
function Narrow({ name, label, values, now }: { name: string; label: string; values: string[]; now: string }) {
  const counts = new Map<string, number>();
  for (const v of values) counts.set(v, (counts.get(v) ?? 0) + 1);
  if (counts.size === 0) return null;
  return (
    <p class="row small">
      <span class="soft">{label}</span>
      {[...counts].sort(([a], [b]) => a.localeCompare(b, "en")).map(([value, n]) => (
        <a key={value} class="tag" href={withQuery({ [name]: now === value ? null : value })} aria-current={now === value ? "true" : undefined}>
          {value} {n}
        </a>
      ))}
    </p>
  );
}
