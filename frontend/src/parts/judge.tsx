// A person's word on what is one happening: asked for with a reason, listed with who and when, taken back by whoever gave it.
import { useEffect, useRef, useState } from "preact/hooks";
import { go, useAddress } from "../address";
import { inWords, send } from "../api";
import type { Judged, JudgementLine } from "../contract";
import { may, useSession } from "../frame";
import { count, time } from "../words";

interface Asked {
  verdict: "merge" | "split";
  one: string;
  other: string;
  close: () => void;
  done: () => void;
}

export function JudgeDialog({ verdict, one, other, close, done }: Asked) {
  const box = useRef<HTMLDialogElement>(null);
  const who = useSession();
  const [why, setWhy] = useState("");
  const [error, setError] = useState("");
  useEffect(() => {
    box.current?.showModal();
  }, []);
  const keep = (event: Event): void => {
    event.preventDefault();
    send<Judged>("POST", "/judgements.json", { verdict, one, other: [other], why }).then(
      (made) => {
        close();
        const apart = verdict === "split" && made.other !== made.one ? `&other=${made.other}` : "";
        go(`/happenings/${made.one}?judged=${made.judgement.number}${apart}`);
        window.scrollTo(0, 0);
        done();
      },
      (trouble: unknown) => setError(inWords(trouble)),
    );
  };
  return (
    <dialog ref={box} onClose={close} aria-label={verdict === "merge" ? "Merge" : "Split"}>
      <h2>{verdict === "merge" ? "These tell of one happening" : "This claim tells of another happening"}</h2>
      {may(who, "reviewer") ? (
        <form class="stack" onSubmit={keep}>
          <p>Your word wins over the machine’s and holds for articles that come later. You can take it back.</p>
          <label>
            Why <input value={why} required onInput={(e) => setWhy(e.currentTarget.value)} />
          </label>
          <div class="row">
            <button class="main">{verdict === "merge" ? "Merge" : "Split off"}</button>
            <button type="button" onClick={() => box.current?.close()}>
              Cancel
            </button>
          </div>
        </form>
      ) : (
        <p>This needs the role of a reviewer.</p>
      )}
      {error && <p class="trouble" role="alert">{error}</p>}
    </dialog>
  );
}

/** What the person at the desk has just decided, with the way back. */
export function JustJudged({ judgements, done }: { judgements: JudgementLine[]; done: () => void }) {
  const [error, setError] = useState("");
  const address = useAddress();
  const made = judgements.find((j) => String(j.number) === address.query.get("judged"));
  if (!made) return null;
  const back = (): void => {
    send("POST", "/judgements/undo.json", { number: made.number }).then(done, (trouble: unknown) => setError(inWords(trouble)));
  };
  return (
    <p class="card picked row" role="status">
      {made.undone ? `Taken back: ${made.verdict} by ${made.who}.` : `Kept: ${made.who} ${made.verdict === "merge" ? "merged" : "split"} these. Reason: ${made.why}`}
      {!made.undone && address.query.has("other") && <a href={`/happenings/${address.query.get("other")}`}>What was split off</a>}
      {!made.undone && <button onClick={back}>Take it back</button>}
      {error && <span class="trouble" role="alert">{error}</span>}
    </p>
  );
}

export function Judgements({ judgements, done }: { judgements: JudgementLine[]; done: () => void }) {
  const who = useSession();
  const [error, setError] = useState("");
  const undo = (number: number): void => {
    send("POST", "/judgements/undo.json", { number }).then(done, (trouble: unknown) => setError(inWords(trouble)));
  };
  if (judgements.length === 0) return <p class="soft small">Nobody has merged or split anything here.</p>;
  return (
    <ul class="list small">
      {judgements.map((j) => (
        <li key={j.id} class={j.undone ? "undone" : ""}>
          <b>{j.who}</b> {j.verdict === "merge" ? "merged" : "split"} {count(j.one.length + j.other.length, "claim")} <span class="soft">{time(j.at)}</span>
          {j.why && ` — ${j.why}`}{" "}
          {!j.undone && j.who === who?.name && (
            <button class="plain" onClick={() => undo(j.number)}>
              Take back
            </button>
          )}
        </li>
      ))}
      {error && <li class="trouble" role="alert">{error}</li>}
    </ul>
  );
}
