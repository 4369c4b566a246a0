// The board: what came in, what is contradicted, what changed or was withdrawn since a time.
import { useEffect } from "preact/hooks";
import { go, useAddress, withQuery } from "../address";
import { useTwin } from "../api";
import type { Board } from "../contract";
import { useSession } from "../frame";
import { Change } from "../parts/articlefacts";
import { HappeningCard } from "../parts/happeningcard";
import { Empty, Shown } from "../parts/state";
import { ArticleCard } from "./articles";
import { count, time } from "../words";
import "../article.css";
import "../sources.css";
import "../map.css";

const SEEN = "desk:seen";

export function BoardPage() {
  const address = useAddress();
  const since = address.query.get("since") ?? "";
  const twin = useTwin<Board>(`/board.json${since ? `?since=${encodeURIComponent(since)}` : ""}`);
  const before = localStorage.getItem(SEEN) ?? "";
  useEffect(() => () => localStorage.setItem(SEEN, new Date().toISOString().slice(0, 19) + "Z"), []);
  return (
    <main>
      <h1>Board</h1>
      <form class="row" onSubmit={(event) => event.preventDefault()}>
        <label>
          Since <input type="date" value={since.slice(0, 10)} onChange={(e) => go(withQuery({ since: e.currentTarget.value }))} />
        </label>
        {before && <a href={withQuery({ since: before })}>since your last visit, {time(before)}</a>}
      </form>
      <Shown of={twin}>{(data) => <Whole data={data} />}</Shown>
    </main>
  );
}

function Whole({ data }: { data: Board }) {
  const who = useSession();
  if (who && who.articles === 0) return <First />;
  const withdrawn = data.changes.filter((c) => c.kind === "withdrawn");
  return (
    <>
      <p class="soft">
        {data.since ? `Since ${data.since.length > 10 ? time(data.since) : data.since} (UTC): ` : ""}
        {data.articles_more ? "more than " : ""}
        {count(data.articles.length, "article")}, {count(data.contested.length, "happening")} with contradictions, {count(data.changes.length, "change")}
        {withdrawn.length > 0 && `, ${withdrawn.length} withdrawn`}.
      </p>
      <div class="cols even">
        <section>
          <h2>Contradicted</h2>
          {data.contested.length === 0 && <Empty>Nothing that came in is contradicted by another telling.</Empty>}
          {data.contested.slice(0, 12).map((h) => (
            <HappeningCard key={h.id} line={h} />
          ))}
          {data.contested.length > 12 && <a href="/happenings?contested=yes">All contested happenings</a>}
        </section>
        <section>
          <h2>Changed and withdrawn</h2>
          {data.changes.length === 0 && <Empty>No article was captured again with other words.</Empty>}
          {data.changes.map((c) => (
            <div key={c.at + c.old + c.new}>
              <p>
                <a href={`/articles/${c.new || c.old}`}>{c.title}</a> <span class="soft">{c.outlet}</span>
              </p>
              <Change change={c} />
            </div>
          ))}
          <h2>New articles</h2>
          {data.articles.slice(0, 15).map((a) => (
            <ArticleCard key={a.id} line={a} />
          ))}
          <a href="/articles">All articles</a>
        </section>
      </div>
    </>
  );
}

function First() {
  return (
    <section class="card">
      <h2>This ledger is empty</h2>
      <p>
        Add articles with <code>sayso add FILES --ledger …</code>; they show up here as they come in. Then ask:
      </p>
      <ul>
        <li>
          <a href="/claims?certainty=possible">What is only said to be possible?</a>
        </li>
        <li>
          <a href="/happenings?contested=yes">Where do tellings contradict each other?</a>
        </li>
        <li>
          <a href="/happenings?origins_min=2">What do several independent origins tell?</a>
        </li>
      </ul>
    </section>
  );
}
