// Filters that live in the address: a form whose every field is a parameter.
import type { ComponentChildren } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { Address } from "../address";
import { go, withQuery } from "../address";
import { unseen } from "../asked";

export interface Field {
  name: string;
  label: string;
  kind?: "search" | "text" | "date" | "number" | "select" | "tick";
  options?: [string, string][];
  /** May be asked for several times: choosing again adds a value. */
  many?: boolean;
}

interface Asked {
  fields: Field[];
  address: Address;
  /** Parameters that have no field here, but are shown where the address has them. */
  also?: string[];
  children?: ComponentChildren;
}

/** A form of filters; changing one goes to the address that asks for it, from the first page on. */
export function Filters({ fields, address, also = [], children }: Asked) {
  const set = (changes: Record<string, string | string[] | null>): void => go(withQuery({ ...changes, after: null }, address));
  const extra = unseen(address.query, fields.map((f) => f.name), also);
  const any = extra.length > 0 || fields.some((f) => address.query.get(f.name));
  return (
    <form class="filters" role="search" onSubmit={(event) => event.preventDefault()}>
      {fields.map((f) => (
        <One key={f.name} field={f} values={address.query.getAll(f.name)} set={(value) => set({ [f.name]: value })} />
      ))}
      {children}
      {extra.map((e) => (
        <button key={e.name + e.value} type="button" title="Take this out" onClick={() => set({ [e.name]: e.rest })}>
          {label(fields, e.name)}: {e.value} <span aria-hidden="true">×</span>
        </button>
      ))}
      {any && (
        <button type="button" onClick={() => go(address.path)}>
          Clear filters
        </button>
      )}
    </form>
  );
}

/** A further value goes before those there are, as the one that the field shows; "" takes all out. */
function chosen(field: Field, values: string[], value: string): string | string[] {
  return field.many && value ? [value, ...values.filter((v) => v !== value)] : value;
}

function label(fields: Field[], name: string): string {
  return fields.find((f) => f.name === name)?.label ?? name.replaceAll("_", " ");
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
        {field.label}{field.many && values.length > 0 && " (choosing adds)"}
        <select value={values[0] ?? ""} onChange={(e) => set(chosen(field, values, e.currentTarget.value))}>
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
