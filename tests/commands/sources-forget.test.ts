import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Desk, layDesk } from "../support/desk.ts";
import { jsonLines, type Run } from "../support/offprint.ts";
import { runHere } from "../support/run-here.ts";
import { rssFeed, sampleItem } from "../support/sample-feed.ts";

const NOON = Date.UTC(2026, 1, 17, 12);
const NEWS = { id: "news", folder: "news" };

let desk: Desk;

const run = (...args: string[]): Promise<Run> => runHere(["--config", desk.config, ...args]);
const published = async (): Promise<number> => jsonLines(await run("articles", "--json")).length;

beforeAll(async () => {
  desk = layDesk({ sources: [NEWS] });
  const items = ["alpha", "beta"].map((name, n) => sampleItem(name, NOON + n * 60_000));
  desk.write("news/feed.xml", rssFeed("News", items));
  // Once to see the file, and once when it lies still.
  for (const _ of [1, 2]) await run("ingest", "--all");
});

afterAll(() => desk.remove());

// One story, in order: each test goes on where the one before it stopped.
describe("offprint sources forget", () => {
  it("refuses a source of the configuration, and one that there is not", async () => {
    expect(await run("sources", "forget", "news", "--yes")).toMatchObject({
      code: 1,
      stderr: expect.stringContaining("take it out first"),
    });
    expect((await run("sources", "forget", "olds", "--yes")).code).toBe(1);
  });

  it("does nothing unasked, and says what it would do", async () => {
    desk.configure({ sources: [] });
    const refused = await run("sources", "forget", "news");
    expect(refused).toMatchObject({ code: 1, stderr: expect.stringContaining("--yes") });
    expect(refused.stderr).toContain("withdrawn entries: 2");
    expect(await published()).toBe(2);
  });

  it("leaves the articles when it is told to", async () => {
    expect((await run("sources", "forget", "news", "--keep", "--yes")).code).toBe(0);
    expect(await published()).toBe(2);
  });

  it("takes them out of what is published", async () => {
    const done = await run("sources", "forget", "news", "--yes", "--json");
    expect(jsonLines(done)).toEqual([{ source: "news", articles: 2, withdrawn: 2, passedOn: 0 }]);
    expect(await published()).toBe(0);
    expect((await run("sources", "forget", "news", "--yes")).stderr).toContain("already");
  });

  it("is undone by the configuration", async () => {
    desk.configure({ sources: [NEWS] });
    await run("ingest", "--all");
    expect(await published()).toBe(2);
  });
});
