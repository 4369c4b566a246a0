// Waiting, trouble, emptiness: said the same way on every page.
import type { ComponentChildren } from "preact";
import type { Loaded } from "../api";

/** Show what was loaded, or that it is on its way, or why it did not come. */
export function Shown<T>({ of, children }: { of: Loaded<T>; children: (data: T) => ComponentChildren }) {
  if (of.error) return <p class="trouble" role="alert">{of.error}</p>;
  if (of.data === null) return <p class="loading" role="status">Loading…</p>;
  return <div class={of.loading ? "stale" : ""} aria-busy={of.loading}>{children(of.data)}</div>;
}

export function Empty({ children }: { children: ComponentChildren }) {
  return <p class="empty">{children}</p>;
}
