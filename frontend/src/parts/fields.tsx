// Every field of a claim: what was read, by which rule, and what else was weighed; the person's word beside the machine's.
import type { Reading } from "../contract";
import { COLOUR } from "../marks";

interface Shown {
  fields: Reading[];
  amended: Record<string, string>;
  lit?: string;
  light?: (field: string) => void;
}

export function Fields({ fields, amended, lit = "", light = () => {} }: Shown) {
  // People also put what the machine did not see at all.
  const unread = Object.entries(amended).filter(([field]) => !fields.some((f) => f.field === field));
  return (
    <div class="scroll">
      <table class="fields">
        <thead>
          <tr>
            <th scope="col">Field</th>
            <th scope="col">Reading</th>
            <th scope="col">Rule, and what else was weighed</th>
          </tr>
        </thead>
        <tbody>
          {fields.map((f, n) => (
            <tr key={n} aria-selected={lit !== "" && lit === f.field} onMouseEnter={() => light(f.field)} onMouseLeave={() => light("")}>
              <th scope="row">
                <mark class={COLOUR[f.field] ?? ""}>{f.label.trim()}</mark>
              </th>
              <td>
                {f.words}
                {amended[f.field] !== undefined && <div class="tag doubt">a reviewer put: {amended[f.field]}</div>}
              </td>
              <td class="small">
                <code>{f.rule}</code>
                {f.alternatives.length > 0 && <div class="soft">also weighed: {f.alternatives.join("; ")}</div>}
              </td>
            </tr>
          ))}
          {unread.map(([field, value]) => (
            <tr key={field}>
              <th scope="row">
                <mark class={COLOUR[field] ?? ""}>{field}</mark>
              </th>
              <td>
                <span class="soft">the machine read nothing</span>
                <div class="tag doubt">a reviewer put: {value}</div>
              </td>
              <td />
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
