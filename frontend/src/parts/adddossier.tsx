// Put a claim or a happening into a dossier: one there is, or a new one.
import { useEffect, useRef, useState } from "preact/hooks";
import { get, send } from "../api";
import type { Dossier, DossierPage, Item } from "../contract";
import { may, useSession } from "../frame";

export function AddToDossier({ kind, id }: { kind: "claim" | "happening"; id: string }) {
  const who = useSession();
  const [open, setOpen] = useState(false);
  const [told, setTold] = useState("");
  if (!may(who, "coder")) return null;
  return (
    <p>
      <button onClick={() => setOpen(true)}>Add to a dossier</button> <span role="status">{told}</span>
      {open && (
        <Picker
          close={() => setOpen(false)}
          add={(key, title) =>
            add(key, title, { kind, ref: id, text: "", who: "" }).then((d) => {
              setTold(`in “${d.title}”`);
              setOpen(false);
            })
          }
        />
      )}
    </p>
  );
}

/** An id made of a title: lower-case letters, digits and hyphens. */
export function slug(title: string): string {
  const plain = title.normalize("NFKD").toLowerCase().replace(/[^a-z0-9]+/g, "-").replace(/^-+|-+$/g, "").slice(0, 60);
  return plain || `dossier-${Math.floor(Date.now() / 1000)}`;
}

async function add(key: string, title: string, item: Item): Promise<Dossier> {
  const held = key ? (await get<{ dossier: Dossier }>(`/dossiers/${key}.json`)).dossier : null;
  const body = held
    ? { title: held.title, items: [...held.items, item], version: held.version, region: held.region, theme: held.theme }
    : { title, items: [item], version: 0, region: [], theme: [] };
  return send<Dossier>("PUT", `/dossiers/${key || slug(title)}.json`, body);
}

function Picker({ add: put, close }: { add: (key: string, title: string) => Promise<void>; close: () => void }) {
  const box = useRef<HTMLDialogElement>(null);
  const [rows, setRows] = useState<Dossier[]>([]);
  const [title, setTitle] = useState("");
  const [error, setError] = useState("");
  const fail = (trouble: unknown): void => setError(trouble instanceof Error ? trouble.message : String(trouble));
  useEffect(() => {
    box.current?.showModal();
    get<DossierPage>("/dossiers.json").then((page) => setRows(page.rows), fail);
  }, []);
  return (
    <dialog ref={box} onClose={close} aria-label="Add to a dossier">
      <h2>Add to a dossier</h2>
      <ul class="list">
        {rows.map((d) => (
          <li key={d.id}>
            <button class="plain" onClick={() => put(d.id, "").catch(fail)}>
              {d.title}
            </button>
          </li>
        ))}
      </ul>
      <form
        class="row"
        onSubmit={(event) => {
          event.preventDefault();
          put("", title).catch(fail);
        }}
      >
        <label>
          A new one, titled <input required value={title} onInput={(e) => setTitle(e.currentTarget.value)} />
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
