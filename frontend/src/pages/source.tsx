// One outlet: how it writes, from whom it takes, its own labels and rights, whose it is, its articles.
import { useTwin } from "../api";
import type { SourceDetail } from "../contract";
import { Shown } from "../parts/state";
import { kind, percent } from "../words";
import { ArticleCard } from "./articles";
import { Edges } from "./sources";
import "../article.css";

export function SourcePage({ id }: { id: string }) {
  const twin = useTwin<SourceDetail>(`/sources/${encodeURIComponent(id)}.json`);
  return (
    <main>
      <Shown of={twin}>{(data) => <Whole data={data} />}</Shown>
    </main>
  );
}

function Whole({ data }: { data: SourceDetail }) {
  const { line } = data;
  return (
    <>
      <h1>{line.name}</h1>
      <p class="row">
        <a href={`/articles?outlet=${encodeURIComponent(line.key)}`}>{line.articles} articles</a>
        <a href={`/claims?outlet=${encodeURIComponent(line.key)}`}>{line.claims} claims</a>
        <span>{percent(line.own)} in its own voice</span>
        <span>{percent(line.named)} go back to somebody named</span>
        <span>{percent(line.single)} of its happenings stand on one origin</span>
        <span>{percent(line.copied)} of its articles carry another’s story</span>
      </p>
      {line.ties.map((t) => (
        <p key={t} class="card">
          {t}
        </p>
      ))}
      <p class="row small">
        {line.kinds.map((k) => (
          <a key={k.value} class="tag" href={`/claims?outlet=${encodeURIComponent(line.key)}&kind=${k.value}`}>
            {kind(k.value)} {k.count}
          </a>
        ))}
      </p>
      <div class="cols">
        <section>
          <h2>Its articles</h2>
          {data.articles.map((a) => (
            <ArticleCard key={a.id} line={a} />
          ))}
        </section>
        <aside class="stack">
          <section class="card">
            <h2>Voices it carries</h2>
            <p class="row small">
              {data.voices.slice(0, 30).map((v) => (
                <a key={v.value} class="tag" href={`/claims?outlet=${encodeURIComponent(line.key)}&said_by=${encodeURIComponent(v.value)}`}>
                  {v.value} {v.count}
                </a>
              ))}
            </p>
          </section>
          <section class="card">
            <h2>Whom it takes from, and who from it</h2>
            <Edges edges={data.edges} />
          </section>
          <section class="card">
            <h2>Its labels and rights, as it puts them</h2>
            {Object.entries(data.labels).map(([name, values]) => (
              <p key={name} class="small">
                {name}: {values.map((v) => `${v.value} (${v.count})`).join(", ")}
              </p>
            ))}
            {data.rights.map((r) => (
              <blockquote key={r} class="small">
                {r}
              </blockquote>
            ))}
            {data.rights.length === 0 && Object.keys(data.labels).length === 0 && <p class="soft small">None were found on its pages.</p>}
          </section>
        </aside>
      </div>
    </>
  );
}
