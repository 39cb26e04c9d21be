import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type Desk, layDesk } from "../support/desk.ts";
import { jsonLines, type Run } from "../support/offprint.ts";
import { runHere } from "../support/run-here.ts";
import { rssFeed, sampleItem } from "../support/sample-feed.ts";

const NOON = Date.UTC(2026, 1, 17, 12);
const CALL = "Der Turm lädt alle Leser zum Hoffest ein.";

let desk: Desk;

const offprint = (...args: string[]): Promise<Run> => runHere(["--config", desk.config, ...args]);

type Article = {
  readonly id: string;
  readonly cluster: string;
  readonly title: string;
  readonly text: string;
  readonly publishedAt: number;
  readonly updatedAt: number;
};

const listed = async (): Promise<readonly Article[]> =>
  jsonLines<Article>(await offprint("articles", "--json"));

const source = (id: string, over: object = {}) => ({ id, folder: id, ...over });

/** What stays whatever the cleaner does. */
const fixed = ({ id, cluster, title, publishedAt }: Article) => ({
  id,
  cluster,
  title,
  publishedAt,
});

const SETTINGS = { sources: [source("tower"), source("lake")] };

/** The database after the sources were taken in: each test begins with it. */
let taken: Buffer;

beforeAll(async () => {
  desk = layDesk(SETTINGS);
  for (const name of ["tower", "lake"]) {
    const item = sampleItem(name, NOON);
    desk.write(`${name}/feed.xml`, rssFeed(name, [{ ...item, text: `${item.text}\n\n${CALL}` }]));
  }
  await offprint("ingest", "--all");
  taken = readFileSync(desk.database);
});

beforeEach(() => {
  for (const end of ["-wal", "-shm"]) rmSync(desk.database + end, { force: true });
  writeFileSync(desk.database, taken);
  desk.configure(SETTINGS);
});

afterAll(() => desk.remove());

describe("reprocess", () => {
  it("applies what the configuration says today to what was received; ids, dates and clusters stay", async () => {
    const before = await listed();
    expect(before.map(({ text }) => text.includes(CALL))).toEqual([true, true]);
    const cleanup = { drop: [CALL] };
    desk.configure({ sources: [source("tower", { cleanup }), source("lake", { cleanup })] });

    const { code, stdout } = await offprint("reprocess", "--json");
    const after = await listed();

    expect(code).toBe(0);
    expect(jsonLines({ stdout })).toEqual([
      expect.objectContaining({ source: "tower", articles: 1, changed: 1, failed: 0 }),
      expect.objectContaining({ source: "lake", articles: 1, changed: 1, failed: 0 }),
      {
        ...{ articles: 2, changed: 2, updated: 2, failed: 0, problem: null },
        ms: expect.any(Number),
      },
    ]);
    expect(after.map(({ text }) => text.includes(CALL))).toEqual([false, false]);
    expect(after.map(fixed)).toEqual(before.map(fixed));
    expect(after.every(({ updatedAt }, index) => updatedAt > (before[index]?.updatedAt ?? 0))).toBe(
      true,
    );

    expect(jsonLines(await offprint("reprocess", "--json")).at(-1)).toMatchObject({
      ...{ articles: 2, changed: 0, updated: 0, failed: 0 },
    });
  });

  it("goes to one source alone when it is asked to", async () => {
    const cleanup = { drop: [CALL] };
    desk.configure({ sources: [source("tower", { cleanup }), source("lake", { cleanup })] });
    const { stdout } = await offprint("reprocess", "--source", "lake");

    expect(stdout).toMatch(/^lake: 1 articles, 1 changed/m);
    expect(stdout).not.toContain("tower");
    const withCall = (await listed()).filter(({ text }) => text.includes(CALL));
    expect(withCall.map(({ title }) => title)).toEqual(["What happened to tower"]);
  });

  it("takes a source that left as it last was: its rights do not come back", async () => {
    desk.configure({
      sources: [source("tower", { rights: "excerpt", cleanup: { drop: [CALL] } })],
    });
    await offprint("ingest", "--all");
    desk.configure({ sources: [source("lake")] });
    await offprint("ingest", "--all");
    const { stdout } = await offprint("reprocess", "--source", "tower", "--json");
    const [tower] = (await listed()).filter(({ title }) => title.includes("tower"));
    const [removed] = jsonLines(await offprint("removed", tower?.id ?? "", "--json"));

    expect(jsonLines({ stdout })[0]).toMatchObject({ source: "tower", failed: 0 });
    expect(tower?.text).not.toContain(CALL);
    expect(removed).toMatchObject({ republish: "excerpt" });
  });

  it("says that there is no such source", async () => {
    expect(await offprint("reprocess", "--source", "nobody")).toEqual({
      code: 1,
      stdout: "",
      stderr: 'offprint: there is no source "nobody"\n',
    });
  });

  it("shows people what was done", async () => {
    const { code, stdout, stderr } = await offprint("reprocess");

    expect(code).toBe(0);
    expect(stderr).toBe("");
    expect(stdout).toMatch(/^all: 2 articles, 0 changed, 0 of them so much .*, 0 failed$/m);
  });
});
