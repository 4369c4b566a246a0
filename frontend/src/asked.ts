// What an address asks for that no field of a form shows, so that nothing is narrowed unseen.

export interface Unseen {
  name: string;
  value: string;
  /** What the parameter has left when this value is taken out. */
  rest: string[];
}

/** Parameters of `also`, and further values of fields, which show one only. */
export function unseen(query: URLSearchParams, fields: string[], also: string[]): Unseen[] {
  const hidden = (name: string, from: number): Unseen[] => {
    const values = query.getAll(name).filter(Boolean);
    return values.slice(from).map((value, n) => ({ name, value, rest: values.filter((_, k) => k !== from + n) }));
  };
  return [...fields.flatMap((name) => hidden(name, 1)), ...also.flatMap((name) => hidden(name, 0))];
}
