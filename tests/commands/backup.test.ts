import { copyFileSync, existsSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import Database from "better-sqlite3";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type Desk, layDesk } from "../support/desk.ts";
import { jsonLines, type Run } from "../support/offprint.ts";
import { makeDatabase } from "../support/postgres/databases.ts";
import { runHere } from "../support/run-here.ts";
import { rssFeed, sampleItem } from "../support/sample-feed.ts";

const NOON = Date.UTC(2026, 1, 17, 12);

let desk: Desk;

const backup = (...args: string[]): Promise<Run> =>
  runHere(["backup", "--config", desk.config, ...args]);

beforeAll(async () => {
  desk = layDesk({ sources: [{ id: "news", folder: "news" }] });
  desk.write("news/feed.xml", rssFeed("News", [sampleItem("alpha", NOON)]));
  await runHere(["ingest", "--all", "--config", desk.config]);
});

afterAll(() => desk.remove());

it("makes a backup beside the configuration, and says which", async () => {
  const { code, stdout, stderr } = await backup();
  expect([code, stderr]).toEqual([0, ""]);
  const [, file = ""] =
    /^(\S+\.db): \d+ rows, [\d.]+ [KM]B, verified, in \d+ s\n$/.exec(stdout) ?? [];
  expect(dirname(file)).toBe(join(desk.folder, "backups"));
  expect(existsSync(file)).toBe(true);
});

it("makes it in another folder, which a backup can be listed from", async () => {
  const folder = join(desk.folder, "elsewhere");
  const [made] = jsonLines<{ file: string }>(await backup("--to", folder, "--json"));
  expect(made).toEqual({
    file: join(folder, readdirSync(folder)[0] ?? ""),
    bytes: expect.any(Number),
    rows: expect.any(Number),
    verified: true,
    ms: expect.any(Number),
  });
  const list = (database: string): Promise<Run> =>
    runHere(["articles", "--json", "--config", desk.config], {
      environment: { DATABASE_URL: database },
    });
  const original = await list(desk.database);
  expect(jsonLines(original)).toHaveLength(1);
  expect(await list(made?.file ?? "")).toEqual(original);
});

it("leaves a database of an older version as it is", async () => {
  const database = join(desk.folder, "older.db");
  copyFileSync(desk.database, database);
  const applied = (): unknown => {
    const older = new Database(database);
    const names = older.prepare("SELECT name FROM kysely_migration ORDER BY name").pluck().all();
    older.close();
    return names;
  };
  const older = new Database(database);
  older.exec("DELETE FROM kysely_migration WHERE name = (SELECT max(name) FROM kysely_migration)");
  older.close();
  const before = applied();
  const run = await runHere(["backup", "--config", desk.config, "--to", join(desk.folder, "old")], {
    environment: { DATABASE_URL: database },
  });
  expect(run).toMatchObject({ code: 0, stderr: "" });
  expect(applied()).toEqual(before);
});

it("says that there is no database", async () => {
  const environment = { DATABASE_URL: join(desk.folder, "none.db") };
  const run = await runHere(["backup", "--config", desk.config], { environment });
  expect(run).toMatchObject({
    code: 1,
    stderr: expect.stringMatching(/^offprint: there is no database \S+none\.db\n$/),
  });
});

it("sends to pg_dump on PostgreSQL", async () => {
  const environment = { DATABASE_URL: await makeDatabase() };
  const run = await runHere(["backup", "--config", desk.config], { environment });
  expect(run).toMatchObject({ code: 1, stdout: "", stderr: expect.stringMatching(/pg_dump/) });
});
