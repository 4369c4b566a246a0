// Put a claim or a happening into a dossier: one there is, or a new one.
import { useEffect, useRef, useState } from "preact/hooks";
import { get, inWords, Refused, send } from "../api";
import type { Dossier, DossierDetail, DossierPage, Item } from "../contract";
import { asked, has, slug } from "../dossier";
import { may, useSession } from "../frame";
import { count, time } from "../words";
import "../dossier.css";

interface Asked {
  kind: "claim" | "happening";
  id: string;
}

export function AddToDossier({ kind, id }: Asked) {
  const who = useSession();
  const [open, setOpen] = useState(false);
  const [made, setMade] = useState<Dossier | null>(null);
  if (!may(who, "coder")) return null;
  return (
    <p class="row small">
      <button onClick={() => setOpen(true)}>Add to a dossier</button>{" "}
      <span role="status">
        {made && (
          <>
            in <a href={`/dossiers/${made.id}`}>{made.title}</a>
          </>
        )}
      </span>
      {open && (
        <Picker
          kind={kind}
          id={id}
          close={() => setOpen(false)}
          done={(d) => {
            setMade(d);
            setOpen(false);
          }}
        />
      )}
    </p>
  );
}

async function into(key: string, item: Item): Promise<Dossier> {
  const held = (await get<DossierDetail>(`/dossiers/${key}.json`)).dossier;
  if (has(held, item.kind, item.ref)) return held;
  return send<Dossier>("PUT", `/dossiers/${key}.json`, { ...asked(held), items: [...held.items, item] });
}

/** Make a dossier under an id made of its title; another one may have that id already, then a number is put behind it. */
export async function begin(title: string, items: Item[]): Promise<Dossier> {
  const key = slug(title);
  for (let n = 1; ; n++) {
    try {
      return await send<Dossier>("PUT", `/dossiers/${n === 1 ? key : `${key}-${n}`}.json`, { title, items, version: 0, region: [], theme: [] });
    } catch (trouble) {
      if (!(trouble instanceof Refused) || trouble.status !== 409 || n > 20) throw trouble;
    }
  }
}

function Picker({ kind, id, close, done }: Asked & { close: () => void; done: (d: Dossier) => void }) {
  const box = useRef<HTMLDialogElement>(null);
  const [rows, setRows] = useState<Dossier[] | null>(null);
  const [title, setTitle] = useState("");
  const [error, setError] = useState("");
  const item: Item = { kind, ref: id, text: "", who: "" };
  const fail = (trouble: unknown): void => setError(inWords(trouble));
  useEffect(() => {
    box.current?.showModal();
    get<DossierPage>("/dossiers.json").then((page) => setRows(page.rows), fail);
  }, []);
  const make = (event: Event): void => {
    event.preventDefault();
    begin(title.trim(), [item]).then(done, fail);
  };
  return (
    <dialog ref={box} onClose={close} aria-label="Add to a dossier" class="picker">
      <h2>Add this {kind} to a dossier</h2>
      {rows?.length === 0 && <p class="soft">There is none yet: make the first.</p>}
      <ul class="list">
        {rows?.map((d) => (
          <li key={d.id} class="row spread">
            <span>
              {d.title}{" "}
              <span class="small soft">
                {count(d.items.length, "part")}, {time(d.at)}
              </span>
            </span>
            {has(d, kind, id) ? <span class="small soft">has it already</span> : <button onClick={() => into(d.id, item).then(done, fail)} aria-label={`Add to ${d.title}`}>Add</button>}
          </li>
        ))}
      </ul>
      <form class="row" onSubmit={make}>
        <label>
          A new one, titled <input required maxLength={200} value={title} onInput={(e) => setTitle(e.currentTarget.value)} />
        </label>
        <button class="main">Make it</button>
      </form>
      {error && <p class="trouble" role="alert">{error}</p>}
      <form method="dialog">
        <button>Close</button>
      </form>
    </dialog>
  );
}
