import { spawn } from "node:child_process";
import { once } from "node:events";
import { cpSync, utimesSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { deskRows, filledDesk, within } from "../service/copying/copies.ts";
import { type Desk, layDesk } from "../support/desk.ts";
import {
  jsonLines,
  LAUNCHER,
  type Run,
  runOffprint,
  startOffprint,
  startWebRole,
} from "../support/offprint.ts";
import { makeDatabase } from "../support/postgres/databases.ts";
import { entriesOf, statusOf } from "../support/read-service.ts";
import { rssFeed, sampleItem } from "../support/sample-feed.ts";
import { until } from "../support/until.ts";

// Processes start here, on machines that do much else.
vi.setConfig({ testTimeout: 300_000, hookTimeout: 300_000 });

const NOON = Date.UTC(2026, 1, 17, 12);
const SAMPLES = ["talbote", "kreisblatt", "valley-letter", "desk"];
const source = (id: string) => ({ id, folder: id });
const FEEDS = [
  { id: "all", title: "All", items: 20 },
  { id: "letters", title: "Letters", where: { sources: ["valley-letter", "desk"] } },
];

type Listed = { readonly id: string; readonly source: string; readonly title: string };

describe("a desk after a life of its own, copied to PostgreSQL and from there to a second file", () => {
  let desk: Desk;
  /** Three names of one desk. */
  let names: readonly [string, string, string];

  const command = (database: string, ...args: string[]): Promise<Run> =>
    runOffprint([...args, "--config", desk.config], { environment: { DATABASE_URL: database } });
  const listed = async (database: string): Promise<readonly Listed[]> =>
    jsonLines<Listed>(await command(database, "articles", "--json"));
  const copy = (from: string, to: string, ...args: string[]): Promise<Run> =>
    runOffprint(["store", "copy", "--from", from, "--to", to, ...args]);
  /** Two seconds later it would be read in any case. */
  const bring = (path: string, text: string): void =>
    utimesSync(desk.write(path, text), NOON / 1000, NOON / 1000);

  beforeAll(async () => {
    const sources = [...SAMPLES, "daily"].map(source);
    desk = layDesk({ sources: [...sources, source("olds")], feeds: FEEDS });
    const samples = fileURLToPath(new URL("../../data/samples", import.meta.url));
    cpSync(samples, desk.folder, { recursive: true, preserveTimestamps: true });
    const days = Array.from({ length: 130 }, (_, n) => sampleItem(`day${n}`, NOON - n * 3_600_000));
    bring("daily/feed.xml", rssFeed("Daily", days));
    bring(
      "olds/feed.xml",
      rssFeed("Olds", [sampleItem("older", NOON), sampleItem("oldest", NOON)]),
    );
    await live(sources);
    names = [desk.database, await makeDatabase(), join(desk.folder, "second.db")];
    expect(await copy(names[0], names[1])).toMatchObject({ code: 0, stderr: "" });
    expect(await copy(names[1], names[2])).toMatchObject({ code: 0, stderr: "" });
  });
  afterAll(() => desk?.remove());

  /** Publishes, archives, and is edited: a merge, a veto, a withdrawal, and a source that is forgotten. */
  async function live(sources: readonly object[]): Promise<void> {
    const service = await startOffprint(["--config", desk.config]);
    const edit = async (...args: string[]): Promise<void> =>
      expect(await command(desk.database, ...args)).toMatchObject({ code: 0 });
    try {
      await until("the archive is there", async () => (await archived(service.url)).length > 1);
      const [first, second, third, fourth] = (await listed(desk.database)).filter(
        (article) => article.source === "daily",
      );
      await edit("clusters", "merge", first?.id ?? "", second?.id ?? "");
      await edit("clusters", "veto", first?.id ?? "", third?.id ?? "");
      await edit("withdraw", fourth?.id ?? "", "--reason", "a test");
      desk.configure({ sources, feeds: FEEDS });
      await until("the source has left", async () =>
        (await statusOf(service.url)).sources.every(({ id }) => id !== "olds"),
      );
      await edit("sources", "forget", "olds", "--yes");
      await until("it is withdrawn", async () =>
        (await entriesOf(service.url)).every(({ title }) => !/oldest/.test(title)),
      );
      await readArchives(service.url);
    } finally {
      await service.stop();
    }
  }

  const FORMATS = ["rss", "atom", "json"];

  async function archived(url: string): Promise<readonly string[]> {
    const paths: string[] = [];
    for (let page = 1; ; page += 1) {
      const path = `/feeds/all/archive/${page}`;
      if (!(await fetch(`${url}${path}.atom`)).ok) return paths;
      paths.push(path);
    }
  }

  /** The date of an archive document is that of its first reader. */
  async function readArchives(url: string): Promise<void> {
    for (const path of await archived(url)) {
      for (const format of FORMATS) await fetch(`${url}${path}.${format}`);
    }
  }

  /** All that readers and partners can fetch, with its validators. */
  async function published(database: string): Promise<ReadonlyMap<string, string>> {
    const environment = { DATABASE_URL: database };
    const service = await startWebRole(["--config", desk.config], { environment });
    try {
      const feeds = [...FEEDS.map(({ id }) => `/feeds/${id}`), ...(await archived(service.url))];
      const documents = feeds.flatMap((path) => FORMATS.map((format) => `${path}.${format}`));
      const articles = (await listed(database)).map(({ id }) => `/articles/${id}`);
      const pages = ["/", "/about", "/feeds/all", "/feeds/letters", "/feeds.opml", "/rss.xml"];
      const answers = new Map<string, string>();
      for (const path of [...documents, ...pages, ...articles]) {
        const response = await fetch(`${service.url}${path}`);
        const validators = ["etag", "last-modified"].map((name) => response.headers.get(name));
        answers.set(path, [response.status, ...validators, await response.text()].join("\n"));
      }
      return answers;
    } finally {
      await service.stop();
    }
  }

  it("has the same rows in the second file as in the first", async () => {
    const [first, , second] = names;
    const rows = await deskRows(first);
    for (const table of [
      "archive_entry",
      "veto",
      "bond",
      "editor_action",
      "change",
      "source_file",
    ]) {
      expect(rows.get(table)).not.toEqual([]);
    }
    expect(await deskRows(second)).toEqual(rows);
    expect(await copy(first, second, "--verify")).toMatchObject({ code: 0 });
  });

  it("gives the same documents, archives, pages and lists, byte for byte", async () => {
    const [first, postgres, second] = names;
    const expected = await published(first);
    expect(
      [...expected.keys()].filter((path) => path.includes("/archive/")).length,
    ).toBeGreaterThan(5);
    expect([...expected.values()].every((answer) => answer.startsWith("200"))).toBe(true);
    for (const database of [postgres, second]) {
      const given = await published(database);
      expect([...given.keys()]).toEqual([...expected.keys()]);
      for (const [path, answer] of expected)
        expect([path, given.get(path)]).toEqual([path, answer]);
    }
  });

  it("finds the same new articles with the next poll, and the same copies of old ones", async () => {
    const copyOfOld = { ...sampleItem("day7", NOON), guid: "urn:test:copy" };
    const later = ["tower", "bridge"].map((name, n) => sampleItem(name, NOON + n * 60_000));
    bring("valley-letter/more.xml", rssFeed("More", [copyOfOld, ...later]));
    const outcomes = [];
    for (const database of names) {
      const reports = jsonLines<{ ms: number }>(
        await command(database, "ingest", "--all", "--json"),
      );
      const clusters = jsonLines(await command(database, "clusters", "--json"));
      outcomes.push({
        reports: reports.map(({ ms: _, ...report }) => JSON.stringify(report)).toSorted(),
        clusters: clusters.map((cluster) => JSON.stringify(cluster)).toSorted(),
        articles: await listed(database),
      });
    }
    const [first, ...others] = outcomes;
    const report = JSON.parse(first?.reports.at(-1) ?? "");
    expect(report).toMatchObject({ source: "valley-letter", new: 3, merged: 1 });
    for (const other of others) expect(other).toEqual(first);
  });
});

describe("a copy that is killed", () => {
  const start = (from: string, to: string) =>
    spawn(process.execPath, [LAUNCHER, "store", "copy", "--from", from, "--to", to], {
      stdio: "ignore",
    });

  it("goes on after each kill -9, and no desk is to be had before it is whole", async () => {
    const source = await filledDesk("sqlite");
    await within(source, async (db) => {
      const rows = Array.from({ length: 500 }, (_, n) => n);
      for (let period = 10; period < 90; period += 1) {
        const values = rows.map((key) => ({ period, key, fingerprint_id: key }));
        await db.insertInto("sample_key").values(values).execute();
      }
    });
    const target = await makeDatabase();
    for (const ms of [600, 1200, 1800]) {
      const child = start(source, target);
      const ended = once(child, "exit");
      await Promise.race([ended, sleep(ms)]);
      child.kill("SIGKILL");
      await ended;
    }
    const end = await runOffprint(["store", "copy", "--from", source, "--to", target]);
    expect(end).toMatchObject({ code: 0, stderr: "" });
    expect(await deskRows(target)).toEqual(await deskRows(source));
  });
});
