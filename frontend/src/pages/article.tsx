// One article: its text as captured, claims marked in place, what was copied from where in the margin, the picked claim beside.
import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import type { Address } from "../address";
import { go, withQuery } from "../address";
import { useTwin } from "../api";
import type { ArticleDetail, ClaimDetail, ClaimLine } from "../contract";
import { useChosen } from "../chosen";
import type { Range } from "../marks";
import { Points } from "../marks";
import { ArticleFacts } from "../parts/articlefacts";
import { ArticleText } from "../parts/articletext";
import { AddToDossier } from "../parts/adddossier";
import { Facts } from "../parts/claimcard";
import { Copies } from "../parts/copies";
import { Decide, Decisions } from "../parts/decide";
import { Margin } from "../parts/margin";
import { Fields } from "../parts/fields";
import { Shown } from "../parts/state";
import { count } from "../words";
import { fieldMarks, Quotable } from "./claim";
import "../article.css";

export function ArticlePage({ id, address }: { id: string; address: Address }) {
  const twin = useTwin<ArticleDetail>(`/articles/${id}.json`);
  return (
    <main>
      <Shown of={twin}>{(data) => <Whole data={data} address={address} again={twin.again} />}</Shown>
    </main>
  );
}

function Whole({ data, address, again }: { data: ArticleDetail; address: Address; again: () => void }) {
  const text = useMemo(() => new Points(data.article.text), [data.article.text]);
  const [lit, setLit] = useState("");
  const box = useRef<HTMLDivElement>(null);
  const chosen = useChosen(box);
  const picked = data.claims.find((c) => c.claim.id === address.query.get("claim")) ?? null;
  const detail = useTwin<ClaimDetail>(picked ? `/claims/${picked.claim.id}.json` : null);
  const pick = (claim: ClaimLine | null): void => go(withQuery({ claim: claim?.claim.id ?? null }, address), true);
  useSteps(data.claims, picked, pick);
  useEffect(() => {
    // Pieces are cut where a claim begins, so one of them begins there.
    const first = picked?.claim.content[0]?.[0];
    if (first !== undefined) box.current?.querySelector(`[data-start="${first}"]`)?.scrollIntoView({ block: "nearest" });
  }, [picked?.claim.id]);
  const shownDetail = detail.data?.line.claim.id === picked?.claim.id ? detail.data : null;
  const fields = (shownDetail ? fieldMarks(shownDetail) : []).map((m) => (lit && m.id === lit ? { ...m, kind: `${m.kind} picked` } : m));
  return (
    <>
      <h1>{data.line.title || data.line.ref}</h1>
      <ArticleFacts data={data} />
      <div class="cols wide">
        <div class={`reading captured${data.copies.some((c) => c.kind !== "shared-background-only") ? " sharing" : ""}`} ref={box}>
          <ArticleText data={data} text={text} fields={fields} picked={picked} pick={pick} />
          <Margin copies={data.copies} box={box} />
        </div>
        <aside class="beside" aria-live="polite">
          {picked ? (
            <Picked line={picked} detail={shownDetail} text={text} chosen={chosen} lit={lit} light={setLit}
              done={() => { detail.again(); again(); }} close={() => pick(null)} />
          ) : (
            <List claims={data.claims} pick={pick} />
          )}
          <Copies copies={data.copies} />
        </aside>
      </div>
    </>
  );
}

interface PickedAsked {
  line: ClaimLine;
  detail: ClaimDetail | null;
  text: Points;
  chosen: Range | null;
  lit: string;
  light: (field: string) => void;
  done: () => void;
  close: () => void;
}

function Picked({ line, detail, text, chosen, lit, light, done, close }: PickedAsked) {
  return (
    <div class="card picked">
      <div class="row spread">
        <h2>
          <a href={`/claims/${line.claim.id}`}>Claim</a>
        </h2>
        <button onClick={close}>All claims</button>
      </div>
      <blockquote>{line.words}</blockquote>
      <p>
        <span class="soft">said by</span> {line.chain}
      </p>
      <Facts line={line} />
      {detail && <Fields fields={detail.fields} amended={line.amended} lit={lit} light={light} />}
      <Decide line={line} text={text} chosen={chosen} reviews={detail?.reviews ?? []} done={done} keys />
      {detail && <Decisions reviews={detail.reviews} />}
      <Quotable line={line.line} />
      <AddToDossier kind="claim" id={line.claim.id} />
    </div>
  );
}

function List({ claims, pick }: { claims: ClaimLine[]; pick: (claim: ClaimLine) => void }) {
  return (
    <section class="card" aria-label="Claims of this article">
      <h2>{count(claims.length, "claim")}</h2>
      <p class="soft small">{claims.length === 0 ? "Nothing was read here as a claim." : "Pick one here or in the text; j and k step through them."}</p>
      <ol class="claimlist">
        {claims.map((c) => (
          <li key={c.claim.id}>
            <button class="plain" onClick={() => pick(c)}>
              {c.words || "(no words)"}
            </button>
            <div class="small soft">{c.chain}</div>
          </li>
        ))}
      </ol>
    </section>
  );
}

function useSteps(claims: ClaimLine[], picked: ClaimLine | null, pick: (claim: ClaimLine | null) => void): void {
  const held = useRef({ claims, picked, pick });
  held.current = { claims, picked, pick };
  useEffect(() => {
    const pressed = (event: KeyboardEvent): void => {
      if ((event.target as Element | null)?.closest("input, textarea, select, dialog") || event.ctrlKey || event.metaKey || event.altKey) return;
      const { claims: all, picked: now, pick: to } = held.current;
      const step = { j: 1, k: -1 }[event.key];
      if (step && all.length) {
        const at = now ? all.indexOf(now) + step : step > 0 ? 0 : all.length - 1;
        to(all[Math.max(0, Math.min(all.length - 1, at))] ?? null);
      } else if (event.key === "Escape" && now) to(null);
    };
    document.addEventListener("keydown", pressed);
    return () => document.removeEventListener("keydown", pressed);
  }, []);
}
