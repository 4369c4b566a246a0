// A list that goes on: the first page by the address, further ones on asking, added below.
import { useEffect, useState } from "preact/hooks";
import { get, inWords } from "../api";

interface Paged<R> {
  rows: R[];
  next: string;
}

/** The rows shown so far, and a way to more of them; begins anew when the address asks for something else. */
export function useMore<R, P extends Paged<R>>(path: string, first: P | null): { rows: R[]; more: (() => void) | null; error: string } {
  const [added, setAdded] = useState<{ path: string; rows: R[]; next: string | null }>({ path, rows: [], next: null });
  const [error, setError] = useState("");
  useEffect(() => setAdded({ path, rows: [], next: null }), [path]);
  const own = added.path === path ? added : { path, rows: [], next: null };
  const next = own.next ?? first?.next ?? "";
  const more = (): void => {
    const asked = `${path}${path.includes("?") ? "&" : "?"}after=${encodeURIComponent(next)}`;
    get<P>(asked).then(
      (page) => setAdded({ path, rows: [...own.rows, ...page.rows], next: page.next }),
      (trouble: unknown) => setError(inWords(trouble)),
    );
  };
  return { rows: [...(first?.rows ?? []), ...own.rows], more: next ? more : null, error };
}

export function More({ more, error }: { more: (() => void) | null; error: string }) {
  return (
    <p>
      {more && <button onClick={more}>Show more</button>}
      {error && <span class="trouble" role="alert">{error}</span>}
    </p>
  );
}
