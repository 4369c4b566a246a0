// Facets: how many of what was found have each value, and a link that asks for that value.
import type { Address } from "../address";
import { withQuery } from "../address";
import type { Facet } from "../contract";
import { kind } from "../words";

const NAMES: Record<string, string> = { kind: "Kind", certainty: "How sure", polarity: "Said to be so", outlet: "Outlet", origin: "Origin", year: "Year" };

export function Facets({ facets, address }: { facets: Facet[]; address: Address }) {
  const shown = facets.filter((f) => f.counts.length > 0);
  const first = shown[0];
  return (
    <aside class="facets" aria-label="Counts">
      {first && (
        <p class="small soft">
          {first.all ? `Of all ${first.of.toLocaleString("en")} found` : `Of the first ${first.of.toLocaleString("en")} found`}
        </p>
      )}
      {shown.map((f) => (
        <section key={f.field}>
          <h2 class="small">{NAMES[f.field] ?? f.field}</h2>
          <ul class="list">
            {f.counts.map((c) => (
              <li key={c.value}>
                <a class="row spread" href={narrowed(f.field, c.value, address)} aria-current={chosen(f.field, c.value, address) ? "true" : undefined}>
                  <span class="value">{c.value === "none" ? "no happening" : f.field === "kind" ? kind(c.value) : c.value}</span>
                  <span class="soft">{c.count.toLocaleString("en")}</span>
                </a>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </aside>
  );
}

function chosen(field: string, value: string, address: Address): boolean {
  return field === "year" ? address.query.get("since") === `${value}-01-01` : address.query.get(field) === value;
}

function narrowed(field: string, value: string, address: Address): string {
  const off = chosen(field, value, address);
  if (field === "year") return withQuery({ since: off ? null : `${value}-01-01`, until: off ? null : `${value}-12-31`, after: null }, address);
  return withQuery({ [field]: off ? null : value, after: null }, address);
}
