import { join } from "node:path";
import Database from "better-sqlite3";
import { expect, it, onTestFinished, vi } from "vitest";
import { createPublicationLog } from "../../../src/adapters/store/publishing/publications.ts";
import type { Config } from "../../../src/config/config.ts";
import { databaseNamed } from "../../../src/core/settings/database-name.ts";
import { publishAlone } from "../../../src/service/web/publish-alone.ts";
import { openNew } from "../../adapters/store/open-store.ts";
import { aFeed, aSite } from "../../support/entries.ts";
import { temporaryFolder } from "../../support/temporary-folder.ts";
import { until } from "../../support/until.ts";

// A thread starts here, on machines that do much else.
vi.setConfig({ testTimeout: 120_000 });

const LOG = { info: () => {}, warn: () => {}, error: () => {} };

/** A lone web process with a turn of publishing under way, which waits for the transaction of `writer`. */
async function aTurnUnderWay() {
  const file = join(temporaryFolder(), "offprint.db");
  const { db, dataVersion } = await openNew(file);
  const writer = new Database(file);
  onTestFinished(() => void writer.close());
  let looks = 0;
  const config = {
    database: databaseNamed(file),
    site: aSite(),
    feeds: [aFeed()],
  } as unknown as Config;
  const look = (): Promise<number> => {
    looks += 1;
    return dataVersion();
  };
  const { stop } = publishAlone(() => config, { db, dataVersion: look }, LOG);
  onTestFinished(stop);
  // In the second turn the thread is there already, and the database is checked.
  await until("the first turn is over", () => isFree(writer));
  writer.exec("UPDATE lease SET lease_until = 0");
  writer.exec("UPDATE counter SET value = value + 1000 WHERE name = 'revision'");
  writer.exec("BEGIN IMMEDIATE");
  const before = looks;
  await until("the second turn has begun", () => looks > before);
  return { stop, writer, lastTurn: createPublicationLog(db).lastTurn };
}

const isFree = (writer: Database.Database): boolean =>
  writer.prepare("SELECT lease_until <= unixepoch('subsec') * 1000 FROM lease").pluck().get() === 1;

/** Grows whenever the lease changes hands. */
const tokenOf = (writer: Database.Database): number =>
  writer.prepare("SELECT lease_token FROM lease").pluck().get() as number;

it("a turn under way ends when it is stopped, and gives the lease back", async () => {
  const { stop, writer, lastTurn } = await aTurnUnderWay();
  const [token, turn] = [tokenOf(writer), await lastTurn()];
  const stopped = stop();
  writer.exec("COMMIT");
  await stopped;
  expect([tokenOf(writer), isFree(writer)]).toEqual([token + 2, true]);
  expect(await lastTurn()).not.toBe(turn);
});

it("a turn that cannot end is cut off after two seconds", async () => {
  const { stop, writer, lastTurn } = await aTurnUnderWay();
  const [token, turn] = [tokenOf(writer), await lastTurn()];
  const begun = performance.now();
  await Promise.all([stop(), stop()]);
  const tookMs = performance.now() - begun;
  expect(tookMs).toBeGreaterThan(1_900);
  expect(tookMs).toBeLessThan(4_000);
  writer.exec("COMMIT");
  expect([tokenOf(writer), await lastTurn()]).toEqual([token, turn]);
});
