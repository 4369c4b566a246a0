// One dossier: its parts in order, own words between with the writer's name, and publishing.
import { useEffect, useState } from "preact/hooks";
import { Refused, send, useTwin } from "../api";
import type { Dossier, DossierDetail, Item } from "../contract";
import { may, useSession } from "../frame";
import { DossierItem } from "../parts/dossieritem";
import { Pick } from "../parts/pick";
import { Shown } from "../parts/state";
import { time } from "../words";
import "../article.css";
import "../map.css";
import "../sources.css";

export function DossierPage({ id }: { id: string }) {
  const twin = useTwin<DossierDetail>(`/dossiers/${id}.json`);
  return (
    <main class="dossier">
      <Shown of={twin}>{(data) => <Whole data={data} again={twin.again} />}</Shown>
    </main>
  );
}

function Whole({ data, again }: { data: DossierDetail; again: () => void }) {
  const who = useSession();
  const [draft, setDraft] = useState<Dossier>(data.dossier);
  const [told, setTold] = useState("");
  const [error, setError] = useState("");
  useEffect(() => setDraft(data.dossier), [data.dossier.version]);
  const writes = may(who, "coder");
  const changed = JSON.stringify(draft) !== JSON.stringify(data.dossier);
  const items = (next: Item[]): void => setDraft({ ...draft, items: next });
  const save = (): void => {
    const { title, items: parts, version, region, theme } = draft;
    send<Dossier>("PUT", `/dossiers/${draft.id}.json`, { title, items: parts, version, region, theme }).then(
      () => {
        setTold("Saved.");
        setError("");
        again();
      },
      (trouble: unknown) => setError(trouble instanceof Refused && trouble.status === 409 ? `${trouble.message} Your changes are still on this page.` : String(trouble)),
    );
  };
  return (
    <>
      {writes ? (
        <label class="stack">
          <span class="soft small">Title</span>
          <input class="title" value={draft.title} onInput={(e) => setDraft({ ...draft, title: e.currentTarget.value })} />
        </label>
      ) : (
        <h1>{draft.title}</h1>
      )}
      <p class="row">
        <Facet name="Region" values={draft.region} set={(region) => setDraft({ ...draft, region })} />
        <Facet name="Theme" values={draft.theme} set={(theme) => setDraft({ ...draft, theme })} />
      </p>
      {data.lost.length > 0 && <p class="trouble">This ledger no longer holds: {data.lost.join(", ")}.</p>}
      <ol class="list">
        {draft.items.map((item, n) => (
          <DossierItem key={`${n} ${item.kind} ${item.ref}`} item={item} data={data} writes={writes}
            set={(to) => items(draft.items.map((i, k) => (k === n ? to : i)))}
            move={(step) => items(moved(draft.items, n, step))}
            drop={() => items(draft.items.filter((_, k) => k !== n))} last={n === draft.items.length - 1} first={n === 0} />
        ))}
      </ol>
      {writes && (
        <>
          <p class="row">
            <button onClick={() => items([...draft.items, { kind: "text", ref: "", text: "", who: who?.name ?? "" }])}>Add words of your own</button>
            <button class="main" disabled={!changed} onClick={save}>
              Save
            </button>
            <span role="status">{changed ? "Not saved yet." : told}</span>
          </p>
          {error && <p class="trouble" role="alert">{error}</p>}
          <Pick add={(kind, ref) => items([...draft.items, { kind, ref, text: "", who: "" }])} />
        </>
      )}
      <p class="small soft">
        Version {data.dossier.version} by {data.dossier.who}, {time(data.dossier.at)}.
      </p>
      <Publish id={draft.id} changed={changed} />
    </>
  );
}

/** The list with one part moved up or down. */
export function moved<T>(list: T[], at: number, step: number): T[] {
  const to = at + step;
  if (to < 0 || to >= list.length) return list;
  const next = [...list];
  next.splice(to, 0, ...next.splice(at, 1));
  return next;
}

function Facet({ name, values, set }: { name: string; values: string[]; set: (values: string[]) => void }) {
  return (
    <label>
      {name}
      <input value={values.join(", ")} placeholder="parted by commas" onChange={(e) => set(e.currentTarget.value.split(",").map((v) => v.trim()).filter(Boolean))} />
    </label>
  );
}

function Publish({ id, changed }: { id: string; changed: boolean }) {
  return (
    <section class="card">
      <h2>Publish</h2>
      <p>
        For the public, positions are given as districts, nothing of the last 72 hours is told, names of private persons are masked, and articles are quoted in short
        with a link. The manifest says what was held back. Plain pages: they need no JavaScript and fetch nothing.
      </p>
      {changed && <p class="tag doubt">Save first: what is published is the saved version.</p>}
      <p class="row">
        <a class="button main" href={`/dossiers/${id}.zip?profile=public`} download>
          Public site (ZIP)
        </a>
        <a class="button" href={`/dossiers/${id}/document.html?profile=public`} download>
          Public document
        </a>
        <a class="button" href={`/dossiers/${id}.zip?profile=own`} download>
          For your own use (ZIP)
        </a>
      </p>
    </section>
  );
}
