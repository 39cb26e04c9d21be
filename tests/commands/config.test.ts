import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Desk, layDesk } from "../support/desk.ts";
import { runHere } from "../support/run-here.ts";

let desk: Desk;

beforeAll(() => {
  desk = layDesk({ sources: [{ id: "letters", folder: "letters" }] });
  desk.write("letters/first.txt", "A letter");
});

afterAll(() => desk.remove());

const check = (file: string, ...more: string[]) =>
  runHere(["config", "check", "--config", file, ...more]);

describe("config check", () => {
  it("says that a configuration is valid, and what is in it", async () => {
    expect(await check(desk.config)).toEqual({
      code: 0,
      stdout: `${desk.config} is valid: 1 sources, 1 feeds\n`,
      stderr: "",
    });
    expect(await check(desk.config, "--json")).toEqual({
      code: 0,
      stdout: '{"ok":true,"problems":[],"warnings":[]}\n',
      stderr: "",
    });
  });

  it.each([
    ["what is no YAML", "site: [", 1, ""],
    ["an unknown key", "site: {}\nsights: {}", 2, "sights"],
    ["a bad cron expression", 'ingest:\n  tick: "often"', 2, "ingest.tick"],
    ["an id used twice", twice(), 6, "sources[1].id"],
    ["a list that is not there", "sources:\n  - opml: no.opml", 2, "sources[0].opml"],
    ["a source that is none", "sources:\n  - id: a", 2, "sources[0]"],
    ["an address of PostgreSQL without a database", "database: postgres://db", 1, "database"],
  ])("finds %s, with its line and key", async (_, yaml, line, key) => {
    const file = desk.write("wrong.yaml", yaml);

    const plain = await check(file);
    const json = await check(file, "--json");

    const place = key === "" ? `${file}:${line}: ` : `${file}:${line}: ${key}: `;
    expect([plain.code, plain.stdout]).toEqual([1, ""]);
    expect(plain.stderr).toMatch(/^[^\n]+\n$/);
    expect(plain.stderr.slice(0, place.length)).toBe(place);
    expect([json.code, json.stderr]).toEqual([1, ""]);
    expect(JSON.parse(json.stdout)).toEqual({
      ok: false,
      problems: [{ file, line, key, message: expect.stringMatching(/\w/) }],
      warnings: [],
    });
  });
});

describe("config check of a feed with a source that is not there", () => {
  const yaml = `sources: [{ id: a, url: "https://a.example/" }]
feeds:
  - id: f
    prefer: [a, gone]
    where:
      sources:
        - a
        - lost
`;

  it("warns with line and key, for its articles may be stored", async () => {
    const file = desk.write("gone.yaml", yaml);
    const { code, stdout, stderr } = await check(file);
    expect([code, stdout]).toEqual([0, `${file} is valid: 1 sources, 1 feeds\n`]);
    expect(stderr.trimEnd().split("\n")).toEqual([
      expect.stringContaining(`warning: ${file}:4: feeds[0].prefer[1]: there is no source "gone"`),
      expect.stringContaining(
        `warning: ${file}:8: feeds[0].where.sources[1]: there is no source "lost"`,
      ),
    ]);
  });

  it("has the same in JSON", async () => {
    const { code, stdout } = await check(desk.write("gone.yaml", yaml), "--json");
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      ok: true,
      warnings: [{ line: 4, key: "feeds[0].prefer[1]" }, { line: 8 }],
    });
  });
});

describe("config schema", () => {
  it("is a JSON Schema with every part of the configuration", async () => {
    const { code, stdout } = await runHere(["config", "schema"]);
    const schema = JSON.parse(stdout) as { properties: object };

    expect(code).toBe(0);
    expect(schema).toMatchObject({ type: "object", additionalProperties: false });
    expect(Object.keys(schema.properties)).toEqual(
      expect.arrayContaining(["site", "server", "database", "ingest", "sources", "feeds"]),
    );
  });
});

function twice(): string {
  return "sources:\n  - id: a\n    url: https://a.test/\n\n  -\n    id: a\n    url: https://b.test/\n";
}
