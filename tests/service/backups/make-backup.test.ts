import { readdirSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { sql } from "kysely";
import { expect, it } from "vitest";
import { createPublishStore } from "../../../src/adapters/store/publishing/publish-store.ts";
import { backupName } from "../../../src/core/backups/backup-name.ts";
import { databaseNamed } from "../../../src/core/settings/database-name.ts";
import { makeBackup } from "../../../src/service/backups/make-backup.ts";
import { HOUR } from "../../support/builders.ts";
import { damage } from "../../support/damage.ts";
import { rowsOfEveryTable } from "../../support/rows-of-every-table.ts";
import { temporaryFolder } from "../../support/temporary-folder.ts";
import { writeAllTheTime } from "../../support/write-all-the-time.ts";
import { filledDesk, within } from "../copying/copies.ts";

const NOON = Date.UTC(2026, 1, 17, 12);

type Request = Partial<Parameters<typeof makeBackup>[1]>;

const backUp = (database: string, folder: string, over: Request = {}) =>
  makeBackup(databaseNamed(database), {
    folder,
    isByHand: true,
    now: NOON,
    onPages: () => {},
    isStopped: () => false,
    ...over,
  });

it("makes one private file with every row, and nothing beside it", async () => {
  const [database, folder] = [await filledDesk("sqlite"), join(temporaryFolder(), "backups")];
  const made = await backUp(database, folder);
  if (!made.ok || made.value === null) throw new Error("no backup");
  const { name, bytes, rows } = made.value;

  expect(name).toMatch(/^offprint-[0-9a-f]{8}-20260217T120000Z-by-hand\.db$/);
  expect(readdirSync(folder)).toEqual([name]);
  const file = join(folder, name);
  expect([statSync(file).mode & 0o777, statSync(folder).mode & 0o777]).toEqual([0o600, 0o700]);
  expect(statSync(file).size).toBe(bytes);
  const all = await within(database, rowsOfEveryTable);
  const sum = [...all.values()].reduce((total, { length }) => total + length, 0);
  expect(rows).toBeGreaterThan(sum); // and those of the migrations
  expect(await within(file, rowsOfEveryTable)).toEqual(all);
});

it("is of one moment, and ends, while another process writes all the time", async () => {
  const [database, folder] = [await filledDesk("sqlite"), temporaryFolder()];
  const stop = await writeAllTheTime(database);
  const pages: number[] = [];
  try {
    const made = await backUp(database, folder, { onPages: (done) => void pages.push(done) });
    expect(made).toMatchObject({ ok: true, value: { name: expect.any(String) } });
    expect(pages).toEqual(pages.toSorted((a, b) => a - b));
    const [name = ""] = readdirSync(folder);
    const [copied, now] = [await written(join(folder, name)), await written(database)];
    expect(copied.rows).toBe(copied.noted);
    expect(copied.rows).toBeGreaterThan(0);
    expect(now.rows).toBeGreaterThan(copied.rows);
  } finally {
    await stop();
  }
});

/** How many rows the other process wrote, and how many it says. */
const written = (database: string) =>
  within(database, async (db) => {
    const { rows } = await sql<{ rows: number; noted: number }>`
      SELECT (SELECT count(*) FROM setting WHERE name LIKE 'written %') AS rows,
        (SELECT value FROM counter WHERE name = 'written') AS noted`.execute(db);
    return { rows: rows[0]?.rows ?? 0, noted: rows[0]?.noted ?? -1 };
  });

it("leaves nothing when it is stopped", async () => {
  const [database, folder] = [await filledDesk("sqlite"), temporaryFolder()];
  expect(await backUp(database, folder, { isStopped: () => true })).toEqual({
    ok: true,
    value: null,
  });
  expect(readdirSync(folder)).toEqual([]);
});

it("refuses a damaged database, and leaves no backup of it", async () => {
  const [database, folder] = [await filledDesk("sqlite"), temporaryFolder()];
  damage(database);
  expect(await backUp(database, folder)).toEqual({
    ok: false,
    error: expect.stringMatching(/damaged|not what was copied/),
  });
  expect(readdirSync(folder)).toEqual([]);
});

it.each([
  ["by the schedule", false, NOON, true],
  ["by the schedule, as a command sees it", false, NOON, false],
  ["by hand a moment ago", true, NOON - HOUR, true],
  ["by hand two days ago", true, NOON - 48 * HOUR, true],
])("removes what a backup left that was killed: %s", async (_, isByHand, at, isSchedule) => {
  const [database, folder] = [await filledDesk("sqlite"), temporaryFolder()];
  const { id: desk } = await within(database, (db) => createPublishStore(db).instance());
  const left = `.${backupName({ desk, at, isByHand })}.unfinished`;
  const foreign = `.${backupName({ desk: "00000000", at: 0, isByHand })}.unfinished`;
  for (const name of [left, `${left}-journal`, foreign]) writeFileSync(join(folder, name), "");
  await backUp(database, folder, { isByHand: !isSchedule, now: NOON + HOUR });
  const isGone = isByHand ? at < NOON - 24 * HOUR : isSchedule;
  expect(readdirSync(folder).filter((name) => name.startsWith("."))).toEqual(
    [foreign, ...(isGone ? [] : [left, `${left}-journal`])].toSorted(),
  );
});

it("says which folder it cannot write", async () => {
  const [database, folder] = [await filledDesk("sqlite"), join(temporaryFolder(), "file")];
  writeFileSync(folder, "");
  expect(await backUp(database, folder)).toEqual({
    ok: false,
    error: expect.stringMatching(/^no backup was made in \S+file \((?:EEXIST|ENOTDIR)\)/),
  });
});

it("never writes over a backup", async () => {
  const [database, folder] = [await filledDesk("sqlite"), temporaryFolder()];
  await backUp(database, folder);
  const [name = ""] = readdirSync(folder);
  const before = statSync(join(folder, name));
  expect(await backUp(database, folder)).toEqual({
    ok: false,
    error: expect.stringMatching(/is there already$/),
  });
  expect(readdirSync(folder)).toEqual([name]);
  expect(statSync(join(folder, name)).ino).toBe(before.ino);
});
