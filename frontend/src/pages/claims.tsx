// Claims: everything said, narrowed by who, what, where, when, how sure; facets beside, CSV of what is shown.
import { useEffect, useRef, useState } from "preact/hooks";
import type { Address } from "../address";
import { go, withQuery } from "../address";
import { useTwin } from "../api";
import type { ClaimPage } from "../contract";
import { KIND_CHOICES } from "../kinds";
import { ClaimCard } from "../parts/claimcard";
import { Facets } from "../parts/facets";
import type { Field } from "../parts/filters";
import { Filters } from "../parts/filters";
import { More, useMore } from "../parts/more";
import { Empty, Shown } from "../parts/state";
import "../article.css";

const FIELDS: Field[] = [
  { name: "text", label: "Words", kind: "search" },
  { name: "said_by", label: "Said by (any link)" },
  { name: "origin", label: "Origin" },
  { name: "about", label: "Who or where" },
  { name: "kind", label: "Kind", kind: "select", many: true, options: [...KIND_CHOICES, ["none", "no happening"]] },
  { name: "place", label: "Place" },
  { name: "near", label: "Near (lat,lon,km)" },
  { name: "since", label: "From", kind: "date" },
  { name: "until", label: "Until", kind: "date" },
  { name: "killed_min", label: "Killed at least", kind: "number" },
  { name: "certainty", label: "How sure", kind: "select", many: true, options: [["", "any"], ["certain", "certain"], ["probable", "probable"], ["possible", "possible"]] },
  { name: "polarity", label: "Said to be so", kind: "select", options: [["", "either"], ["positive", "yes"], ["negative", "no: denied"]] },
  { name: "outlet", label: "Outlet" },
  {
    name: "state", label: "Reviewed", kind: "select", many: true,
    options: [["", "any"], ["none", "not yet"], ["confirmed", "confirmed"], ["amended", "amended"], ["rejected", "rejected"], ["disputed", "reviewers differ"]],
  },
  { name: "contested", label: "Contested only", kind: "tick" },
];
const SORTS: [string, string][] = [["", "as added"], ["newest", "newest happening first"], ["oldest", "oldest first"], ["killed", "most killed first"]];

export function Claims({ address }: { address: Address }) {
  const query = new URLSearchParams(address.query);
  query.delete("after");
  const path = `/claims.json${query.size ? `?${query}` : ""}`;
  const page = useTwin<ClaimPage>(path);
  const { rows, more, error } = useMore<ClaimPage["rows"][number], ClaimPage>(path, page.data);
  const picked = useRows(rows.map((r) => r.claim.id), (id) => go(`/claims/${id}`));
  return (
    <main>
      <div class="row spread">
        <h1>Claims</h1>
        <span class="row">
          <label>
            Sort
            <select value={address.query.get("sort") ?? ""} onChange={(e) => go(withQuery({ sort: e.currentTarget.value, after: null }, address))}>
              {SORTS.map(([value, name]) => (
                <option key={value} value={value}>
                  {name}
                </option>
              ))}
            </select>
          </label>
          <a class="button" href={`/claims.csv${query.size ? `?${query}` : ""}`} download>
            CSV of these
          </a>
        </span>
      </div>
      <Filters fields={FIELDS} address={address} also={["article", "happening"]} />
      <Shown of={page}>
        {(data) => (
          <div class="cols left">
            <details class="facetbox" open={window.innerWidth > 800}>
              <summary>Counts</summary>
              <Facets facets={data.facets} address={address} />
            </details>
            <section aria-label="Claims found">
              {rows.length === 0 && <Empty>No claim fits. Take a filter away, or look for other words.</Empty>}
              {rows.map((line) => (
                <ClaimCard key={line.claim.id} line={line} picked={line.claim.id === picked} />
              ))}
              <More more={more} error={error} />
            </section>
          </div>
        )}
      </Shown>
    </main>
  );
}

/** j and k pick rows, Enter opens the one that is picked. */
export function useRows(ids: string[], open: (id: string) => void): string {
  const [at, setAt] = useState(-1);
  const held = useRef({ ids, open, at });
  held.current = { ids, open, at };
  useEffect(() => {
    const pressed = (event: KeyboardEvent): void => {
      if ((event.target as Element | null)?.closest("input, textarea, select, button, a, dialog") && event.key === "Enter") return;
      if ((event.target as Element | null)?.closest("input, textarea, select") || event.ctrlKey || event.metaKey || event.altKey) return;
      const { ids: all, open: go_, at: now } = held.current;
      const step = { j: 1, k: -1 }[event.key];
      if (step && all.length) {
        const next = Math.max(0, Math.min(all.length - 1, now + step));
        setAt(next);
        document.getElementById(all[next] ?? "")?.focus();
      } else if (event.key === "Enter" && all[now]) go_(all[now] ?? "");
    };
    document.addEventListener("keydown", pressed);
    return () => document.removeEventListener("keydown", pressed);
  }, []);
  return ids[at] ?? "";
}
