// Outlets as a table that sorts by its headers.
import type { Address } from "../address";
import { go, withQuery } from "../address";
import type { SourceLine } from "../contract";
import type { Column } from "../outlets";
import { sorted } from "../outlets";
import { kind, percent } from "../words";

const COLUMNS: [Column, string, string][] = [
  ["name", "Outlet", ""],
  ["articles", "Articles", ""],
  ["claims", "Claims", ""],
  ["own", "Own voice", "claims that the outlet makes in its own voice, laid to nobody"],
  ["named", "Named", "claims that go back to somebody named"],
  ["single", "Single origin", "claims whose happening stands on one origin alone, of those laid to a happening"],
  ["copied", "Copied", "articles that carry a wire story which an earlier article carries too"],
];

export function OutletTable({ outlets, address }: { outlets: SourceLine[]; address: Address }) {
  const by = address.query.get("sort") ?? "claims";
  const sort = (column: Column): void => go(withQuery({ sort: by === column ? `-${column}` : column }, address), true);
  const caption = "Shares are of the outlet’s claims (copied: of its articles) that the ledger holds";
  return (
    <section aria-labelledby="outlets">
      <h2 id="outlets">Outlets</h2>
      <div class="scroll" tabIndex={0} role="region" aria-label="Table of outlets">
        <table class="outlets">
          <caption class="small soft">{caption}</caption>
          <thead>
            <tr>
              {COLUMNS.map(([column, name, what]) => (
                <th key={column} scope="col" class={column === "name" ? "" : "number"} aria-sort={direction(by, column)}>
                  <button class="plain" title={what} onClick={() => sort(column)}>
                    {name}
                    <span aria-hidden="true">{arrow(by, column)}</span>
                  </button>
                </th>
              ))}
              <th scope="col">Main kinds</th>
            </tr>
          </thead>
          <tbody>
            {sorted(outlets, by).map((o) => (
              <Row key={o.key} line={o} />
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function Row({ line: o }: { line: SourceLine }) {
  return (
    <tr>
      <th scope="row">
        <a href={`/sources/${encodeURIComponent(o.key)}`}>{o.name || "no outlet named"}</a>
      </th>
      <td class="number">{o.articles.toLocaleString("en")}</td>
      <td class="number">{o.claims.toLocaleString("en")}</td>
      {[o.own, o.named, o.single, o.copied].map((share, n) => (
        <td key={n} class="number">
          {percent(share)}
          <span class="share" aria-hidden="true">
            <span style={{ width: `${Math.round(share * 100)}%` }} />
          </span>
        </td>
      ))}
      <td class="small">{o.kinds.slice(0, 3).map((k) => `${kind(k.value)} ${k.count.toLocaleString("en")}`).join(", ")}</td>
    </tr>
  );
}

/** Numbers stand highest first unless turned round, names from A. */
function direction(by: string, column: Column): "ascending" | "descending" | "none" {
  if (by !== column && by !== `-${column}`) return "none";
  const turned = by.startsWith("-");
  return (column === "name") !== turned ? "ascending" : "descending";
}

function arrow(by: string, column: Column): string {
  return { ascending: " ↑", descending: " ↓", none: "" }[direction(by, column)];
}
