import { readFileSync, writeFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Desk, layDesk } from "../support/desk.ts";
import { jsonLines, type Run } from "../support/offprint.ts";
import { runHere } from "../support/run-here.ts";
import { rssFeed, sampleItem } from "../support/sample-feed.ts";
import { type SourceServer, startSourceServer } from "../support/source-server.ts";

const NOON = Date.UTC(2026, 1, 17, 12);
const LABEL = "&lt;p&gt;Share this:&lt;/p&gt;";

let desk: Desk;
let server: SourceServer;

const run = (...args: string[]): Promise<Run> => runHere(["--config", desk.config, ...args]);
const text = (): string => readFileSync(desk.config, "utf8");
const ids = async (): Promise<readonly unknown[]> =>
  jsonLines(await run("sources", "list", "--json")).map((line) => (line as { id: string }).id);

beforeAll(async () => {
  server = await startSourceServer();
  const items = ["alpha", "beta", "gamma", "delta"].map((name, n) =>
    sampleItem(name, NOON + n * 60_000),
  );
  const labelled = items.map((item) => ({ ...item, text: `${item.text}\n\n${LABEL}` }));
  server.set("/feed.xml", { body: rssFeed("Valley News", labelled) });
  server.set("/sport.xml", { body: rssFeed("Valley Sport", [sampleItem("ball", NOON)]) });
  const links = ["feed", "sport"].map(
    (name) =>
      `<link rel="alternate" type="application/rss+xml" title="${name}" href="/${name}.xml">`,
  );
  const body = `<html><head>${links.join("")}</head><body>A page</body></html>`;
  server.set("/", { body, contentType: "text/html" });
  desk = layDesk();
  writeFileSync(
    desk.config,
    `# our desk
site: { title: A desk, url: http://desk.test }
ingest: { allowNetworks: ["127.0.0.0/8"] } # for this test
sources: [] # none yet
feeds:
  - id: all
`,
  );
});

afterAll(async () => {
  desk.remove();
  await server.close();
});

// One story, in order: each test goes on where the one before it stopped.
describe("offprint sources", () => {
  it("test reads an address, shows the newest articles clean, and stores nothing", async () => {
    const tested = await run("sources", "test", `${server.url}/`, "--json");
    const [preview] = jsonLines(tested) as [Record<string, unknown>];
    expect(preview).toMatchObject({
      address: `${server.url}/feed.xml`,
      announced: [{ title: "feed" }, { title: "sport" }],
      title: "Valley News",
      items: 4,
      problem: null,
    });
    const articles = preview["articles"] as { title: string; text: string; removed: unknown[] }[];
    expect(articles.map(({ title }) => title)).toEqual(
      ["delta", "gamma", "beta"].map((name) => `What happened to ${name}`),
    );
    expect(articles[0]?.text).not.toContain("Share this");
    expect(articles[0]?.removed).toEqual([{ text: "Share this:", rule: "share-label" }]);
    expect((await run("articles")).stderr).toContain("there is no database");
  });

  it("test says why there is nothing", async () => {
    const tested = await run("sources", "test", `${server.url}/nothing`);
    expect(tested).toMatchObject({ code: 1, stdout: expect.stringContaining("404") });
    expect((await run("sources", "test", "nobody")).stderr).toContain('no source "nobody"');
  });

  it("add does nothing unasked, and shows what it would add", async () => {
    const before = text();
    const refused = await run("sources", "add", `${server.url}/`);
    expect(refused).toMatchObject({ code: 1, stderr: expect.stringContaining("--yes") });
    expect(refused.stderr).toContain("What happened to delta");
    expect(text()).toBe(before);
  });

  it("add writes the feed of a page below what is there", async () => {
    const added = await run("sources", "add", `${server.url}/`, "--yes", "--every", "1h");
    expect(added).toMatchObject({ code: 0, stdout: expect.stringContaining("valley-news is") });
    expect(text()).toBe(`# our desk
site: { title: A desk, url: http://desk.test }
ingest: { allowNetworks: ["127.0.0.0/8"] } # for this test
sources: # none yet
  - id: valley-news
    url: ${server.url}/feed.xml
    every: 1h
feeds:
  - id: all
`);
  });

  it("add refuses what is there, what gives nothing, and what is no setting", async () => {
    const again = await run("sources", "add", `${server.url}/feed.xml`, "--id", "again", "--yes");
    expect(again.stderr).toContain('"valley-news" is polled at');
    expect((await run("sources", "add", `${server.url}/nothing`, "--yes")).code).toBe(1);
    const wrong = await run(
      "sources",
      "add",
      `${server.url}/sport.xml`,
      "--yes",
      "--every",
      "soon",
    );
    expect(wrong.stderr).toContain("expected a duration");
    expect(text()).not.toContain("sport");
  });

  it("poll takes a source in, and list and show tell of it", async () => {
    const [report] = jsonLines(await run("sources", "poll", "valley-news", "--json"));
    expect(report).toMatchObject({ source: "valley-news", new: 4 });
    const [listed] = jsonLines(await run("sources", "list", "--json"));
    expect(listed).toMatchObject({ id: "valley-news", health: "good", title: "Valley News" });
    const shown = await run("sources", "show", "valley-news");
    expect(shown.stdout).toContain("ok 200");
    expect(shown.stdout).toContain("1 polls, 0 failed, 4 new articles");
    expect((await run("sources", "show", "nobody")).code).toBe(1);
  });

  it("pause holds against the configuration, until resume", async () => {
    const paused = await run("sources", "pause", "valley-news");
    expect(paused.stdout).toContain("though the configuration says paused: false");
    expect((await run("sources", "list", "--state", "paused")).stdout).toContain("by an order");
    expect(jsonLines(await run("ingest", "--all", "--json"))).toEqual([]);
    await run("sources", "resume", "valley-news");
    expect(jsonLines(await run("ingest", "--all", "--json"))).toHaveLength(1);
    expect((await run("sources", "pause", "nobody")).stderr).toContain("no source");
  });

  it("rename keeps the articles and all that is known", async () => {
    const before = jsonLines(await run("articles", "--json"));
    expect((await run("sources", "rename", "valley-news", "valley")).code).toBe(0);
    const [report] = jsonLines(await run("ingest", "--all", "--json"));
    expect(report).toMatchObject({ source: "valley", outcome: "unchanged", new: 0 });
    const after = jsonLines(await run("articles", "--json"));
    expect(after).toEqual(before.map((line) => ({ ...(line as object), source: "valley" })));
    expect((await run("sources", "rename", "nobody", "somebody")).code).toBe(1);
  });

  it("import adds what a list has more, and export lists all", async () => {
    const list = desk.write(
      "list.opml",
      `<opml version="2.0"><body><outline text="Valley" xmlUrl="${server.url}/feed.xml"/>
      <outline text="Sport" xmlUrl="${server.url}/sport.xml"/><outline text="x" xmlUrl="ftp://x"/></body></opml>`,
    );
    expect((await run("sources", "import", list)).stderr).toContain("added: 1, ");
    const done = await run("sources", "import", list, "--yes", "--rights", "excerpt", "--json");
    expect(jsonLines(done)).toEqual([{ added: ["sport"], present: 1, leftOut: 1 }]);
    expect(await ids()).toEqual(["valley", "sport"]);
    const exported = (await run("sources", "export")).stdout;
    expect(exported).toContain(`title="Sport" xmlUrl="${server.url}/sport.xml"`);
    const other = desk.write("other.opml", exported);
    expect(jsonLines(await run("sources", "import", other, "--yes", "--json"))).toEqual([
      { added: [], present: 2, leftOut: 0 },
    ]);
  });

  it("remove takes a source out, and its articles stay", async () => {
    const removed = await run("sources", "remove", "valley");
    expect(removed.stdout).toContain("offprint sources forget valley");
    expect(await ids()).toEqual(["sport"]);
    await run("ingest", "--all");
    expect(jsonLines(await run("articles", "--json"))).toHaveLength(5);
    expect((await run("sources", "remove", "valley")).code).toBe(1);
  });
});
