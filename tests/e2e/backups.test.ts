import { spawn } from "node:child_process";
import { once } from "node:events";
import {
  copyFileSync,
  existsSync,
  readdirSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, it, onTestFinished, vi } from "vitest";
import { within } from "../service/copying/copies.ts";
import { type Desk, layDesk } from "../support/desk.ts";
import {
  jsonLines,
  LAUNCHER,
  type Run,
  runOffprint,
  startOffprint,
  startWebRole,
} from "../support/offprint.ts";
import { entriesOf, statusOf } from "../support/read-service.ts";
import { rssFeed, sampleItem } from "../support/sample-feed.ts";
import { until } from "../support/until.ts";
import { writeAllTheTime } from "../support/write-all-the-time.ts";

// Processes start here, on machines that do much else.
vi.setConfig({ testTimeout: 300_000, hookTimeout: 300_000 });

const NOON = Date.UTC(2026, 1, 17, 12);
/** Of rows, so that a backup takes a while. */
const FILLING = 60_000_000;

let desk: Desk;
let folder: string;

const backup = (...args: string[]): Promise<Run> =>
  runOffprint(["backup", "--config", desk.config, "--to", folder, ...args]);

beforeAll(async () => {
  desk = layDesk({ sources: [{ id: "news", folder: "news" }] });
  folder = join(desk.folder, "backups");
  desk.write("news/feed.xml", rssFeed("News", [sampleItem("alpha", NOON)]));
  await runOffprint(["ingest", "--all", "--config", desk.config]);
  await within(desk.database, async (db) => {
    const value = "x".repeat(100_000);
    for (let n = 0; n < FILLING / value.length; n += 1) {
      await db
        .insertInto("setting")
        .values({ name: `filling ${n}`, value })
        .execute();
    }
  });
});
afterAll(() => desk?.remove());

/** The names that a backup has made so far. */
const names = (): readonly string[] => (existsSync(folder) ? readdirSync(folder) : []);

it.each([
  ["begins", 1],
  ["is half written", FILLING / 2],
  ["is compared", FILLING],
])("a backup that is killed when it %s has no file of the final name", async (_, bytes) => {
  rmSync(folder, { recursive: true, force: true });
  const args = [LAUNCHER, "backup", "--config", desk.config, "--to", folder];
  const child = spawn(process.execPath, args, { stdio: "ignore" });
  const ended = once(child, "exit");
  const written = (): number =>
    names().reduce((sum, name) => sum + (statSync(join(folder, name), NO_THROW)?.size ?? 0), 0);
  while (written() < bytes && child.exitCode === null) await sleep(1);
  child.kill("SIGKILL");
  expect(await ended).toEqual([null, "SIGKILL"]);
  expect(names().filter((name) => !name.startsWith("."))).toEqual([]);
  expect(names()).not.toEqual([]);
  expect(await backup()).toMatchObject({ code: 0, stderr: "" });
});

const NO_THROW = { throwIfNoEntry: false } as const;

it("a service makes backups by its schedule, keeps what the scheme says, and tells", async () => {
  const place = join(desk.folder, "by schedule");
  const backup = { to: place, at: "* * * * * *", keep: { daily: 0, weekly: 0, monthly: 0 } };
  const other = layDesk({ sources: [{ id: "news", folder: "news" }], backup });
  onTestFinished(() => other.remove());
  other.write("news/feed.xml", rssFeed("News", [sampleItem("alpha", NOON)]));
  const service = await startOffprint(["--config", other.config]);
  try {
    const made = (): readonly string[] => (existsSync(place) ? readdirSync(place) : []);
    await until("a backup", () => made().some((name) => name.endsWith("Z.db")));
    const [first = ""] = made();
    await until("the next one has taken its place", () => {
      const names = made().filter((name) => !name.startsWith("."));
      return names.length === 1 && names[0] !== first;
    });
    const { backup: told } = (await (await fetch(`${service.url}/status`)).json()) as {
      backup: object;
    };
    expect(told).toMatchObject({ isVerified: true, isLate: false, problem: null });
    expect(JSON.stringify(told)).not.toContain(desk.folder);
    expect(await (await fetch(`${service.url}/metrics`)).text()).toMatch(
      /^offprint_backup_age_seconds \d/m,
    );
    writeFileSync(`${place} is no folder`, "");
    other.configure({
      sources: [{ id: "news", folder: "news" }],
      backup: { ...backup, to: `${place} is no folder` },
    });
    const reason = await until("it is told that backups fail", async () => {
      const { reasons } = await statusOf(service.url);
      return reasons.find(({ kind }) => kind === "backup-late")?.message;
    });
    // A backup may have been under way, whose older ones are then looked for in the new place.
    expect(reason).toMatch(
      /^Backups fail since \S+: (?:no backup was made|older backups) in by schedule is no folder/,
    );
    expect(reason).not.toContain(desk.folder);
  } finally {
    await service.stop();
  }
  expect(readdirSync(place).filter((name) => name.startsWith("."))).toEqual([]);
});

it.each([/-restoring$/, /-restoring-journal$/, /-before-/, /^$/])(
  "a restore that is killed when there is %s leaves the former database or the restored one, whole",
  async (moment) => {
    const other = layDesk({ sources: [] });
    onTestFinished(() => other.remove());
    copyFileSync(desk.database, other.database);
    const place = join(other.folder, "backups");
    await runOffprint(["backup", "--config", other.config, "--to", place]);
    const from = join(place, readdirSync(place)[0] ?? "");
    const add = (name: string) =>
      within(other.database, async (db) => {
        await db.insertInto("setting").values({ name, value: "" }).execute();
      });
    await add("later");
    const args = [LAUNCHER, "restore", from, "--yes", "--config", other.config];
    const child = spawn(process.execPath, args, { stdio: "ignore" });
    const ended = once(child, "exit");
    const isNow = (): boolean => readdirSync(other.folder).some((name) => moment.test(name));
    while (!isNow() && child.exitCode === null) await sleep(0);
    child.kill("SIGKILL");
    const [code] = (await ended) as [number | null];
    // Opening it also checks it.
    const { later, filling } = await lookInto(other.database);
    expect(filling).toBe(FILLING / 100_000);
    if (code === 0) expect(later).toBe(0);
    if (code === null && moment.source.includes("restoring")) expect(later).toBe(1);
    const again = await runOffprint(["restore", from, "--yes", "--config", other.config]);
    expect(again).toMatchObject({ code: 0, stderr: "" });
    expect(await lookInto(other.database)).toEqual({ later: 0, filling });
  },
);

const lookInto = (database: string) =>
  within(database, async (db) => {
    const { rows } = await sql<{ later: number; filling: number }>`
      SELECT (SELECT count(*) FROM setting WHERE name = 'later') AS later,
        (SELECT count(*) FROM setting WHERE name LIKE 'filling %') AS filling`.execute(db);
    return rows[0] ?? expect.fail("no row");
  });

it("a backup under load restores to byte-equal feeds, and what came later comes in again, under its id", async () => {
  const other = layDesk({ sources: [{ id: "news", folder: "news" }] });
  onTestFinished(() => other.remove());
  const write = (...names: string[]): void => {
    const file = other.write(
      "news/feed.xml",
      rssFeed(
        "News",
        names.map((name, n) => sampleItem(name, NOON - n * 60_000)),
      ),
    );
    utimesSync(file, NOON / 1000, NOON / 1000 + names.length);
  };
  const titles = async (url: string) => (await entriesOf(url)).map(({ title }) => title).toSorted();
  const place = join(other.folder, "backups");
  write("alpha", "beta");
  const service = await startOffprint(["--config", other.config]);
  let before: readonly string[];
  let ids: ReadonlyMap<string, string>;
  try {
    await until("both are there", async () => (await titles(service.url)).length === 2);
    before = await feedsOf(service.url);
    const stopWriting = await writeAllTheTime(other.database);
    const made = await runOffprint(["backup", "--config", other.config, "--to", place]);
    await stopWriting();
    expect(made).toMatchObject({ code: 0, stderr: "" });
    write("alpha", "beta", "gamma");
    await until("the third is there", async () => (await titles(service.url)).length === 3);
    ids = await idsOf(other);
    const from = join(place, readdirSync(place)[0] ?? "");
    const early = await runOffprint(["restore", from, "--yes", "--config", other.config]);
    expect(early).toMatchObject({ code: 1, stderr: expect.stringMatching(/takes in articles/) });
  } finally {
    await service.stop();
  }
  const from = join(place, readdirSync(place)[0] ?? "");
  const unasked = await runOffprint(["restore", from, "--config", other.config]);
  expect(unasked).toMatchObject({ code: 1, stderr: expect.stringMatching(/without --yes\n$/) });
  const done = await runOffprint(["restore", from, "--yes", "--config", other.config]);
  expect(done).toMatchObject({ code: 0, stderr: "" });

  const web = await startWebRole(["--config", other.config]);
  expect(await feedsOf(web.url).finally(web.stop)).toEqual(before);
  const again = await startOffprint(["--config", other.config]);
  try {
    await until("the third comes in again", async () => (await titles(again.url)).length === 3);
    expect(await idsOf(other)).toEqual(ids);
  } finally {
    await again.stop();
  }
  await importedElsewhere(other);
});

/** What is exported and imported into a new database gives the same feeds. */
async function importedElsewhere({ config, folder: room }: Desk): Promise<void> {
  const feedsIn = async (environment: Record<string, string>): Promise<readonly string[]> => {
    const web = await startWebRole(["--config", config], { environment });
    return feedsOf(web.url).finally(web.stop);
  };
  const file = join(room, "desk.jsonl");
  const environment = { DATABASE_URL: join(room, "imported.db") };
  const exported = await runOffprint(["export", "--to", file, "--config", config]);
  expect(exported).toMatchObject({ code: 0, stderr: "" });
  const imported = await runOffprint(["import", file, "--config", config], { environment });
  expect(imported).toMatchObject({ code: 0, stderr: "" });
  expect(await feedsIn(environment)).toEqual(await feedsIn({}));
}

/** All feeds, byte for byte, with their validators. */
const feedsOf = (url: string): Promise<readonly string[]> =>
  Promise.all(
    ["rss", "atom", "json"].map(async (format) => {
      const response = await fetch(`${url}/feeds/all.${format}`);
      const validators = ["etag", "last-modified"].map((name) => response.headers.get(name));
      return [response.status, ...validators, await response.text()].join("\n");
    }),
  );

async function idsOf({ config }: Desk): Promise<ReadonlyMap<string, string>> {
  const listed = jsonLines<{ guid: string; id: string }>(
    await runOffprint(["articles", "--json", "--config", config]),
  );
  return new Map(listed.map(({ guid, id }) => [guid, id] as const).toSorted());
}

it("a disk that has no more room is told, and keeps nothing of the backup", async () => {
  const small = join(desk.folder, "small");
  const command = `ulimit -f 20000; exec "$@"`;
  const program = [process.execPath, LAUNCHER, "backup", "--config", desk.config, "--to", small];
  const child = spawn("sh", ["-c", command, "sh", ...program], {
    stdio: ["ignore", "pipe", "pipe"],
  });
  const errors: Buffer[] = [];
  child.stderr.on("data", (chunk: Buffer) => errors.push(chunk));
  const [code] = (await once(child, "close")) as [number | null];
  expect(Buffer.concat(errors).toString()).toMatch(
    /^offprint: no backup was made in \S+ \([^\n]+\n$/,
  );
  expect(code).toBe(1);
  expect(readdirSync(small)).toEqual([]);
});
