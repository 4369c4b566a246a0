// The board: what is new, contradicted, changed and withdrawn since a time, each opening its page.
import { useEffect } from "preact/hooks";
import { go, useAddress, withQuery } from "../address";
import { useTwin } from "../api";
import type { Board } from "../contract";
import { useSession } from "../frame";
import { ChangeCard } from "../parts/changecard";
import { HappeningCard } from "../parts/happeningcard";
import { Empty, Shown } from "../parts/state";
import { Welcome } from "../parts/welcome";
import { CHOICES, daysBefore, lastVisit, local, stamp } from "../since";
import { count, time } from "../words";
import { useRows } from "./claims";
import "../board.css";

const MOST_LISTED = 50;

export function BoardPage() {
  const address = useAddress();
  const asked = address.query.get("since");
  const since = asked ?? lastVisit();
  useEffect(() => {
    if (asked === null) go(`/?since=${since}`, true);
  }, [asked]);
  const board = useTwin<Board>(asked === null ? null : `/board.json?since=${encodeURIComponent(asked)}`);
  const session = useSession();
  return (
    <main class="board">
      <div class="row spread">
        <h1>Board</h1>
        {session?.articles !== 0 && <Since asked={asked ?? ""} shown={board.data?.since ?? ""} />}
      </div>
      {session && <Welcome session={session} first={since === ""} />}
      {session?.articles !== 0 && <Shown of={board}>{(data) => <News data={data} />}</Shown>}
    </main>
  );
}

/** Since when; the time is in the address, so a board can be handed on. */
function Since({ asked, shown }: { asked: string; shown: string }) {
  const visit = lastVisit();
  const set = (to: string): void => go(to ? withQuery({ since: to }) : "/?since=");
  return (
    <div class="row small" role="group" aria-label="Since when">
      <label>
        Since
        <input type="datetime-local" value={local(asked || shown)} onChange={(e) => e.currentTarget.value && set(stamp(new Date(e.currentTarget.value)))} />
      </label>
      {visit && (
        <button aria-pressed={asked === visit} onClick={() => set(visit)} title={time(visit)}>
          My last visit
        </button>
      )}
      <button aria-pressed={asked === ""} onClick={() => set("")} title="The last 24 hours in which articles were added">
        Last adding
      </button>
      {CHOICES.map(([name, days]) => (
        <button key={name} onClick={() => set(daysBefore(days))}>
          {name}
        </button>
      ))}
    </div>
  );
}

function News({ data }: { data: Board }) {
  useRows([...data.changes.map((c) => rowId(c.new || c.old)), ...data.contested.map((h) => h.id)], (id) =>
    go(id.startsWith("change-") ? `/articles/${id.slice(7)}` : `/happenings/${id}`),
  );
  const gone = data.changes.filter((c) => c.kind === "withdrawn").length;
  return (
    <>
      <p aria-live="polite">
        Since <b>{data.since.length === 10 ? data.since : time(data.since)}</b>:{" "}
        <a href="#new">{data.articles_more ? `more than ${count(data.articles.length, "new article")}` : count(data.articles.length, "new article")}</a>,{" "}
        <a href="#contested">{contested(data)}</a>,{" "}
        <a href="#changed">
          {atLeast(data.changes.length, "changed article")}
          {gone > 0 && `, ${gone} of them withdrawn`}
        </a>
        .
      </p>
      <div class="cols">
        <div>
          <section aria-labelledby="changed">
            <h2 id="changed">Changed and withdrawn</h2>
            {data.changes.length === 0 && <Empty>No article that the ledger holds was changed or taken back since then.</Empty>}
            {data.changes.map((c) => (
              <ChangeCard key={`${c.old} ${c.new}`} id={rowId(c.new || c.old)} change={c} />
            ))}
          </section>
          <section aria-labelledby="contested">
            <h2 id="contested">Tellings that contradict each other</h2>
            {data.contested.length === 0 && <Empty>No happening that articles since then tell of is told in ways that contradict each other.</Empty>}
            {data.contested.map((line) => (
              <HappeningCard key={line.id} line={line} />
            ))}
          </section>
        </div>
        <NewArticles data={data} />
      </div>
    </>
  );
}

function NewArticles({ data }: { data: Board }) {
  return (
    <section aria-labelledby="new" class="card newest">
      <h2 id="new">New articles</h2>
      {data.articles.length === 0 && (
        <Empty>
          Nothing was added since then. Ask for an earlier time, or add articles with <code>sayso add FILE</code>.
        </Empty>
      )}
      <ul class="list">
        {data.articles.map((a) => (
          <li key={a.id}>
            <a href={`/articles/${a.id}`}>{a.title || a.ref}</a>
            <div class="small soft">
              {[a.outlet || "an unnamed outlet", a.published || "no day", count(a.claims, "claim")].join(", ")} {a.gone && <span class="tag doubt">{a.gone}</span>}
            </div>
          </li>
        ))}
      </ul>
      {data.articles_more && (
        <p>
          These are the latest. <a href="/articles">All articles</a>
        </p>
      )}
    </section>
  );
}

function rowId(article: string): string {
  return `change-${article}`;
}

function contested(data: Board): string {
  return `${atLeast(data.contested.length, "happening")} told in contradicting ways`;
}

/** The back end lists no more than so many of a kind. */
function atLeast(n: number, one: string): string {
  return n >= MOST_LISTED ? `${n} or more ${one}s` : count(n, one);
}
