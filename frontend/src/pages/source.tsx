// One outlet: what the ledger holds of it, whose it is, its labels and rights in its own words, its edges and articles.
import { useTwin } from "../api";
import type { Count, SourcePage as Page, SourceDetail } from "../contract";
import { EdgeTable } from "../parts/edgetable";
import { Empty, Shown } from "../parts/state";
import { count, kind, percent } from "../words";
import { home } from "./sources";
import "../sources.css";

export function SourcePage({ id }: { id: string }) {
  const twin = useTwin<SourceDetail>(`/sources/${encodeURIComponent(id)}.json`);
  return (
    <main class="sources">
      <p class="small">
        <a href="/sources">All sources</a>
      </p>
      <h1>{twin.data?.line.name ?? id}</h1>
      <Shown of={twin}>{(data) => <Whole data={data} />}</Shown>
    </main>
  );
}

function Whole({ data }: { data: SourceDetail }) {
  const { line } = data;
  const takes = data.edges.filter((e) => e.downstream === line.name);
  const gives = data.edges.filter((e) => e.upstream === line.name);
  // The list of outlets tells which names have a page; until it is there, every name leads to what it says.
  const all = useTwin<Page>("/sources.json").data;
  const to = all ? home(all) : (name: string): string => `/claims?said_by=${encodeURIComponent(name)}`;
  return (
    <>
      <Numbers data={data} />
      <div class="cols">
        <div>
          <Ties ties={line.ties} name={line.name} />
          <section aria-labelledby="takes">
            <h2 id="takes">From whom it takes</h2>
            {takes.length ? <EdgeTable edges={takes} to={to} without="downstream" caption={`What ${line.name} takes from others`} /> : <Empty>It is not seen to take from anybody.</Empty>}
          </section>
          <section aria-labelledby="gives">
            <h2 id="gives">Who takes from it</h2>
            {gives.length ? <EdgeTable edges={gives} to={to} without="upstream" caption={`What others take from ${line.name}`} /> : <Empty>Nobody is seen to take from it.</Empty>}
          </section>
          <Articles data={data} />
        </div>
        <aside>
          <Voices voices={data.voices} outlet={line.key} />
          <Labels labels={data.labels} name={line.name} />
          <Rights rights={data.rights} name={line.name} />
        </aside>
      </div>
    </>
  );
}

function Numbers({ data: { line } }: { data: SourceDetail }) {
  const shares: [string, number][] = [
    ["of its claims in its own voice", line.own],
    ["go back to somebody named", line.named],
    ["of those laid to a happening stand on one origin", line.single],
    ["of its articles carry a story that an earlier one carries", line.copied],
  ];
  return (
    <>
      <p>
        <a href={`/articles?outlet=${encodeURIComponent(line.key)}`}>{count(line.articles, "article")}</a>,{" "}
        <a href={`/claims?outlet=${encodeURIComponent(line.key)}`}>{count(line.claims, "claim")}</a>
        {line.kinds.length > 0 && ", most often of these kinds:"}
      </p>
      <p class="row small">
        {line.kinds.map((k) => (
          <a key={k.value} class="tag" href={`/claims?outlet=${encodeURIComponent(line.key)}&kind=${k.value}`}>
            {kind(k.value)} {k.count.toLocaleString("en")}
          </a>
        ))}
      </p>
      <dl class="numbers">
        {shares.map(([what, share]) => (
          <div key={what} class="card">
            <dt class="small soft">{what}</dt>
            <dd>{percent(share)}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}

const WEB = /https?:\/\/[^\s,)]+/;

/** Whose the outlet is, with where that was looked up and when; the address is a link that leaves the desk. */
function Ties({ ties, name }: { ties: string[]; name: string }) {
  return (
    <section aria-labelledby="ties">
      <h2 id="ties">Whose it is</h2>
      {ties.length === 0 && <Empty>Sayso’s list of outlets names no owner or state behind {name}. That is a gap in the list, not a finding.</Empty>}
      <ul>
        {ties.map((tie) => {
          const at = WEB.exec(tie);
          if (!at) return <li key={tie}>{tie}</li>;
          return (
            <li key={tie}>
              {tie.slice(0, at.index)}
              <a href={at[0]} target="_blank" rel="noreferrer noopener">
                {at[0]}
              </a>
              {tie.slice(at.index + at[0].length)}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function Voices({ voices, outlet }: { voices: Count[]; outlet: string }) {
  return (
    <section class="card" aria-labelledby="carried">
      <h2 id="carried">Voices it carries</h2>
      {voices.length === 0 && <Empty>None were read.</Empty>}
      <ol class="list">
        {voices.slice(0, 25).map((v) => (
          <li key={v.value} class="row spread">
            <a href={`/claims?outlet=${encodeURIComponent(outlet)}&said_by=${encodeURIComponent(v.value)}`}>{v.value}</a>
            <span class="soft">{v.count.toLocaleString("en")}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}

function Labels({ labels, name }: { labels: Record<string, Count[]>; name: string }) {
  const kinds = Object.entries(labels).filter(([, values]) => values.length > 0);
  return (
    <section class="card" aria-labelledby="labels">
      <h2 id="labels">Labels, as {name} puts them</h2>
      {kinds.length === 0 && <Empty>Its articles in the ledger carry no labels.</Empty>}
      {kinds.map(([field, values]) => (
        <div key={field}>
          <h3>{field}</h3>
          <p class="row small">
            {values.slice(0, 30).map((v) => (
              <span key={v.value} class="tag">
                {v.value} {v.count.toLocaleString("en")}
              </span>
            ))}
          </p>
        </div>
      ))}
    </section>
  );
}

function Rights({ rights, name }: { rights: string[]; name: string }) {
  return (
    <section class="card" aria-labelledby="rights">
      <h2 id="rights">Rights, as {name} states them</h2>
      {rights.length === 0 && <Empty>Its articles in the ledger state none. Its texts are its own all the same.</Empty>}
      {rights.map((words) => (
        <blockquote key={words}>{words}</blockquote>
      ))}
    </section>
  );
}

function Articles({ data }: { data: SourceDetail }) {
  return (
    <section aria-labelledby="articles">
      <h2 id="articles">Its articles</h2>
      <ul class="list own">
        {data.articles.map((a) => (
          <li key={a.id}>
            <a href={`/articles/${a.id}`}>{a.title || a.ref}</a>{" "}
            <span class="small soft">
              {a.published || "no day"}, {count(a.claims, "claim")}
              {a.original_outlet && `, first with ${a.original_outlet}`}
            </span>{" "}
            {a.gone && <span class="tag doubt">{a.gone}</span>}
          </li>
        ))}
      </ul>
      {data.line.articles > data.articles.length && (
        <p>
          <a href={`/articles?outlet=${encodeURIComponent(data.line.key)}`}>All {data.line.articles.toLocaleString("en")} articles</a>
        </p>
      )}
    </section>
  );
}
