// The keys of the desk, on one card.
import { useEffect, useRef } from "preact/hooks";

const KEYS: [string, string][] = [
  ["g then b, c, h, a, s, r, d, p", "go to board, claims, happenings, articles, sources, review, dossiers, compare"],
  ["/", "search on this page"],
  ["j, k", "next and previous claim or row"],
  ["Enter", "open the one that is picked"],
  ["y, n, e, m", "review: confirm, reject, amend, note"],
  ["u", "review: undo your last decision"],
  ["Esc", "close what lies on top"],
  ["?", "this card"],
];

export function Keys({ close }: { close: () => void }) {
  const box = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    box.current?.showModal();
  }, []);
  return (
    <dialog ref={box} class="keys" onClose={close} aria-label="Keys">
      <h2>Keys</h2>
      <dl>
        {KEYS.map(([key, what]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
      <form method="dialog">
        <button>Close</button>
      </form>
    </dialog>
  );
}
