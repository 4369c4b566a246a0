// Sources: outlets with what the ledger holds of them, the voices claims go back to, and who takes from whom.
import type { Address } from "../address";
import { go, withQuery } from "../address";
import { useTwin } from "../api";
import type { Edge, SourceLine, SourcePage } from "../contract";
import { Graph } from "../parts/graph";
import { Shown } from "../parts/state";
import { kind, percent, time } from "../words";

type Column = "name" | "articles" | "claims" | "own" | "named" | "single" | "copied";
const COLUMNS: [Column, string, string][] = [
  ["name", "Outlet", ""],
  ["articles", "Articles", "articles that stand"],
  ["claims", "Claims", ""],
  ["own", "Own voice", "share of its claims that it makes in its own voice"],
  ["named", "Named origin", "share of its claims that go back to somebody named"],
  ["single", "Single origin", "share of its happenings that stand on one known origin alone"],
  ["copied", "Copied", "share of its articles that carry another outlet's story"],
];

export function Sources({ address }: { address: Address }) {
  const twin = useTwin<SourcePage>("/sources.json");
  return (
    <main>
      <h1>Sources</h1>
      <Shown of={twin}>
        {(data) => (
          <>
            <Outlets lines={data.outlets} address={address} />
            <h2>Who takes from whom</h2>
            <Graph edges={data.edges} />
            <Edges edges={data.edges} />
            <p>
              <a href="/sources.graphml" download>
                As GraphML, for other programs
              </a>
            </p>
            <h2>Whom claims go back to most often</h2>
            <p class="row">
              {data.voices.slice(0, 40).map((v) => (
                <a key={v.value} class="tag" href={`/claims?origin=${encodeURIComponent(v.value)}`}>
                  {v.value} {v.count}
                </a>
              ))}
            </p>
            <p class="small soft">Counted {time(data.counted)}. Shares say how outlets write, not how reliable they are.</p>
          </>
        )}
      </Shown>
    </main>
  );
}

function Outlets({ lines, address }: { lines: SourceLine[]; address: Address }) {
  const by = (address.query.get("sort") ?? "claims") as Column;
  const sorted = [...lines].sort((a, b) => (by === "name" ? (a.name < b.name ? -1 : 1) : b[by] - a[by] || (a.name < b.name ? -1 : 1)));
  return (
    <div class="scroll">
      <table>
        <caption class="small soft">Outlets of this ledger</caption>
        <thead>
          <tr>
            {COLUMNS.map(([name, label, what]) => (
              <th key={name} scope="col" class={name === "name" ? "" : "number"} aria-sort={by === name ? (name === "name" ? "ascending" : "descending") : "none"}>
                <button class="plain" title={what} onClick={() => go(withQuery({ sort: name }, address), true)}>
                  {label}
                </button>
              </th>
            ))}
            <th scope="col">Mostly tells of</th>
          </tr>
        </thead>
        <tbody>
          {sorted.map((s) => (
            <tr key={s.key}>
              <th scope="row">
                <a href={`/sources/${encodeURIComponent(s.key)}`}>{s.name}</a>
              </th>
              <td class="number">{s.articles}</td>
              <td class="number">{s.claims}</td>
              <td class="number">{percent(s.own)}</td>
              <td class="number">{percent(s.named)}</td>
              <td class="number">{percent(s.single)}</td>
              <td class="number">{percent(s.copied)}</td>
              <td class="small">{s.kinds.slice(0, 3).map((k) => `${kind(k.value)} ${k.count}`).join(", ")}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

export function Edges({ edges, most = 40 }: { edges: Edge[]; most?: number }) {
  return (
    <details>
      <summary>The same as a table</summary>
      <div class="scroll">
        <table>
          <thead>
            <tr>
              <th scope="col">Who</th>
              <th scope="col">does</th>
              <th scope="col">whom</th>
              <th scope="col" class="number">times</th>
              <th scope="col" class="number">median days between</th>
            </tr>
          </thead>
          <tbody>
            {edges.slice(0, most).map((e) => (
              <tr key={`${e.downstream} ${e.upstream} ${e.kind}`}>
                <td>{e.downstream}</td>
                <td>{e.kind}</td>
                <td>{e.upstream}</td>
                <td class="number">{e.count}</td>
                <td class="number">{e.lag_days === null ? "" : e.lag_days}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}
