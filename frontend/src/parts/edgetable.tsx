// Edges between sources as a table: who, from whom, how, how often, how long after.
import { useState } from "preact/hooks";
import type { Edge } from "../contract";

const MOST = 25;

/** The median number of days between the two, in words. */
export function lag(days: number | null): string {
  if (days === null) return "not known";
  return days === 0 ? "same day" : `${days.toLocaleString("en")} ${days === 1 ? "day" : "days"}`;
}

const HOW: Record<Edge["kind"], string> = { cites: "cites", reposts: "reposts", copies: "copy, later than" };

interface Asked {
  edges: Edge[];
  /** The address of a name's page, "" when it has none. */
  to: (name: string) => string;
  caption: string;
  /** A side that is the same in every row, and goes without saying. */
  without?: "downstream" | "upstream";
}

export function EdgeTable({ edges, to, caption, without }: Asked) {
  const [all, setAll] = useState(false);
  const shown = all ? edges : edges.slice(0, MOST);
  return (
    <>
      <div class="scroll" tabIndex={0} role="region" aria-label={caption}>
        <table class="edges">
          <caption class="small soft">{caption}</caption>
          <thead>
            <tr>
              {without !== "downstream" && <th scope="col">Who takes</th>}
              <th scope="col">How</th>
              {without !== "upstream" && <th scope="col">From whom</th>}
              <th scope="col" class="number">
                Times
              </th>
              <th scope="col" class="number">
                Median lag
              </th>
            </tr>
          </thead>
          <tbody>
            {shown.map((e) => (
              <tr key={`${e.downstream}|${e.kind}|${e.upstream}`}>
                {without !== "downstream" && <td>{named(e.downstream, to)}</td>}
                <td>
                  <span class={`edgekind ${e.kind}`}>{HOW[e.kind]}</span>
                </td>
                {without !== "upstream" && <td>{named(e.upstream, to)}</td>}
                <td class="number">{e.count.toLocaleString("en")}</td>
                <td class={`number ${e.lag_days === null ? "soft" : ""}`}>{lag(e.lag_days)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {edges.length > shown.length && <button onClick={() => setAll(true)}>Show all {edges.length} edges</button>}
    </>
  );
}

function named(name: string, to: (name: string) => string) {
  const address = to(name);
  return address ? <a href={address}>{name}</a> : name;
}
