// How far each two reviewers agree, what they differ on with both reasons, and the latest decisions of all.
import { useState } from "preact/hooks";
import { inWords, send, useTwin } from "../api";
import type { Agreement, AgreementPage, ReviewLine } from "../contract";
import { useSession } from "../frame";
import { PAST } from "../sitting";
import { count, time } from "../words";
import { Empty, Shown } from "./state";

export function AgreementTab() {
  const twin = useTwin<AgreementPage>("/review/agreement.json");
  return (
    <Shown of={twin}>
      {(data) => (
        <>
          <section aria-labelledby="pairs">
            <h2 id="pairs">Agreement</h2>
            {data.pairs.length === 0 && <Empty>No claim was decided by two people yet. Two reviewers of the same queue make one.</Empty>}
            {data.pairs.map((p) => (
              <Pair key={`${p.one} ${p.other}`} pair={p} />
            ))}
          </section>
          <Latest rows={data.latest} again={twin.again} />
        </>
      )}
    </Shown>
  );
}

function Pair({ pair: p }: { pair: Agreement }) {
  return (
    <article class="card">
      <h3>
        {p.one} and {p.other}
      </h3>
      <p class="row">
        <span>
          {count(p.both, "claim")} decided by both, {p.same.toLocaleString("en")} in the same way
        </span>
        <span class="tag" title="Cohen’s kappa: agreement beyond what two people would reach by chance; 1 is full agreement, 0 is chance">
          kappa {p.kappa === null ? "not defined" : p.kappa.toFixed(2)}
        </span>
      </p>
      {p.kappa === null && <p class="small soft">Both gave one and the same decision throughout, so there is nothing to set chance against.</p>}
      {p.differ.length > 0 && (
        <details open={p.differ.length <= 5}>
          <summary>{count(p.differ.length, "claim")} they differ on</summary>
          {p.differ.map((d) => (
            <div key={d.claim} class="differ">
              <p>
                <a href={`/claims/${d.claim}`}>“{d.words}”</a>
              </p>
              <div class="sides">
                <Side review={d.one} />
                <Side review={d.other} />
              </div>
            </div>
          ))}
        </details>
      )}
    </article>
  );
}

function Side({ review: r }: { review: ReviewLine }) {
  return (
    <div class="small">
      <p>
        <b>{r.who}</b> {did(r)} <span class="soft">{time(r.at)}</span>
      </p>
      {r.why ? <blockquote>{r.why}</blockquote> : <p class="soft">gave no reason</p>}
    </div>
  );
}

function did(r: ReviewLine): string {
  if (r.decision === "amend") return `amended ${r.field} to “${r.value}”`;
  return r.decision === "undo" ? "took back a decision" : `${PAST[r.decision] ?? r.decision} the reading`;
}

function Latest({ rows, again }: { rows: ReviewLine[]; again: () => void }) {
  const who = useSession();
  const [error, setError] = useState("");
  const undo = (number: number): void => {
    send("POST", "/reviews/undo.json", { number }).then(
      () => {
        setError("");
        again();
      },
      (trouble: unknown) => setError(inWords(trouble)),
    );
  };
  return (
    <section aria-labelledby="latest">
      <h2 id="latest">Latest decisions</h2>
      {error && <p class="trouble" role="alert">{error}</p>}
      {rows.length === 0 && <Empty>Nobody has decided anything yet. Open a queue above and begin.</Empty>}
      {rows.length > 0 && (
        <div class="scroll" tabIndex={0} role="region" aria-label="Table of decisions">
          <table>
            <thead>
              <tr>
                <th scope="col">When</th>
                <th scope="col">Who</th>
                <th scope="col">Decision</th>
                <th scope="col">Why</th>
                <th scope="col">Take back</th>
              </tr>
            </thead>
            <tbody>
              {rows.map((r) => (
                <tr key={r.number} class={r.undone ? "undone" : ""}>
                  <td>{time(r.at)}</td>
                  <td>{r.who}</td>
                  <td>
                    {did(r)} of <a href={`/claims/${r.claim}`}>a claim</a>
                  </td>
                  <td>{r.why}</td>
                  <td>
                    {r.undone ? "taken back" : r.who === who?.name && r.decision !== "undo" ? (
                      <button class="plain" onClick={() => undo(r.number)} aria-label={`Undo decision ${r.number}`}>
                        Undo
                      </button>
                    ) : null}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}
