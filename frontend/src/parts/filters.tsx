// Filters that live in the address: a form whose every field is a parameter.
import type { ComponentChildren } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { Address } from "../address";
import { go, withQuery } from "../address";

export interface Field {
  name: string;
  label: string;
  kind?: "search" | "text" | "date" | "number" | "select" | "tick";
  options?: [string, string][];
}

/** A form of filters; changing one goes to the address that asks for it, from the first page on. */
export function Filters({ fields, address, children }: { fields: Field[]; address: Address; children?: ComponentChildren }) {
  const set = (changes: Record<string, string | string[] | null>): void => go(withQuery({ ...changes, after: null }, address));
  const any = fields.some((f) => address.query.get(f.name));
  return (
    <form class="filters" role="search" onSubmit={(event) => event.preventDefault()}>
      {fields.map((f) => (
        <One key={f.name} field={f} values={address.query.getAll(f.name)} set={(value) => set({ [f.name]: value })} />
      ))}
      {children}
      {any && (
        <button type="button" onClick={() => go(address.path)}>
          Clear filters
        </button>
      )}
    </form>
  );
}

function One({ field, values, set }: { field: Field; values: string[]; set: (value: string | string[]) => void }) {
  if (field.kind === "tick")
    return (
      <label class="tick">
        <input type="checkbox" checked={values[0] === "yes"} onChange={(e) => set(e.currentTarget.checked ? "yes" : "")} /> {field.label}
      </label>
    );
  if (field.kind === "select")
    return (
      <label>
        {field.label}
        <select value={values[0] ?? ""} onChange={(e) => set(e.currentTarget.value)}>
          {(field.options ?? []).map(([value, name]) => (
            <option key={value} value={value}>
              {name}
            </option>
          ))}
        </select>
      </label>
    );
  return <Typed field={field} value={values[0] ?? ""} set={set} />;
}

function Typed({ field, value, set }: { field: Field; value: string; set: (value: string) => void }) {
  const [typed, setTyped] = useState(value);
  useEffect(() => setTyped(value), [value]);
  const done = (): void => {
    if (typed !== value) set(typed);
  };
  return (
    <label>
      {field.label}
      <input
        type={(field.kind ?? "text") as "text"}
        name={field.name}
        value={typed}
        min={field.kind === "number" ? 0 : undefined}
        onInput={(e) => setTyped(e.currentTarget.value)}
        onChange={done}
        onKeyDown={(e) => {
          if (e.key === "Enter") done();
        }}
      />
    </label>
  );
}
