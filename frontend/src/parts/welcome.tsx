// The first time at the desk: what the ledger holds, and three questions to try.
import type { Session } from "../contract";
import { count } from "../words";

const QUESTIONS: [string, string, string][] = [
  [
    "Who says that a place changed hands?",
    "/claims?kind=government-regains-territory&kind=nonstate-overtakes-territory&sort=newest",
    "Claims of two kinds, with the chain of voices of each.",
  ],
  [
    "Where do outlets contradict each other?",
    "/happenings?contested=yes&sort=articles",
    "Happenings on a map, with both sentences field by field.",
  ],
  [
    "What do several articles carry that goes back to one origin?",
    "/happenings?articles_min=2&sort=articles",
    "Each happening counts its articles, its wire families and its origins apart.",
  ],
];

export function Welcome({ session, first }: { session: Session; first: boolean }) {
  if (session.articles === 0) return <Nothing ledger={session.ledger} />;
  return (
    <details class="card welcome" open={first}>
      <summary>
        <b>{session.ledger}</b> holds {count(session.articles, "article")}, {count(session.claims, "claim")} and {count(session.happenings, "happening")}. Three
        questions to try
      </summary>
      <ol>
        {QUESTIONS.map(([asked, to, what]) => (
          <li key={to}>
            <a href={to}>{asked}</a> <span class="soft small">{what}</span>
          </li>
        ))}
      </ol>
    </details>
  );
}

function Nothing({ ledger }: { ledger: string }) {
  return (
    <section class="card">
      <h2>The ledger {ledger} is empty</h2>
      <p>Add articles at the command line; they appear here within seconds.</p>
      <pre>
        <code>sayso add articles/*.html --ledger {ledger}</code>
      </pre>
      <p>
        Or look at the sample first: <code>sayso demo</code>. You can also <a href="/compare">paste a text</a> and see what is read in it; nothing of it is kept.
      </p>
    </section>
  );
}
