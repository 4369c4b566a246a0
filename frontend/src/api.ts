// What the front end asks of the back end: the JSON twin of each page, and the few writes.
import { useEffect, useState } from "preact/hooks";
import type { Session, Trouble } from "./contract";

/** A refusal of the back end, in its own words. */
export class Refused extends Error {
  constructor(
    message: string,
    readonly status: number,
  ) {
    super(message);
  }
}

/** What went wrong, as a sentence to show. */
export function inWords(trouble: unknown): string {
  return trouble instanceof Error ? trouble.message : String(trouble);
}

let csrf = "";

async function answer<T>(asked: Promise<Response>): Promise<T> {
  const response = await asked.catch(() => {
    throw new Refused("The desk does not answer. Is `sayso serve` still running?", 0);
  });
  const body: unknown = await response.json().catch(() => null);
  if (!response.ok) throw new Refused((body as Trouble | null)?.error ?? `The desk answered ${response.status}.`, response.status);
  return body as T;
}

export function get<T>(path: string, signal?: AbortSignal): Promise<T> {
  return answer<T>(fetch(path, { headers: { accept: "application/json" }, ...(signal ? { signal } : {}) }));
}

export function send<T>(method: "POST" | "PUT" | "DELETE", path: string, body: unknown): Promise<T> {
  return answer<T>(
    fetch(path, {
      method,
      headers: { "content-type": "application/json", "x-sayso-csrf": csrf },
      body: JSON.stringify(body),
    }),
  );
}

export async function session(): Promise<Session> {
  const found = await get<Session>("/session.json");
  csrf = found.csrf;
  return found;
}

export interface Loaded<T> {
  data: T | null;
  error: string;
  loading: boolean;
  again: () => void;
}

/** Load a JSON twin and keep what was there until the new answer has come; `path` null loads nothing. */
export function useTwin<T>(path: string | null): Loaded<T> {
  const [data, setData] = useState<T | null>(null);
  const [error, setError] = useState("");
  const [loading, setLoading] = useState(path !== null);
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    if (path === null) return;
    const stop = new AbortController();
    setLoading(true);
    get<T>(path, stop.signal)
      .then((found) => {
        setData(found);
        setError("");
        setLoading(false);
      })
      .catch((trouble: unknown) => {
        if (stop.signal.aborted) return;
        setError(inWords(trouble));
        setLoading(false);
      });
    return () => stop.abort();
  }, [path, turn]);
  return { data, error, loading, again: () => setTurn((n) => n + 1) };
}
