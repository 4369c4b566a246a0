// Review: claims that wait for a person, one at a time; and how far reviewers agree.
import type { Address } from "../address";
import { withQuery } from "../address";
import { useTwin } from "../api";
import type { ClaimLine, QueuePage } from "../contract";
import { may, useSession } from "../frame";
import { AgreementTab } from "../parts/agreement";
import { useMore } from "../parts/more";
import { Sitting } from "../parts/sitting";
import { Empty, Shown } from "../parts/state";
import "../review.css";

type Queue = QueuePage["queue"];

const QUEUES: [Queue, string, string][] = [
  ["new", "New", "Claims that tell a happening, the last added first."],
  ["contested", "Contested", "Claims of happenings whose tellings contradict each other."],
  ["low", "Low certainty", "Claims that their speakers themselves put as possible or probable."],
  ["changed", "Changed", "Claims that a newer version of their article states otherwise, or for the first time."],
];
/** The back end counts a queue no further. */
const MOST_SIZED = 1000;

export function ReviewPage({ address }: { address: Address }) {
  const asked = address.query.get("queue") ?? "new";
  const agreement = asked === "agreement";
  const queue = QUEUES.find(([q]) => q === asked) ?? QUEUES[0];
  const name: Queue = queue?.[0] ?? "new";
  const path = `/review.json?queue=${name}`;
  const twin = useTwin<QueuePage>(path);
  const sizes = new Map(twin.data?.sizes.map((s) => [s.value, s.count]));
  return (
    <main class="review">
      <h1>Review</h1>
      <nav class="tabs" aria-label="Queues">
        {QUEUES.map(([q, label, what]) => (
          <a key={q} href={withQuery({ queue: q, at: null }, address)} aria-current={!agreement && q === name ? "page" : undefined} title={what}>
            {label} {sizes.has(q) && <span class="soft small">{size(sizes.get(q) ?? 0)}</span>}
          </a>
        ))}
        <a href={withQuery({ queue: "agreement", at: null }, address)} aria-current={agreement ? "page" : undefined}>
          Agreement and decisions
        </a>
      </nav>
      {agreement ? (
        <AgreementTab />
      ) : (
        <>
          <p class="soft small">{queue?.[2]} What somebody decided leaves the queue.</p>
          <Shown of={twin}>{(data) => (data.queue === name ? <Queued key={name} path={path} first={data} address={address} waiting={sizes.get(name) ?? 0} /> : null)}</Shown>
        </>
      )}
    </main>
  );
}

function size(n: number): string {
  return n >= MOST_SIZED ? `${MOST_SIZED.toLocaleString("en")} or more` : n.toLocaleString("en");
}

function Queued({ path, first, address, waiting }: { path: string; first: QueuePage; address: Address; waiting: number }) {
  const who = useSession();
  const { rows, more, error } = useMore<ClaimLine, QueuePage>(path, first);
  if (rows.length === 0) return <Empty>Nothing waits in this queue. Look into another, or at the agreement of those who decided.</Empty>;
  return (
    <>
      {!may(who, "coder") && <p class="soft">You can read the queue; deciding needs the role of a coder or reviewer.</p>}
      {error && <p class="trouble" role="alert">{error}</p>}
      <Sitting rows={rows} more={more} address={address} waiting={size(waiting)} />
    </>
  );
}
