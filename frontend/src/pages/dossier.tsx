// One dossier: its title and facets, its parts in order, saving by version, preview and publication.
import { useEffect, useState } from "preact/hooks";
import { get, inWords, Refused, send, useTwin } from "../api";
import type { ClaimLine, Dossier, DossierAsk, DossierDetail, HappeningLine, Item } from "../contract";
import { asked, draft, fault, keepDraft, same } from "../dossier";
import { may, useSession } from "../frame";
import { AddParts } from "../parts/addparts";
import { Facets } from "../parts/dossierfacets";
import { Parts } from "../parts/dossierparts";
import { Preview } from "../parts/dossierpreview";
import { Publish } from "../parts/publish";
import { Shown } from "../parts/state";
import { time } from "../words";
import "../dossier.css";

export interface Known {
  claims: Record<string, ClaimLine>;
  happenings: Record<string, HappeningLine>;
}

export function DossierPage({ id }: { id: string }) {
  const twin = useTwin<DossierDetail>(`/dossiers/${id}.json`);
  return (
    <main class="dossier">
      <p class="small">
        <a href="/dossiers">All dossiers</a>
      </p>
      {!twin.data && <h1>Dossier {id}</h1>}
      <Shown of={twin}>{(data) => <Desk key={id} first={data} />}</Shown>
    </main>
  );
}

function Desk({ first }: { first: DossierDetail }) {
  const who = useSession();
  const { id } = first.dossier;
  const [held, setHeld] = useState<Dossier>(first.dossier);
  const [now, setNow] = useState<DossierAsk>(() => draft(id) ?? asked(first.dossier));
  const [known, setKnown] = useState<Known>({ claims: first.claims, happenings: first.happenings });
  const [preview, setPreview] = useState(false);
  const [theirs, setTheirs] = useState<Dossier | null>(null);
  const [told, setTold] = useState("");
  const [error, setError] = useState("");
  const dirty = !same(now, asked(held));
  const edits = may(who, "coder");
  useLeaving(id, dirty ? now : null);
  useMissing(now.items, known, setKnown);
  const change = (part: Partial<DossierAsk>): void => {
    setTold("");
    setNow((before) => ({ ...before, ...part }));
  };
  const fail = (trouble: unknown): void => setError(inWords(trouble));
  const save = async (version: number): Promise<void> => {
    const wrong = fault(now);
    if (wrong) return setError(wrong);
    try {
      const kept = await send<Dossier>("PUT", `/dossiers/${id}.json`, { ...now, version });
      setHeld(kept);
      setNow(asked(kept));
      setTheirs(null);
      setError("");
      setTold(`Saved as version ${kept.version}, ${time(kept.at)}.`);
    } catch (trouble) {
      fail(trouble);
      if (trouble instanceof Refused && trouble.status === 409) setTheirs((await get<DossierDetail>(`/dossiers/${id}.json`)).dossier);
    }
  };
  const take = (d: Dossier): void => {
    setHeld(d);
    setNow(asked(d));
    setTheirs(null);
    setError("");
  };
  return (
    <>
      <div class="row spread head">
        <h1>{now.title || "No title"}</h1>
        <span class="row">
          <button aria-pressed={preview} onClick={() => setPreview(!preview)}>
            Preview
          </button>
          {edits && (
            <button class="main" disabled={!dirty} onClick={() => void save(now.version)}>
              Save
            </button>
          )}
        </span>
      </div>
      <p class="small soft">
        Version {held.version}, saved by {held.who} {time(held.at)}
      </p>
      <p role="status" class="small said">
        {told || (dirty ? "There are changes that are not saved yet; this tab keeps them. " : "")}
        {dirty && !theirs && (
          <button class="plain" onClick={() => take(held)}>
            Drop them
          </button>
        )}
      </p>
      {error && !theirs && <p class="trouble" role="alert">{error}</p>}
      {theirs && <Meanwhile theirs={theirs} mine={() => void save(theirs.version)} take={() => take(theirs)} />}
      {first.lost.length > 0 && <p class="trouble">The ledger no longer holds: {first.lost.join(", ")}. Take these parts out, or leave them: they are not published.</p>}
      <div class="cols">
        <div>
          {preview ? <Preview dossier={now} known={known} /> : <Parts items={now.items} known={known} edits={edits} change={(items) => change({ items })} />}
        </div>
        <aside>
          {edits && !preview && <AddParts dossier={now} known={known} setKnown={setKnown} add={(item) => change({ items: [...now.items, item] })} />}
          {edits && <Facets dossier={now} change={change} />}
          <Publish id={id} dirty={dirty} />
        </aside>
      </div>
    </>
  );
}

/** Two people saved: what the other did stays in its version, so saving on top of it loses nothing. */
function Meanwhile({ theirs, mine, take }: { theirs: Dossier; mine: () => void; take: () => void }) {
  return (
    <div class="trouble" role="alert">
      <p>
        {theirs.who} saved version {theirs.version} of this dossier meanwhile ({time(theirs.at)}). Your text is still here, and not saved.
      </p>
      <p class="row">
        <button onClick={mine}>Save mine as the version after it</button>
        <button onClick={take}>Drop mine and show {theirs.who}’s</button>
      </p>
    </div>
  );
}

/** Keep what is not saved in this tab, and ask before the tab is closed. */
function useLeaving(id: string, unsaved: DossierAsk | null): void {
  useEffect(() => {
    keepDraft(id, unsaved);
    if (!unsaved) return;
    const asks = (event: BeforeUnloadEvent): void => event.preventDefault();
    window.addEventListener("beforeunload", asks);
    return () => window.removeEventListener("beforeunload", asks);
  }, [id, unsaved]);
}

/** A draft may name parts that the saved dossier does not: look them up. */
function useMissing(items: Item[], known: Known, setKnown: (to: (before: Known) => Known) => void): void {
  useEffect(() => {
    for (const { kind, ref } of items) {
      if (kind === "claim" && !known.claims[ref])
        get<{ line: ClaimLine }>(`/claims/${ref}.json`).then(({ line }) => setKnown((k) => ({ ...k, claims: { ...k.claims, [ref]: line } })), () => {});
      if (kind === "happening" && !known.happenings[ref])
        get<{ line: HappeningLine }>(`/happenings/${ref}.json`).then(({ line }) => setKnown((k) => ({ ...k, happenings: { ...k.happenings, [ref]: line } })), () => {});
    }
  }, []);
}
