// The address is the state: every page, filter and selection can be shared by copying it.
import { useEffect, useState } from "preact/hooks";

export interface Address {
  path: string;
  query: URLSearchParams;
}

const CHANGED = "desk:address";

export function here(): Address {
  return { path: window.location.pathname, query: new URLSearchParams(window.location.search) };
}

/** Go to an address inside the desk; `quietly` puts it in the place of the one before, so that Back leaves the page. */
export function go(to: string, quietly = false): void {
  if (quietly) window.history.replaceState(null, "", to);
  else window.history.pushState(null, "", to);
  window.dispatchEvent(new Event(CHANGED));
}

/** The present address with some of its parameters changed; null or "" takes one out, a list gives it several times. */
export function withQuery(changes: Record<string, string | string[] | null>, base: Address = here()): string {
  const query = new URLSearchParams(base.query);
  for (const [name, value] of Object.entries(changes)) {
    query.delete(name);
    for (const one of Array.isArray(value) ? value : value ? [value] : []) query.append(name, one);
  }
  const words = query.toString();
  return words ? `${base.path}?${words}` : base.path;
}

export function useAddress(): Address {
  const [address, setAddress] = useState(here);
  useEffect(() => {
    const changed = (): void => setAddress(here());
    window.addEventListener("popstate", changed);
    window.addEventListener(CHANGED, changed);
    return () => {
      window.removeEventListener("popstate", changed);
      window.removeEventListener(CHANGED, changed);
    };
  }, []);
  return address;
}

/** Follow links inside the desk without loading the page anew. */
export function followLinks(): void {
  document.addEventListener("click", (event) => {
    if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    const link = (event.target as Element | null)?.closest("a");
    if (!link || link.target || link.hasAttribute("download") || link.origin !== window.location.origin) return;
    if (/\.(json|csv|html|zip|graphml)$/.test(link.pathname) || link.pathname.startsWith("/static/")) return;
    event.preventDefault();
    go(link.pathname + link.search + link.hash);
    window.scrollTo(0, 0);
  });
}
