import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readdirSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { within } from "../service/copying/copies.ts";
import { type Desk, layDesk } from "../support/desk.ts";
import { LAUNCHER, type Run, runOffprint } from "../support/offprint.ts";
import { rssFeed, sampleItem } from "../support/sample-feed.ts";

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
