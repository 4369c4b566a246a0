// The contract from the front end's side: answers of the real back end fit the schema that the types are written from.
import Ajv from "ajv/dist/2020";
import { expect, test } from "vitest";
import schema from "./contract.schema.json";

type Answer = Record<string, unknown>;

const answers = new Map(
  Object.entries(import.meta.glob<Answer>("./snapshots/*.json", { eager: true, import: "default" })).map(([file, answer]): [string, Answer] => [
    file.replace(/^.*\/(\w+)\.json$/, "$1"),
    answer,
  ]),
);
const shapes = schema.$defs as Record<string, { required?: string[] }>;
const ajv = new Ajv({ strict: false, allErrors: true });
ajv.addSchema(schema, "contract");
const names = [...answers.keys()];

function snapshot(name: string): Answer {
  return answers.get(name) ?? {};
}

function fits(name: string, answer: unknown): string[] {
  const check = ajv.getSchema(`contract#/$defs/${name}`);
  if (!check) throw new Error(`no shape ${name}`);
  return check(answer) ? [] : (check.errors ?? []).map((e) => `${e.instancePath} ${e.message}`);
}

test("there is an answer of every page", () => {
  expect(names.length).toBeGreaterThan(18);
});

test.each(names)("%s is as the contract says", (name) => {
  expect(fits(name, snapshot(name))).toEqual([]);
});

test.each(names)("%s without one of its keys is refused, or that key has a default", (name) => {
  for (const key of shapes[name]?.required ?? []) {
    const { [key]: _, ...rest } = snapshot(name);
    expect(fits(name, rest), key).not.toEqual([]);
  }
});
