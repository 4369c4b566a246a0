// Publishing a dossier: as a static site or as one document, under a profile that says what is held back.
import { useState } from "preact/hooks";

type Profile = "public" | "own";

const DOES: Record<Profile, string[]> = {
  public: [
    "What happened or was published less than 72 hours ago is left out.",
    "Positions of forces, shelters, supplies and displaced people are coarsened to about a district.",
    "Names that may be private persons’ are withheld. The rule can err either way: read it before you send it.",
    "Short excerpts and links, never whole texts.",
  ],
  own: ["Nothing is held back or masked: for your own desk and archive, not for publication."],
};

export function Publish({ id, dirty }: { id: string; dirty: boolean }) {
  const [profile, setProfile] = useState<Profile>("public");
  return (
    <section class="card stack" aria-labelledby="publish">
      <h2 id="publish">Publish</h2>
      <fieldset>
        <legend class="small">Profile</legend>
        {(["public", "own"] as const).map((p) => (
          <label key={p}>
            <input type="radio" name="profile" checked={profile === p} onChange={() => setProfile(p)} /> {p}
          </label>
        ))}
      </fieldset>
      <ul class="small does" aria-live="polite">
        {DOES[profile].map((what) => (
          <li key={what}>{what}</li>
        ))}
      </ul>
      {dirty && <p class="small tag doubt">What is published is the version last saved.</p>}
      <p class="row">
        <a class="button" href={`/dossiers/${id}.zip?profile=${profile}`} download>
          Static site (ZIP)
        </a>
        <a class="button" href={`/dossiers/${id}/document.html?profile=${profile}`} download>
          Document (HTML)
        </a>
      </p>
      <p class="small soft">Both work without JavaScript and say on a page of their own how they were made and what was held back.</p>
    </section>
  );
}
