import {
  chownSync,
  copyFileSync,
  existsSync,
  linkSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { basename, dirname, join } from "node:path";
import { sql } from "kysely";
import { describe, expect, it } from "vitest";
import { databaseNamed } from "../../../src/core/settings/database-name.ts";
import { makeBackup } from "../../../src/service/backups/make-backup.ts";
import { restoreBackup } from "../../../src/service/backups/restore-backup.ts";
import { damage } from "../../support/damage.ts";
import { rowsOfEveryTable } from "../../support/rows-of-every-table.ts";
import { temporaryFolder } from "../../support/temporary-folder.ts";
import { writeAllTheTime } from "../../support/write-all-the-time.ts";
import { filledDesk, named, within } from "../copying/copies.ts";

const NOON = Date.UTC(2026, 1, 17, 12);
const HEARER = { onPages: () => {}, isStopped: () => false };

async function backUp(database: string): Promise<string> {
  const folder = temporaryFolder();
  const request = { ...HEARER, folder, isByHand: true, now: NOON };
  const made = await makeBackup(databaseNamed(database), request);
  if (!made.ok || made.value === null) throw new Error("no backup");
  return join(folder, made.value.name);
}

const restore = (database: string, from: string, over: object = {}) =>
  restoreBackup(databaseNamed(database), { ...HEARER, from, now: NOON, ...over });

const addRow = (database: string): Promise<void> =>
  within(database, async (db) => {
    await db.insertInto("setting").values({ name: "later", value: "1" }).execute();
  });

/** The files beside a database that are not of its lock and its reserve. */
const filesBeside = (database: string): readonly string[] =>
  readdirSync(dirname(database)).filter((name) => !/-(?:ingest-lock|reserve)/.test(name));

/** Without logs, which a reader leaves. */
const databasesBeside = (database: string): readonly string[] =>
  filesBeside(database).filter((name) => !/-(?:wal|shm)$/.test(name));

const FORMER = "offprint.db-before-20260217T120000Z";

describe("a backup that is restored", () => {
  it("has every row of then; the former database stays, with what came later", async () => {
    const database = await filledDesk("sqlite");
    const then = await within(database, rowsOfEveryTable);
    const from = await backUp(database);
    await addRow(database);
    const later = await within(database, rowsOfEveryTable);

    expect(await restore(database, from)).toMatchObject({
      ok: true,
      value: { aside: join(dirname(database), FORMER), rows: expect.any(Number) },
    });
    expect(await within(database, rowsOfEveryTable)).toEqual(then);
    expect(await within(join(dirname(database), FORMER), rowsOfEveryTable)).toEqual(later);
    expect(filesBeside(database).toSorted()).toEqual(["offprint.db", FORMER]);
    expect(existsSync(from)).toBe(true);
  });

  it("is what was backed up while another process wrote all the time", async () => {
    const database = await filledDesk("sqlite");
    const stop = await writeAllTheTime(database);
    const from = await backUp(database);
    await stop();
    const backedUp = await within(from, rowsOfEveryTable);
    expect(await restore(database, from)).toMatchObject({ ok: true });
    expect(await within(database, rowsOfEveryTable)).toEqual(backedUp);
  });

  it.skipIf(process.getuid?.() !== 0)(
    "is of the user whose database it was, or whose folder it is in, when root restores it",
    async () => {
      const database = await filledDesk("sqlite");
      const from = await backUp(database);
      for (const path of [database, dirname(database)]) chownSync(path, 65_534, 65_534);
      expect(await restore(database, from)).toMatchObject({ ok: true });
      expect(statSync(database)).toMatchObject({ uid: 65_534, gid: 65_534 });
      rmSync(database);
      expect(await restore(database, from, { now: NOON + 1000 })).toMatchObject({ ok: true });
      expect(statSync(database)).toMatchObject({ uid: 65_534, gid: 65_534 });
    },
  );

  it("takes the place of a database that is gone, and of one that is damaged with its log", async () => {
    const database = await filledDesk("sqlite");
    const then = await within(database, rowsOfEveryTable);
    const from = await backUp(database);
    rmSync(database);
    expect(await restore(database, from)).toMatchObject({ ok: true, value: { aside: null } });
    expect(await within(database, rowsOfEveryTable)).toEqual(then);

    damage(database);
    writeFileSync(database, Buffer.concat([Buffer.alloc(100, 7), readFileSync(database)]));
    writeFileSync(`${database}-wal`, "a log of before");
    expect(await restore(database, from)).toMatchObject({ ok: true });
    expect(await within(database, rowsOfEveryTable)).toEqual(then);
    expect(databasesBeside(database).toSorted()).toEqual(["offprint.db", FORMER]);
  });

  it("is not touched when it is older: the database is brought up to date at the next start", async () => {
    const database = await filledDesk("sqlite");
    const from = await backUp(database);
    await within(from, (db) =>
      sql`DELETE FROM kysely_migration WHERE name = (SELECT max(name) FROM kysely_migration)`.execute(
        db,
      ),
    );
    expect(await restore(database, from)).toMatchObject({ ok: true });
  });
});

describe("a backup that is refused leaves the database as it was", () => {
  async function refused(spoil: (from: string, database: string) => unknown): Promise<string> {
    const database = await filledDesk("sqlite");
    const from = await backUp(database);
    const before = await within(database, rowsOfEveryTable);
    await spoil(from, database);
    const done = await restore(database, from);
    expect(await within(database, rowsOfEveryTable)).toEqual(before);
    expect(databasesBeside(database)).toEqual([basename(database)]);
    return done.ok ? "it was restored" : done.error;
  }

  it.each<[string, (from: string) => unknown, RegExp]>([
    ["damaged", damage, /is damaged/],
    [
      "cut off",
      (from) => writeFileSync(from, readFileSync(from).subarray(0, 40_000)),
      /is damaged/,
    ],
    ["no database", (from) => writeFileSync(from, "text"), /is no SQLite database/],
    ["missing", (from) => rmSync(from), /there is no file/],
    [
      "of another program",
      (from) => within(from, (db) => sql`PRAGMA application_id = 1`.execute(db)),
      /is no database of Offprint/,
    ],
    [
      "newer",
      (from) =>
        within(from, (db) =>
          sql`INSERT INTO kysely_migration (name, timestamp) VALUES ('9999-later', '')`.execute(db),
        ),
      /newer Offprint/,
    ],
  ])("%s", async (_, spoil, error) => {
    expect(await refused(spoil)).toMatch(error);
  });

  it("the database itself, also under another name", async () => {
    const database = await filledDesk("sqlite");
    expect(await restore(database, database)).toMatchObject({ ok: false, error: /itself/ });
  });
});

it("a stopped one leaves the database as it was", async () => {
  const database = await filledDesk("sqlite");
  const from = await backUp(database);
  expect(await restore(database, from, { isStopped: () => true })).toEqual({
    ok: true,
    value: null,
  });
  expect(databasesBeside(database)).toEqual([basename(database)]);
});

it("refuses while a process takes in articles, and while one reads", async () => {
  const database = await filledDesk("sqlite");
  const from = await backUp(database);
  const place = await named(database).enterIngest({ name: "process 7 on desk", kind: "service" });
  if (!place.ok) throw new Error("no place");
  expect(await restore(database, from)).toMatchObject({
    ok: false,
    error: expect.stringMatching(/^process 7 on desk takes in articles/),
  });
  await place.value.release();

  const opened = await named(database).openReadOnly();
  if (!opened.ok) throw new Error(opened.error.message);
  await opened.value.db.selectFrom("setting").selectAll().execute();
  expect(await restore(database, from)).toMatchObject({
    ok: false,
    error: expect.stringMatching(/^another process uses \S+offprint\.db\. Stop every service/),
  });
  await opened.value.close();
  expect(databasesBeside(database)).toEqual([basename(database)]);
  expect(await restore(database, from)).toMatchObject({ ok: true });
});

it("goes over what a restore left that was killed after it had named the former database", async () => {
  const database = await filledDesk("sqlite");
  const from = await backUp(database);
  const then = await within(database, rowsOfEveryTable);
  copyFileSync(from, `${database}-restoring`);
  linkSync(database, join(dirname(database), FORMER));
  expect(await restore(database, from, { now: NOON + 1000 })).toMatchObject({ ok: true });
  expect(await within(database, rowsOfEveryTable)).toEqual(then);
  expect(existsSync(`${database}-restoring`)).toBe(false);
});
