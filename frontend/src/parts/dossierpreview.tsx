// A dossier as a reader will meet it: every sentence with who says it; nothing here can be changed.
import type { DossierAsk } from "../contract";
import type { Known } from "../pages/dossier";
import { days, kind } from "../words";
import { Written } from "./dossierparts";
import { Empty } from "./state";

export function Preview({ dossier, known }: { dossier: DossierAsk; known: Known }) {
  return (
    <article class="card preview" aria-label="Preview">
      <p class="small soft">This is the order and the words. Excerpts, delay and masking are put on when it is published; the profile says how.</p>
      {[...dossier.region, ...dossier.theme].length > 0 && (
        <p class="row">
          {[...dossier.region, ...dossier.theme].map((t) => (
            <span key={t} class="tag">
              {t}
            </span>
          ))}
        </p>
      )}
      {dossier.items.length === 0 && <Empty>There is nothing to show yet.</Empty>}
      {dossier.items.map((item, n) => {
        if (item.kind === "text") return <Written key={n} item={item} />;
        const claim = item.kind === "claim" ? known.claims[item.ref] : undefined;
        const h = item.kind === "happening" ? known.happenings[item.ref] : undefined;
        return (
          <section key={n} class="shown">
            {claim && <p>{claim.line}</p>}
            {h && (
              <>
                <h2>
                  {kind(h.kind)}
                  {h.places[0] && `, ${h.places[0]}`}, {days(h.first, h.last)}
                </h2>
                <blockquote>
                  “{h.words}” <span class="soft">— {h.said_by}</span>
                </blockquote>
                <p class="small soft">
                  {h.counted}
                  {h.contested.length > 0 && `; tellings contradict each other on ${h.contested.join(", ")}`}
                </p>
              </>
            )}
            {!claim && !h && <p class="soft">{item.ref} is not in the ledger, and is not published.</p>}
            {item.text && <Written item={item} />}
          </section>
        );
      })}
    </article>
  );
}
