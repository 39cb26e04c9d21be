import { readdirSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type Desk, layDesk } from "../support/desk.ts";
import { jsonLines, type Run } from "../support/offprint.ts";
import { makeDatabase } from "../support/postgres/databases.ts";
import { runHere } from "../support/run-here.ts";
import { rssFeed, sampleItem } from "../support/sample-feed.ts";

const NOON = Date.UTC(2026, 1, 17, 12);

let desk: Desk;
let file: string;

const offprint = (...args: string[]): Promise<Run> => runHere([...args, "--config", desk.config]);

beforeAll(async () => {
  desk = layDesk({ sources: [{ id: "news", folder: "news" }] });
  desk.write("news/feed.xml", rssFeed("News", [sampleItem("alpha", NOON)]));
  await offprint("ingest", "--all");
  const [made] = jsonLines<{ file: string }>(await offprint("backup", "--json"));
  file = made?.file ?? "";
});

afterAll(() => desk.remove());

it("does nothing unasked", async () => {
  const { code, stdout, stderr } = await offprint("restore", file);
  expect([code, stdout]).toEqual([1, ""]);
  expect(stderr).toMatch(/^offprint: \S+ takes the place of the database [^\n]+ --yes\n$/);
  expect(readdirSync(desk.folder).filter((name) => name.includes("-before-"))).toEqual([]);
});

it("puts the backup in its place, and says where the former database is", async () => {
  const before = jsonLines(await offprint("articles", "--json"));
  const [id = ""] = before.map((article) => (article as { id: string }).id);
  await offprint("withdraw", id);
  expect(jsonLines(await offprint("articles", "--json"))).toEqual([]);

  const { code, stdout, stderr } = await offprint("restore", file, "--yes");
  expect([code, stderr]).toEqual([0, ""]);
  expect(stdout).toMatch(
    /^\S+ is restored: \d+ rows, [^\n]+ verified\. The former database is \S+-before-\S+\. Start/,
  );
  expect(jsonLines(await offprint("articles", "--json"))).toEqual(before);
});

it("says what it did as JSON", async () => {
  const [done] = jsonLines(await offprint("restore", file, "--yes", "--json"));
  expect(done).toEqual({
    restored: file,
    rows: expect.any(Number),
    bytes: expect.any(Number),
    former: expect.stringContaining(join(desk.folder, "offprint.db-before-")),
  });
});

it("sends to pg_restore on PostgreSQL", async () => {
  const environment = { DATABASE_URL: await makeDatabase() };
  const run = await runHere(["restore", file, "--yes", "--config", desk.config], { environment });
  expect(run).toMatchObject({ code: 1, stdout: "", stderr: expect.stringMatching(/pg_restore/) });
});
