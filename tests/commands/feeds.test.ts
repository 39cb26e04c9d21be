import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Desk, layDesk } from "../support/desk.ts";
import { jsonLines, type Run } from "../support/offprint.ts";
import { runHere } from "../support/run-here.ts";
import { rssFeed, sampleItem } from "../support/sample-feed.ts";

const NOON = Date.UTC(2026, 1, 17, 12);
const DAY_MS = 86_400_000;

let desk: Desk;

const offprint = (...args: string[]): Promise<Run> => runHere(["--config", desk.config, ...args]);

const sources = [
  { id: "news", folder: "news" },
  { id: "copies", folder: "copies" },
];

type Shown = {
  readonly entries: readonly { readonly source: string; readonly title: string }[];
  readonly others: readonly { readonly title: string; readonly why: object }[];
};

/** What a feed that stands only in an edited configuration would hold. */
async function preview(feed: object, ...more: string[]): Promise<Shown> {
  desk.configure({ sources, feeds: [{ id: "new", title: "New", ...feed }] });
  const run = await offprint("feeds", "preview", "new", "--json", ...more);
  expect([run.code, run.stderr]).toEqual([0, ""]);
  return JSON.parse(run.stdout) as Shown;
}

beforeAll(async () => {
  desk = layDesk({ sources });
  const items = ["alpha", "beta", "gamma"].map((name, n) => sampleItem(name, NOON + n * DAY_MS));
  const copy = { ...sampleItem("beta", NOON + 5 * DAY_MS), guid: "urn:copy:1" };
  desk.write("news/feed.xml", rssFeed("News", items));
  desk.write("copies/feed.xml", rssFeed("Copies", [copy]));
  await offprint("ingest", "--source", "news");
  await offprint("ingest", "--source", "copies");
});

afterAll(() => desk.remove());

describe("feeds", () => {
  it("lists each feed with what it has now", async () => {
    desk.configure({
      sources,
      feeds: [
        { id: "two", title: "Two", items: 2 },
        { id: "none", title: "None", where: { match: "zeppelin" } },
      ],
    });
    expect(jsonLines(await offprint("feeds", "--json"))).toEqual([
      { id: "two", title: "Two", entries: 2, newestAt: NOON + 2 * DAY_MS },
      { id: "none", title: "None", entries: 0, newestAt: null },
    ]);
    expect(await offprint("feeds")).toEqual({
      code: 0,
      stdout: "two: Two  (2 entries, newest 2026-02-19 12:00)\nnone: None  (0 entries, empty)\n",
      stderr: "",
    });
  });
});

describe("feeds preview", () => {
  it("shows what would enter, and why the others would not", async () => {
    const { entries, others } = await preview({ items: 1, where: { exclude: "gamma" } });
    expect(entries).toEqual([
      expect.objectContaining({ source: "news", title: "What happened to beta" }),
    ]);
    expect(others.map(({ title, why }) => [title, why])).toEqual([
      ["What happened to gamma", { condition: "exclude", terms: ["gamma"] }],
      ["What happened to alpha", { condition: "older", items: 1 }],
    ]);
  });

  it("shows the copy of a source that the feed prefers", async () => {
    const copies = async (feed: object): Promise<readonly string[]> =>
      (await preview(feed)).entries.map(({ source }) => source);
    expect(await copies({})).toEqual(["news", "news", "news"]);
    expect(await copies({ prefer: ["copies"] })).toEqual(["news", "copies", "news"]);
    expect(await copies({ where: { sources: ["copies"] } })).toEqual(["copies"]);
    expect(await copies({ where: { sources: ["news"] }, prefer: ["copies"] })).toEqual([
      ...["news", "news", "news"],
    ]);
  });

  it("lists no more of the others than --limit", async () => {
    const { others } = await preview({ where: { match: "zeppelin" } }, "--limit", "2");
    expect(others).toHaveLength(2);
  });

  it("says it in words", async () => {
    desk.configure({
      sources,
      feeds: [{ id: "new", title: "New", where: { match: "alpha", sources: ["news"] } }],
    });
    const { stdout } = await offprint("feeds", "preview", "new", "--limit", "1");
    expect(stdout).toBe(
      [
        "New: 1 entry",
        "  2026-02-17 12:00  news: What happened to alpha",
        "",
        "not in it, the newest first:",
        "  2026-02-19 12:00  news: What happened to gamma",
        '      match: "alpha" is not in it',
        "",
      ].join("\n"),
    );
  });

  it("refuses a feed that is not in the configuration, and wrong usage", async () => {
    expect(await offprint("feeds", "preview", "nobody")).toEqual({
      code: 1,
      stdout: "",
      stderr: 'offprint: there is no feed "nobody" in the configuration, only new\n',
    });
    expect((await offprint("feeds", "preview")).code).toBe(2);
    expect((await offprint("feeds", "preview", "new", "--limit", "0")).code).toBe(2);
  });
});

describe("feeds without a database", () => {
  it.each([[["feeds"]], [["feeds", "preview", "all"]]])("%j says what makes one", async (args) => {
    const empty = layDesk();
    const run = await runHere([...args, "--json", "--config", empty.config]);
    empty.remove();
    expect([run.code, run.stdout]).toEqual([1, ""]);
    expect(run.stderr).toMatch(
      /^offprint: there is no database .* yet: "offprint ingest"[^\n]*\n$/,
    );
  });
});
