import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { checkShape, configJsonSchema } from "../../src/config/schema.ts";
import { parseYamlDocument } from "../../src/config/yaml/read-yaml.ts";

type Node = {
  readonly properties?: Readonly<Record<string, Node>>;
  readonly items?: Node;
  readonly anyOf?: readonly Node[];
  readonly default?: unknown;
  readonly enum?: readonly unknown[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly pattern?: string;
  readonly additionalProperties?: unknown;
  readonly required?: readonly string[];
};

const schema = configJsonSchema() as Node;
const block = (name: string): Node => schema.properties?.[name] ?? {};

/** Every object of the schema with its path. */
function* objects(node: Node, path = ""): Generator<[string, Node]> {
  if (node.properties) yield [path, node];
  for (const [name, child] of Object.entries(node.properties ?? {})) {
    yield* objects(child, `${path}.${name}`);
  }
  if (node.items) yield* objects(node.items, `${path}[]`);
  for (const [n, child] of (node.anyOf ?? []).entries()) yield* objects(child, `${path}|${n}`);
}

describe("the JSON Schema", () => {
  it("knows every key of the configuration", () => {
    const keys = new Map(
      [...objects(schema)].map(([path, { properties = {} }]) => [path, Object.keys(properties)]),
    );
    const options = ["title", "every", "fullText", "rights", "paused", "categories", "cleanup"];
    expect(Object.fromEntries(keys)).toEqual({
      "": ["site", "server", "database", "postgres", "backup", "ingest", "sources", "feeds"],
      ".site": [
        ...["title", "description", "url", "language", "contact", "images"],
        ...["icon", "logo", "color", "timeZone", "imprint", "privacy"],
      ],
      ".postgres": ["notify"],
      ".backup": ["to", "at", "keep"],
      ".backup.keep": ["daily", "weekly", "monthly"],
      ".server": ["host", "port", "trustProxy", "rateLimit"],
      ".ingest": ["tick", "concurrency", "perHost", "userAgent", "allowNetworks", "limits"],
      ".ingest.limits": ["bodyBytes", "items", "timeoutSeconds", "redirects"],
      ".sources[]|0": ["id", "url", "auth", ...options],
      ".sources[]|0.auth": ["basic", "bearer", "header"],
      ".sources[]|1": ["id", "folder", ...options],
      ".sources[]|2": ["opml", ...options],
      ...Object.fromEntries(
        [0, 1, 2].map((shape) => [`.sources[]|${shape}.cleanup`, ["keep", "drop"]]),
      ),
      ".feeds[]": [
        ...["id", "title", "description", "language", "items", "content"],
        ...["bytes", "attribution", "prefer", "withdrawn", "where"],
        ...["icon", "logo", "color", "leadImage"],
      ],
      ".feeds[].withdrawn": ["form", "days"],
      ".feeds[].where": ["sources", "categories", "languages", "match", "exclude"],
    });
  });

  it("lets no unknown key pass", () => {
    const open = [...objects(schema)].filter(([, node]) => node.additionalProperties !== false);
    expect(open.map(([path]) => path)).toEqual([]);
  });

  it.each([
    ["two hundred lines of 500 characters", Array(200).fill("x".repeat(500)), true],
    ["201 lines", Array(201).fill("x"), false],
    ["a line of 501 characters", ["x".repeat(501)], false],
    ["an empty line", [""], false],
    ["a number", [1], false],
  ])("takes %s to keep and to drop: %#", (_, lines, isAccepted) => {
    for (const key of ["keep", "drop"]) {
      const source = { id: "a", folder: "in", cleanup: { [key]: lines } };
      expect(checkShape({ sources: [source] }).ok).toBe(isAccepted);
    }
  });

  it("asks for nothing but what names a source or a feed", () => {
    const required = [...objects(schema)].flatMap(([path, node]) =>
      (node.required ?? []).map((key) => `${path}.${key}`),
    );
    expect(required.toSorted()).toEqual([
      ...[".feeds[].id", ".sources[]|0.id", ".sources[]|0.url"],
      ...[".sources[]|1.folder", ".sources[]|1.id", ".sources[]|2.opml"],
    ]);
  });

  it.each([
    ["server", "port"],
    ["server", "trustProxy"],
    ["server", "rateLimit"],
    ["ingest", "concurrency"],
    ["ingest", "perHost"],
  ])("accepts for %s.%s exactly what is accepted", (name, key) => {
    const { minimum = Number.NaN, maximum = Number.NaN } = block(name).properties?.[key] ?? {};
    const isAccepted = (value: number) => checkShape({ [name]: { [key]: value } }).ok;
    expect([minimum - 1, minimum, maximum, maximum + 1].map(isAccepted)).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });

  it("gives defaults that are accepted as they stand", () => {
    for (const name of ["site", "server", "ingest"]) {
      const defaults = Object.entries(block(name).properties ?? {}).flatMap(([key, node]) =>
        node.default === undefined ? [] : [[key, node.default] as const],
      );
      expect(defaults.length).toBeGreaterThan(1);
      expect(checkShape({ [name]: Object.fromEntries(defaults) })).toMatchObject({ ok: true });
    }
  });

  it.each(["sample", "empty"])(
    "describes offprint.%s.yaml, of which the first one is made",
    (name) => {
      const file = new URL(`../../data/offprint.${name}.yaml`, import.meta.url);
      const text = readFileSync(file, "utf8");
      const { value, problems } = parseYamlDocument(text);
      expect(problems).toEqual([]);
      expect(checkShape(value)).toMatchObject({ ok: true });
    },
  );
});
