// What is known of an article: outlet, days, labels as the outlet puts them, rights, problems in the data, changes.
import type { ArticleDetail, ChangeLine } from "../contract";
import { Points } from "../marks";
import { count, time } from "../words";

export function ArticleFacts({ data }: { data: ArticleDetail }) {
  const { article, line } = data;
  const text = new Points(article.text);
  const labels = Object.entries(article.labels).filter(([, values]) => values.length > 0);
  return (
    <div class="facts">
      <p class="row">
        <b>{line.outlet || "an unnamed outlet"}</b>
        {line.original_outlet && <span>reposting {line.original_outlet}{article.original_published && `, ${article.original_published}`}</span>}
        <span>{line.published || "no day stated"}</span>
        {article.authors.length > 0 && <span>by {article.authors.join(", ")}</span>}
        {article.url && <span class="soft small">{article.url}</span>}
        {line.gone && <span class="tag contested">this article is {line.gone}</span>}
      </p>
      {labels.length > 0 && (
        <p class="row small">
          <span class="soft">the outlet’s labels:</span>
          {labels.map(([name, values]) => (
            <span key={name} class="tag">
              {name}: {values.join(", ")}
            </span>
          ))}
        </p>
      )}
      {(data.problems.length > 0 || article.rights.length > 0 || data.lineage.length > 0) && (
        <details class="small">
          <summary>
            {[
              data.problems.length ? `${count(data.problems.length, "problem")} in the data` : "",
              article.rights.length ? "rights as stated" : "",
              data.lineage.length ? "where its words come from" : "",
            ].filter(Boolean).join(" · ")}
          </summary>
          <ul>
            {data.problems.map((p, n) => (
              <li key={n}>
                <code>{p.code}</code> {p.message}
              </li>
            ))}
            {article.rights.map((r, n) => (
              <li key={`r${n}`}>
                {r.kind}: “{text.slice(...r.span)}”
              </li>
            ))}
            {data.lineage.map((l, n) => (
              <li key={`l${n}`}>
                {l.kind} {l.upstream} <code>{l.rule}</code>
              </li>
            ))}
          </ul>
        </details>
      )}
      {data.changes.map((c) => (
        <Change key={c.at + c.old + c.new} change={c} />
      ))}
    </div>
  );
}

/** What one version did to the one before, claim by claim. */
export function Change({ change }: { change: ChangeLine }) {
  return (
    <details class="card change">
      <summary>
        <b>{change.kind === "withdrawn" ? "Withdrawn" : "Changed"}</b> {time(change.at)}: {change.added} words added, {change.dropped} dropped
        {change.notes.length > 0 && <span class="tag doubt">the outlet notes: {change.notes.join(", ")}</span>}
      </summary>
      <p class="small row">
        {change.old && <a href={`/articles/${change.old}`}>before</a>}
        {change.new && <a href={`/articles/${change.new}`}>after</a>}
        {change.happenings.map((h) => (
          <a key={h} href={`/happenings/${h}`}>
            happening built on it
          </a>
        ))}
      </p>
      <ul class="small">
        {change.claims.map((c, n) => (
          <li key={n}>
            <span class="tag">{c.status}</span> {c.fields.length > 0 && <span class="soft">{c.fields.join(", ")}: </span>}
            {c.old_words && <del>{c.old_words}</del>} {c.new_words && <ins>{c.new_words}</ins>}
          </li>
        ))}
      </ul>
    </details>
  );
}
