import Database from "better-sqlite3";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Desk, layDesk } from "../support/desk.ts";
import { jsonLines, type Run } from "../support/offprint.ts";
import { runHere } from "../support/run-here.ts";
import { rssFeed, sampleItem } from "../support/sample-feed.ts";

const NOON = Date.UTC(2026, 1, 17, 12);

let desk: Desk;

const run = (...args: string[]): Promise<Run> => runHere(["--config", desk.config, ...args]);

type Article = { readonly id: string; readonly guid: string };

const listed = async (): Promise<readonly Article[]> =>
  jsonLines<Article>(await run("articles", "--json"));

beforeAll(async () => {
  desk = layDesk({ sources: [{ id: "news", folder: "news" }] });
  const items = ["alpha", "beta"].map((name, n) => sampleItem(name, NOON + n * 60_000));
  desk.write("news/feed.xml", rssFeed("News", items));
  // Once to see the file, and once when it lies still.
  for (const _ of [1, 2]) await run("ingest", "--all");
});

afterAll(() => desk.remove());

// One story, in order: each test goes on where the one before it stopped.
describe("offprint withdraw", () => {
  it("lists nothing while nothing is withdrawn", async () => {
    expect(await run("withdraw", "--list")).toEqual({ code: 0, stdout: "", stderr: "" });
  });

  it("takes a text out of what is published, and not out of the clusters", async () => {
    const [newest] = await listed();
    const id = newest?.id ?? "";
    const done = await run("withdraw", id, "--reason", "Asked\nfor", "--json");
    expect(done).toMatchObject({ code: 0, stderr: "" });
    expect(jsonLines(done)).toMatchObject([
      { article: id, undone: false, id: "urn:sample:beta", articles: [id], reason: "Asked for" },
    ]);
    expect((await listed()).map(({ guid }) => guid)).toEqual(["urn:sample:alpha"]);
    expect(jsonLines(await run("clusters", "--json"))).toHaveLength(2);
  });

  it.each(["INSERT ON desk_order", "UPDATE ON cluster"])(
    "says in a line that it cannot be stored (%s)",
    async (write) => {
      const database = new Database(desk.database);
      const raise = "BEGIN SELECT RAISE(ROLLBACK, 'disk is full'); END";
      database.exec(`CREATE TRIGGER full BEFORE ${write} ${raise}`);
      const [article] = await listed();
      const refused = await run("withdraw", article?.id ?? "");
      database.exec("DROP TRIGGER full");
      database.close();
      expect(refused).toMatchObject({ code: 1, stdout: "" });
      expect(refused.stderr).toBe(
        "offprint: it cannot be stored (disk is full): check free space and permissions\n",
      );
      expect(await listed()).toEqual([article]);
    },
  );

  it("is not undone by the next poll", async () => {
    await run("ingest", "--all");
    expect(await listed()).toHaveLength(1);
  });

  it("lists what is withdrawn, for people and for programs", async () => {
    expect((await run("withdraw", "--list")).stdout).toMatch(
      /^\d{4}-\d\d-\d\d \d\d:\d\d {2}\w+ {2}news: What happened to beta \(Asked for\)\n$/,
    );
    expect(jsonLines(await run("withdraw", "--list", "--json"))).toMatchObject([
      { id: "urn:sample:beta", source: "news", reason: "Asked for" },
    ]);
  });

  it("publishes it again under its id", async () => {
    const [{ articles } = { articles: [] }] = jsonLines<{ articles: readonly string[] }>(
      await run("withdraw", "--list", "--json"),
    );
    const id = articles[0] ?? "";
    expect(await run("withdraw", id, "--undo")).toEqual({
      code: 0,
      stdout: "published again: news: What happened to beta\n",
      stderr: "",
    });
    expect(await listed()).toMatchObject([{ id }, {}]);
    expect(await run("withdraw", id, "--undo")).toEqual({
      code: 1,
      stdout: "",
      stderr: `offprint: ${id} is not withdrawn\n`,
    });
  });

  it.each([[["withdraw"]], [["withdraw", "a", "--list"]], [["withdraw", "--undo"]]])(
    "is used wrongly by %j",
    async (args) => {
      const { code, stderr } = await run(...args);
      expect(code).toBe(2);
      expect(stderr).toContain("name an article, or give --list");
    },
  );

  it("says that there is no such article", async () => {
    expect(await run("withdraw", "nobody")).toEqual({
      code: 1,
      stdout: "",
      stderr: 'offprint: there is no article "nobody"\n',
    });
  });
});
