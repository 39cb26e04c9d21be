import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Desk, layDesk } from "../support/desk.ts";
import { jsonLines, type Run } from "../support/offprint.ts";
import { runHere } from "../support/run-here.ts";
import { rssFeed, sampleItem } from "../support/sample-feed.ts";

const DAY_MS = 24 * 60 * 60 * 1000;
const NOON = Date.UTC(2026, 1, 17, 12);

type Line = Readonly<Record<string, unknown>>;

let desk: Desk;
let ingested: Run;

const offprint = (...args: string[]): Promise<Run> => runHere(["--config", desk.config, ...args]);

// Three items of one source; another source has the text of the second.
beforeAll(async () => {
  desk = layDesk({
    sources: [
      { id: "news", folder: "news", title: "The News" },
      { id: "copies", folder: "copies" },
      { id: "asleep", folder: "asleep", paused: true },
      { id: "absent", folder: "absent" },
    ],
  });
  const items = ["alpha", "beta", "gamma"].map((name, n) => sampleItem(name, NOON + n * DAY_MS));
  const copy = { ...sampleItem("beta", NOON + 5 * DAY_MS), guid: "urn:copy:1" };
  desk.write("news/feed.xml", rssFeed("News", items));
  desk.write("copies/feed.xml", rssFeed("Copies", [copy]));
  desk.write("asleep/letter.txt", "Nobody reads this\n\nIts source is paused.");
  ingested = await offprint("ingest", "--source", "news", "--json");
  const second = await offprint("ingest", "--all", "--json");
  ingested = { ...second, stdout: ingested.stdout + second.stdout };
});

afterAll(() => desk.remove());

describe("ingest --json", () => {
  it("prints one line a source as the contract has it, and nothing else", () => {
    const lines = jsonLines<Line>(ingested);

    expect([ingested.code, ingested.stderr]).toEqual([0, ""]);
    expect(lines[0]).toEqual({
      source: "news",
      outcome: "ok",
      fetched: 0,
      items: 3,
      new: 3,
      updated: 0,
      unchanged: 0,
      merged: 0,
      failed: 0,
      ms: expect.any(Number),
    });
    expect(lines.slice(1)).toHaveLength(3);
    expect(lines.slice(1)).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ source: "news", outcome: "unchanged", items: 0 }),
        expect.objectContaining({ source: "copies", outcome: "ok", new: 1, merged: 1 }),
        expect.objectContaining({ source: "absent", outcome: "failed", new: 0 }),
      ]),
    );
  });

  it("refuses a source that is not configured", async () => {
    expect(await offprint("ingest", "--source", "nobody")).toEqual({
      code: 1,
      stdout: "",
      stderr: 'offprint: there is no source "nobody"\n',
    });
  });

  it("says in plain words what came of each source", async () => {
    const { code, stdout } = await offprint("ingest", "--all");

    expect(code).toBe(0);
    expect(stdout).toMatch(/^news: unchanged$/m);
    expect(stdout).toMatch(/^absent: failed: .*absent cannot be read \(ENOENT\)$/m);
  });
});

describe("articles --json", () => {
  it("prints one line a cluster, its lead, newest first, with every key of the contract", async () => {
    const lines = jsonLines<Line>(await offprint("articles", "--json"));

    expect(lines.map(({ guid }) => guid)).toEqual(
      ["gamma", "beta", "alpha"].map((name) => `urn:sample:${name}`),
    );
    expect(lines[0]).toEqual({
      id: expect.stringMatching(/^\w{12}$/),
      source: "news",
      guid: "urn:sample:gamma",
      url: expect.stringMatching(/^http:\/\/desk\.test\/articles\/\w{12}$/),
      title: "What happened to gamma",
      language: "en",
      publishedAt: NOON + 2 * DAY_MS,
      updatedAt: NOON + 2 * DAY_MS,
      cluster: expect.stringMatching(/^\w+$/),
      text: expect.stringMatching(/^Nobody in the valley .*\n\ngamma0 .*\.$/s),
      contentHtml: expect.stringMatching(/^<p>Nobody in the valley .*<\/p>\n?<p>gamma0 .*<\/p>$/s),
      share: {
        canonicalUrl: expect.stringMatching(/^http:\/\/desk\.test\/articles\//),
        title: "What happened to gamma",
        description: expect.stringContaining("Nobody in the valley"),
        image: null,
        siteName: "The News",
      },
    });
  });

  it("prints no more than --limit", async () => {
    expect(jsonLines(await offprint("articles", "--json", "--limit", "2"))).toHaveLength(2);
    expect(jsonLines(await offprint("articles", "--json", "--limit", "999"))).toHaveLength(3);
  });

  it("has a line for people without --json", async () => {
    const { stdout } = await offprint("articles", "--limit", "1");

    expect(stdout).toMatch(/^2026-02-19 12:00 {2}\w{12} {2}news: What happened to gamma\n$/);
  });
});

describe("clusters --json", () => {
  it("has every ingested item in exactly one cluster, with why it is there", async () => {
    const lines = jsonLines<Line & { members: Line[] }>(await offprint("clusters", "--json"));
    const merged = lines.find(({ members }) => members.length === 2);

    expect(lines.flatMap(({ members }) => members.map(({ guid }) => guid)).toSorted()).toEqual([
      "urn:copy:1",
      "urn:sample:alpha",
      "urn:sample:beta",
      "urn:sample:gamma",
    ]);
    expect(merged).toEqual({
      id: expect.any(String),
      lead: { source: "news", guid: "urn:sample:beta" },
      members: [
        member("news", "urn:sample:beta", null),
        member("copies", "urn:copy:1", expect.objectContaining({ rule: expect.any(String) })),
      ],
    });
  });

  it("shows people only what was merged", async () => {
    const { stdout } = await offprint("clusters");

    expect(stdout.match(/What happened to/g)).toHaveLength(2);
  });
});

describe("a list without a database", () => {
  it.each(["articles", "clusters"])("says for %s what makes one", async (command) => {
    const empty = layDesk();
    const run = await runHere([command, "--json", "--config", empty.config]);
    empty.remove();

    expect([run.code, run.stdout]).toEqual([1, ""]);
    expect(run.stderr).toMatch(
      /^offprint: there is no database .* yet: "offprint ingest"[^\n]*\n$/,
    );
  });
});

const member = (source: string, guid: string, why: unknown) => ({
  source,
  guid,
  url: null,
  title: "What happened to beta",
  why,
});
