// A dossier's title, regions and themes.
import { useState } from "preact/hooks";
import type { DossierAsk } from "../contract";
import { listed } from "../dossier";

interface Asked {
  dossier: DossierAsk;
  change: (part: Partial<DossierAsk>) => void;
}

export function Facets({ dossier, change }: Asked) {
  return (
    <section class="card stack" aria-labelledby="facets">
      <h2 id="facets">Title and facets</h2>
      <label>
        Title
        <input value={dossier.title} maxLength={200} required onInput={(e) => change({ title: e.currentTarget.value })} />
      </label>
      <Words label="Regions, with commas" values={dossier.region} set={(region) => change({ region })} />
      <Words label="Themes, with commas" values={dossier.theme} set={(theme) => change({ theme })} />
    </section>
  );
}

/** A list as words with commas; what is typed stays as typed, and the list follows. */
function Words({ label, values, set }: { label: string; values: string[]; set: (to: string[]) => void }) {
  const [typed, setTyped] = useState(values.join(", "));
  const shown = JSON.stringify(listed(typed)) === JSON.stringify(values) ? typed : values.join(", ");
  const put = (words: string): void => {
    setTyped(words);
    set(listed(words));
  };
  return (
    <label>
      {label}
      <input value={shown} onInput={(e) => put(e.currentTarget.value)} />
    </label>
  );
}
