// How far each two reviewers agree, claim by claim where they differ, and the last decisions of all.
import { useTwin } from "../api";
import type { Agreement as Pair, AgreementPage, ReviewLine } from "../contract";
import { count, time } from "../words";
import { Empty, Shown } from "./state";

export function Agreement() {
  const twin = useTwin<AgreementPage>("/review/agreement.json");
  return (
    <Shown of={twin}>
      {(data) => (
        <>
          {data.pairs.length === 0 && <Empty>No two people have decided on the same claim yet.</Empty>}
          {data.pairs.map((p) => (
            <Two key={p.one + p.other} pair={p} />
          ))}
          <h2>The last decisions</h2>
          {data.latest.length === 0 && <Empty>Nobody has decided anything yet.</Empty>}
          <div class="scroll">
            <table>
              <tbody>
                {data.latest.map((r) => (
                  <tr key={r.number} class={r.undone ? "undone" : ""}>
                    <td>{r.who}</td>
                    <td>
                      {r.decision} {r.field && `${r.field}: “${r.value}”`}
                    </td>
                    <td>
                      <a href={`/claims/${r.claim}`}>claim</a>
                    </td>
                    <td class="soft">{time(r.at)}</td>
                    <td>{r.why}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </>
      )}
    </Shown>
  );
}

function Two({ pair }: { pair: Pair }) {
  return (
    <section class="card">
      <h2>
        {pair.one} and {pair.other}
      </h2>
      <p>
        {count(pair.both, "claim")} decided by both, {pair.same} the same way. Cohen’s kappa:{" "}
        <b>{pair.kappa === null ? "not defined (one label throughout)" : pair.kappa.toFixed(2)}</b>
      </p>
      {pair.differ.map((d) => (
        <div key={d.claim} class="card">
          <a href={`/claims/${d.claim}`}>“{d.words}”</a>
          <div class="sides small">
            <Said r={d.one} />
            <Said r={d.other} />
          </div>
        </div>
      ))}
    </section>
  );
}

function Said({ r }: { r: ReviewLine }) {
  return (
    <p>
      <b>{r.who}</b>: {r.decision} {r.field && `${r.field} to “${r.value}”`} {r.why && `— ${r.why}`}
    </p>
  );
}
