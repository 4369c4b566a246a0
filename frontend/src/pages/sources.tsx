// Sources: who cites, reposts and copies whom, as a drawing and as a table; outlets with what the ledger holds of each.
import { useMemo } from "preact/hooks";
import type { Address } from "../address";
import { go, withQuery } from "../address";
import { useTwin } from "../api";
import type { Edge, SourcePage as Page } from "../contract";
import { EdgeTable } from "../parts/edgetable";
import { Graph } from "../parts/graph";
import { OutletTable } from "../parts/outlettable";
import { Empty, Shown } from "../parts/state";
import { count, time } from "../words";
import "../sources.css";

const KINDS: [Edge["kind"], string, string][] = [
  ["cites", "cites", "an article of one lays its words to the other"],
  ["reposts", "reposts", "an article says that it is the other’s"],
  ["copies", "copies", "articles of both carry one wire story, and the other’s is earlier"],
];

export function Sources({ address }: { address: Address }) {
  const twin = useTwin<Page>("/sources.json");
  return (
    <main class="sources">
      <div class="row spread">
        <h1>Sources</h1>
        <a class="button" href="/sources.graphml" download>
          Graph as GraphML
        </a>
      </div>
      <Shown of={twin}>{(data) => <Whole data={data} address={address} />}</Shown>
    </main>
  );
}

/** Where a name has a page: an outlet its own, a voice its claims. */
export function home(page: Page): (name: string) => string {
  const outlets = new Map(page.outlets.map((o) => [o.name, o.key]));
  return (name) => {
    const key = outlets.get(name);
    return key ? `/sources/${encodeURIComponent(key)}` : `/claims?said_by=${encodeURIComponent(name)}`;
  };
}

function Whole({ data, address }: { data: Page; address: Address }) {
  const to = useMemo(() => home(data), [data]);
  const how = address.query.get("how") ?? "";
  const of = address.query.get("of") ?? "";
  const edges = useMemo(() => data.edges.filter((e) => !how || e.kind === how), [data, how]);
  const listed = of ? edges.filter((e) => e.upstream === of || e.downstream === of) : edges;
  if (data.outlets.length === 0) return <Empty>The ledger holds no outlet yet. Add articles with sayso add FILE, then look here again.</Empty>;
  return (
    <>
      <p class="soft">
        {count(data.outlets.length, "outlet")}, {count(data.edges.length, "edge")} between them and the voices they lean on, counted {time(data.counted)}. What one
        outlet takes from another is no second source.
      </p>
      <section aria-labelledby="whom">
        <h2 id="whom">Who takes from whom</h2>
        <div class="row small">
          <span role="group" aria-label="Kinds of edges" class="row">
            <button aria-pressed={how === ""} onClick={() => go(withQuery({ how: null }, address), true)}>
              all
            </button>
            {KINDS.map(([kind, name, what]) => (
              <button key={kind} aria-pressed={how === kind} title={what} onClick={() => go(withQuery({ how: how === kind ? null : kind }, address), true)}>
                <span class={`swatch ${kind}`} aria-hidden="true" /> {name}
              </button>
            ))}
          </span>
          <span aria-live="polite">
            {of && (
              <>
                Picked: <a href={to(of)}>{of}</a>{" "}
                <button class="plain" onClick={() => go(withQuery({ of: null }, address), true)}>
                  let go
                </button>
              </>
            )}
          </span>
        </div>
        {edges.length === 0 ? (
          <Empty>Nobody is seen to take from anybody in this way.</Empty>
        ) : (
          <Graph edges={edges} picked={of} pick={(name) => go(withQuery({ of: name }, address), true)} />
        )}
        {listed.length > 0 && <EdgeTable key={`${how} ${of}`} edges={listed} to={to} caption={of ? `Edges of ${of}` : "The same edges, the strongest first"} />}
        {of && edges.length > 0 && listed.length === 0 && <Empty>{of} has no edges of this kind.</Empty>}
      </section>
      <OutletTable outlets={data.outlets} address={address} />
      <section aria-labelledby="voices">
        <h2 id="voices">Whom claims go back to</h2>
        <p class="soft small">The first link of the chain of voices, as the machine read it: the same source may stand here under several names.</p>
        <ul class="voices">
          {data.voices.map((v) => (
            <li key={v.value}>
              <a href={`/claims?origin=${encodeURIComponent(v.value)}`}>{v.value}</a> <span class="soft">{v.count.toLocaleString("en")}</span>
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}
