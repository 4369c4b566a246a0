// What a dossier is made of, apart from how it looks: ids, order, what is kept of work not yet saved.
import type { Dossier, DossierAsk, Item } from "./contract";

/** An id made of a title: lower-case letters, digits and hyphens; a title without any gets the time. */
export function slug(title: string, now = Date.now()): string {
  const plain = title.normalize("NFKD").toLowerCase().replace(/\p{M}+/gu, "").replace(/[^a-z0-9]+/g, "-").replace(/^-+/, "").slice(0, 60).replace(/-+$/, "");
  return plain || `dossier-${Math.floor(now / 1000)}`;
}

/** The parts with one of them moved to another place; a place outside the list leaves them as they were. */
export function moved<T>(items: T[], from: number, to: number): T[] {
  const one = items[from];
  if (one === undefined || to < 0 || to >= items.length || from === to) return items;
  const rest = items.filter((_, k) => k !== from);
  return [...rest.slice(0, to), one, ...rest.slice(to)];
}

/** A name for each part that goes with it when it is moved: what it is, and the how-manyeth of its like. */
export function names(items: Item[]): string[] {
  const seen = new Map<string, number>();
  return items.map(({ kind, ref }) => {
    const name = `${kind} ${ref}`;
    const n = (seen.get(name) ?? 0) + 1;
    seen.set(name, n);
    return `${name} ${n}`;
  });
}

/** "Deir ez-Zor, Raqqa" as a list, each once. */
export function listed(words: string): string[] {
  return [...new Set(words.split(",").map((w) => w.trim()).filter(Boolean))];
}

export function asked(d: Dossier): DossierAsk {
  return { title: d.title, items: d.items, version: d.version, region: d.region, theme: d.theme };
}

/** Whether two states of a dossier say the same, whatever version they were made from. */
export function same(a: DossierAsk, b: DossierAsk): boolean {
  const bare = (d: DossierAsk): string => JSON.stringify([d.title, d.region, d.theme, d.items.map((i) => [i.kind, i.ref, i.text, i.who])]);
  return bare(a) === bare(b);
}

/** Why it can't be saved as it stands, in words; "" when it can. */
export function fault(d: DossierAsk): string {
  if (!d.title.trim()) return "The dossier needs a title.";
  const nobody = d.items.findIndex((i) => i.kind === "text" && !i.who.trim());
  if (nobody >= 0) return `Part ${nobody + 1} does not say who writes it.`;
  const silent = d.items.findIndex((i) => i.kind === "text" && !i.text.trim());
  return silent >= 0 ? `Part ${silent + 1} has no words yet.` : "";
}

/** Whether the dossier has this claim or happening already. */
export function has(d: Pick<DossierAsk, "items">, kind: Item["kind"], ref: string): boolean {
  return d.items.some((i) => i.kind === kind && i.ref === ref);
}

const KEY = "sayso:draft:";

/** Work not yet saved, kept in this tab so that following a link loses nothing. */
export function draft(id: string): DossierAsk | null {
  try {
    return JSON.parse(window.sessionStorage.getItem(KEY + id) ?? "null") as DossierAsk | null;
  } catch {
    return null;
  }
}

export function keepDraft(id: string, d: DossierAsk | null): void {
  try {
    if (d) window.sessionStorage.setItem(KEY + id, JSON.stringify(d));
    else window.sessionStorage.removeItem(KEY + id);
  } catch {
    // A browser that keeps nothing: leaving the page then asks first, and that is all.
  }
}
