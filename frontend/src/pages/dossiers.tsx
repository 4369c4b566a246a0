// Dossiers: what people picked and wrote, and a way to begin one.
import { useState } from "preact/hooks";
import { go } from "../address";
import { send, useTwin } from "../api";
import type { Dossier, DossierPage } from "../contract";
import { may, useSession } from "../frame";
import { slug } from "../parts/adddossier";
import { Empty, Shown } from "../parts/state";
import { count, time } from "../words";

export function Dossiers() {
  const twin = useTwin<DossierPage>("/dossiers.json");
  const who = useSession();
  const [title, setTitle] = useState("");
  const [error, setError] = useState("");
  const make = (event: Event): void => {
    event.preventDefault();
    const key = slug(title);
    send<Dossier>("PUT", `/dossiers/${key}.json`, { title, items: [], version: 0 }).then(
      () => go(`/dossiers/${key}`),
      (trouble: unknown) => setError(trouble instanceof Error ? trouble.message : String(trouble)),
    );
  };
  return (
    <main>
      <h1>Dossiers</h1>
      {may(who, "coder") && (
        <form class="row" onSubmit={make}>
          <label>
            A new dossier, titled <input required value={title} onInput={(e) => setTitle(e.currentTarget.value)} />
          </label>
          <button class="main">Begin</button>
          {error && <span class="trouble" role="alert">{error}</span>}
        </form>
      )}
      <Shown of={twin}>
        {(data) => (
          <>
            {data.rows.length === 0 && <Empty>No dossier yet. Begin one here, or from the page of a claim or a happening.</Empty>}
            {data.rows.map((d) => (
              <article key={d.id} class="card">
                <a href={`/dossiers/${d.id}`}>{d.title}</a>
                <p class="small soft row">
                  <span>{count(d.items.length, "part")}</span>
                  <span>
                    version {d.version} by {d.who}, {time(d.at)}
                  </span>
                  {[...d.region, ...d.theme].map((t) => (
                    <span key={t} class="tag">
                      {t}
                    </span>
                  ))}
                </p>
              </article>
            ))}
          </>
        )}
      </Shown>
    </main>
  );
}
