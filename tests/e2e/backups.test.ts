import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, expect, it, onTestFinished, vi } from "vitest";
import { within } from "../service/copying/copies.ts";
import { type Desk, layDesk } from "../support/desk.ts";
import { LAUNCHER, type Run, runOffprint, startOffprint } from "../support/offprint.ts";
import { statusOf } from "../support/read-service.ts";
import { rssFeed, sampleItem } from "../support/sample-feed.ts";
import { until } from "../support/until.ts";

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
    expect(reason).toMatch(/^Backups fail since \S+: older backups in by schedule is no folder/);
    expect(reason).not.toContain(desk.folder);
  } finally {
    await service.stop();
  }
  expect(readdirSync(place).filter((name) => name.startsWith("."))).toEqual([]);
});

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
