// Articles: what was captured, found by words, outlet and day.
import type { Address } from "../address";
import { go } from "../address";
import { useTwin } from "../api";
import type { ArticleLine, ArticlePage } from "../contract";
import type { Field } from "../parts/filters";
import { Filters } from "../parts/filters";
import { More, useMore } from "../parts/more";
import { Empty, Shown } from "../parts/state";
import { count } from "../words";
import { useRows } from "./claims";
import "../article.css";

const FIELDS: Field[] = [
  { name: "text", label: "Words", kind: "search" },
  { name: "outlet", label: "Outlet" },
  { name: "since", label: "Published from", kind: "date" },
  { name: "until", label: "until", kind: "date" },
  { name: "all_versions", label: "Also superseded and withdrawn ones", kind: "tick" },
];

export function Articles({ address }: { address: Address }) {
  const query = new URLSearchParams(address.query);
  query.delete("after");
  const path = `/articles.json${query.size ? `?${query}` : ""}`;
  const page = useTwin<ArticlePage>(path);
  const { rows, more, error } = useMore<ArticleLine, ArticlePage>(path, page.data);
  const picked = useRows(rows.map((r) => r.id), (id) => go(`/articles/${id}`));
  return (
    <main>
      <h1>Articles</h1>
      <Filters fields={FIELDS} address={address} />
      <Shown of={page}>
        {() => (
          <>
            {rows.length === 0 && <Empty>No article fits. Add some with `sayso add`.</Empty>}
            {rows.map((a) => (
              <ArticleCard key={a.id} line={a} picked={a.id === picked} />
            ))}
            <More more={more} error={error} />
          </>
        )}
      </Shown>
    </main>
  );
}

export function ArticleCard({ line, picked = false }: { line: ArticleLine; picked?: boolean }) {
  return (
    <article class={`card${picked ? " picked" : ""}`} id={line.id} tabIndex={-1}>
      <a href={`/articles/${line.id}`}>{line.title || line.ref}</a>
      <p class="small soft row">
        <span>
          {line.outlet || "an unnamed outlet"}
          {line.original_outlet && `, reposting ${line.original_outlet}`}
        </span>
        <span>{line.published || "no day"}</span>
        <span>{count(line.claims, "claim")}</span>
        {line.problems > 0 && <span class="tag doubt">{count(line.problems, "problem")} in the data</span>}
        {line.gone && <span class="tag contested">{line.gone}</span>}
      </p>
    </article>
  );
}
