// The origins of a happening: each with the wire families and articles it came through, why they are one, what would split them.
import type { OriginLine } from "../contract";

export function Origins({ origins }: { origins: OriginLine[] }) {
  return (
    <>
      {origins.map((o) => (
        <section key={o.id} class={`origin${o.known ? "" : " unknown"}`}>
          <h3>{o.name}</h3>
          {!o.known && <p class="small soft">Nobody can tell whose words these are; not counted.</p>}
          <ul class="small">
            {o.families.map((f) => (
              <li key={f.id}>
                {f.articles.length > 1 ? `${f.articles.length} articles of one wire story` : "one article"}
                <ul>
                  {f.articles.map((a) => (
                    <li key={a.id}>
                      <a href={`/articles/${a.id}`}>{a.title || a.ref}</a>{" "}
                      <span class="soft">
                        {a.outlet || "an unnamed outlet"}, {a.published}
                      </span>
                    </li>
                  ))}
                </ul>
                {f.copies.map((c) => (
                  <div key={c} class="soft">
                    {c}
                  </div>
                ))}
              </li>
            ))}
          </ul>
          {o.reasons.length > 0 && <p class="small">Why one: {o.reasons.join("; ")}.</p>}
          {o.would_split && <p class="small soft">Would be split by: {o.would_split}.</p>}
          {o.ties.map((t) => (
            <p key={t} class="small tag doubt wrap">
              {t}
            </p>
          ))}
        </section>
      ))}
    </>
  );
}
