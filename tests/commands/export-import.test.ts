import { existsSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { deskRows, filledDesk, within } from "../service/copying/copies.ts";
import { layDesk } from "../support/desk.ts";
import type { Run } from "../support/offprint.ts";
import { emptyDatabase } from "../support/postgres/databases.ts";
import { runHere } from "../support/run-here.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const desk = layDesk();
const { config } = desk;
afterAll(() => desk.remove());
const on = (database: string, ...args: string[]): Promise<Run> =>
  runHere([...args, "--config", config], { environment: { DATABASE_URL: database } });

async function exported(database: string): Promise<string> {
  const file = join(temporaryFolder(), "desk.jsonl");
  expect(await on(database, "export", "--to", file)).toMatchObject({ code: 0, stderr: "" });
  return file;
}

async function exportedDesk() {
  const database = await filledDesk("sqlite");
  const file = await exported(database);
  return { database, file };
}

const newFile = (): string => join(temporaryFolder(), "new.db");

describe("an export", () => {
  it("is JSON Lines with a head, every row and an end, private and of its final name when it is whole", async () => {
    const database = await filledDesk("sqlite");
    const file = await exported(database);
    const lines = readFileSync(file, "utf8")
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(lines[0]).toMatchObject({ offprint: "export", version: 1, schema: expect.any(String) });
    expect(lines.at(-1)).toEqual({
      end: true,
      rows: lines.length - 2,
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    expect(lines.slice(1, -1).every(({ table, row }) => table && row)).toBe(true);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(existsSync(`${file}.unfinished`)).toBe(false);
    expect(await on(database, "export", "--to", file)).toMatchObject({ code: 1 });
    const { stdout } = await on(database, "export");
    expect(stdout.split("\n").slice(1, -2)).toEqual(
      readFileSync(file, "utf8").split("\n").slice(1, -2),
    );
  });
});

describe("an import", () => {
  it.each<["sqlite" | "postgres", "sqlite" | "postgres"]>([
    ["sqlite", "sqlite"],
    ["sqlite", "postgres"],
    ["postgres", "sqlite"],
  ])(
    "has every row of a desk of %s in one of %s, and goes on with its numbers",
    async (one, other) => {
      const database = await filledDesk(one);
      const file = await exported(database);
      const target = other === "sqlite" ? newFile() : await emptyDatabase();
      const { code, stderr, stdout } = await on(target, "import", file);
      expect([code, stderr]).toEqual([0, ""]);
      expect(stdout).toMatch(/^\d+ rows are imported, and equal to those of the file\./m);
      expect(await deskRows(target)).toEqual(await deskRows(database));
      const next = (name: string) =>
        within(name, async (db) => {
          const row = { feed_id: "all", cluster_id: "d", entry_id: "e", at: 1 };
          const added = await db
            .insertInto("change")
            .values({ ...row, kind: "merged", revision: 1 })
            .returning("seq")
            .executeTakeFirstOrThrow();
          return added.seq;
        });
      expect(await next(target)).toBe(await next(database));
    },
  );

  it("refuses a database that has a desk", async () => {
    const { database, file } = await exportedDesk();
    const before = await deskRows(database);
    expect(await on(database, "import", file)).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/is not empty: it has rows in/),
    });
    expect(await deskRows(database)).toEqual(before);
  });

  it.each<[string, (text: string) => string, RegExp]>([
    ["cut off", (text) => text.slice(0, text.length / 2), /no whole export/],
    ["cut off before its end", (text) => text.replace(/\{"end".*\n$/, ""), /no whole export/],
    ["changed", (text) => text.replace('"table":"source"', '"table":"setting"'), /hash differs/],
    ["longer than it was", (text) => `${text}{"more":1}\n`, /goes on after its end/],
    [
      "of another format",
      (text) => text.replace('"version":1', '"version":2'),
      /of another version/,
    ],
    [
      "of another schema",
      (text) => text.replace(/"schema":"[^"]+"/, '"schema":"1"'),
      /of another version/,
    ],
    ["no export", () => "{}\n", /no export of Offprint/],
    ["no JSON", () => "text\n", /no export of Offprint/],
    ["empty", () => "", /no whole export/],
  ])("refuses a file that is %s, before anything is written", async (_, spoil, error) => {
    const { file } = await exportedDesk();
    const spoilt = join(temporaryFolder(), "spoilt.jsonl");
    writeFileSync(spoilt, spoil(readFileSync(file, "utf8")));
    const target = newFile();
    expect(await on(target, "import", spoilt)).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(error),
    });
    expect(existsSync(target)).toBe(false);
  });

  it("goes anew over what was not finished, when it is told to", async () => {
    const { database, file } = await exportedDesk();
    const target = newFile();
    await within(target, async (db) => {
      const place = { table: "source", step: "rows", after: null, rows: 1 };
      await db
        .insertInto("setting")
        .values({ name: "copy", value: JSON.stringify(place) })
        .execute();
    });
    expect(await on(target, "import", file)).toMatchObject({
      code: 1,
      stderr: expect.stringContaining("--restart"),
    });
    expect(await on(target, "import", file, "--restart")).toMatchObject({ code: 0, stderr: "" });
    expect(await deskRows(target)).toEqual(await deskRows(database));
  });
});
