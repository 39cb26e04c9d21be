import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";
import { type Kysely, sql } from "kysely";
import { describe, expect, it, onTestFinished } from "vitest";
import { lockIngest } from "../../../../../src/adapters/store/engine/sqlite/ingest-lock.ts";
import {
  openDatabase,
  openReadOnly,
} from "../../../../../src/adapters/store/engine/sqlite/open-database.ts";
import { createPublishStore } from "../../../../../src/adapters/store/publishing/publish-store.ts";
import type { Tables } from "../../../../../src/adapters/store/schema/tables.ts";
import { temporaryFolder } from "../../../../support/temporary-folder.ts";
import { openFile } from "../../open-store.ts";

const newFile = (): string => join(temporaryFolder(), "offprint.db");

const raise = (db: Kysely<Tables>) => db.updateTable("counter").set({ value: 1 }).execute();

async function refusalOf(file: string): Promise<string> {
  const opened = await openDatabase(file);
  if (opened.ok) {
    await opened.value.close();
    throw new Error("it was opened");
  }
  return opened.error.message;
}

describe("openDatabase", () => {
  it("sets what its promises rest on", async () => {
    const { db } = await openFile(newFile());
    const setting = async (name: string) =>
      Object.values((await sql<object>`${sql.raw(`PRAGMA ${name}`)}`.execute(db)).rows[0] ?? {})[0];
    expect(await setting("journal_mode")).toBe("wal");
    expect(await setting("synchronous")).toBe(2);
    expect(await setting("foreign_keys")).toBe(1);
  });

  it("makes none in the place of one that is gone while somebody ingests into it", async () => {
    const file = newFile();
    const lock = lockIngest(file, { name: "a service", kind: "service" });
    if (!lock.ok) throw new Error("it is locked");
    onTestFinished(() => lock.value.release());
    expect(await refusalOf(file)).toMatch(/is gone, and a running service still uses it/);
    expect(existsSync(file)).toBe(false);
  });

  it("makes files that only their owner reads, and leaves the mode of one that is there", async () => {
    const file = newFile();
    const modeOf = (path: string): number => statSync(path).mode & 0o777;
    const { db } = await openFile(file);
    await db.insertInto("setting").values({ name: "a", value: "b" }).execute();
    expect([file, `${file}-wal`, `${file}-shm`].map(modeOf)).toEqual([0o600, 0o600, 0o600]);

    const shared = newFile();
    writeFileSync(shared, "", { mode: 0o640 });
    await openFile(shared);
    expect(modeOf(shared)).toBe(0o640);
  });

  it("refuses a row that refers to nothing", async () => {
    const { db } = await openFile(newFile());
    const row = { source_id: "nobody", name: "a", bytes: 1, changed_at: 1 };
    await expect(db.insertInto("source_file").values(row).execute()).rejects.toThrow(/FOREIGN KEY/);
  });

  it("opens its own database again, with what it holds", async () => {
    const file = newFile();
    const first = await openDatabase(file);
    if (!first.ok) throw new Error(first.error.message);
    const instance = await createPublishStore(first.value.db).instance();
    await first.value.close();
    const { db } = await openFile(file);
    expect(await createPublishStore(db).instance()).toEqual(instance);
  });

  it("begins a transaction with the lock on writing", async () => {
    const file = newFile();
    const { db } = await openFile(file);
    const other = new Database(file, { timeout: 0 });
    onTestFinished(() => void other.close());
    await db.transaction().execute(async (trx) => {
      await trx.selectFrom("counter").selectAll().execute();
      expect(() => other.exec("UPDATE counter SET value = 1")).toThrow(/locked/);
    });
    other.exec("UPDATE counter SET value = 1");
  });

  it.each([
    ["a statement", (db: Kysely<Tables>) => raise(db)],
    ["a transaction", (db: Kysely<Tables>) => db.transaction().execute((trx) => raise(trx))],
  ])("lets others have their turn while %s waits for who writes", async (_what, write) => {
    const file = newFile();
    const { db } = await openFile(file);
    const other = new Database(file, { timeout: 0 });
    onTestFinished(() => void other.close());
    other.exec("BEGIN IMMEDIATE");
    const writing = write(db);
    // Were the thread kept, this would come when the write has failed.
    setTimeout(() => other.exec("COMMIT"), 50);
    await writing;
    expect(other.prepare("SELECT value FROM counter").pluck().get()).toBe(1);
  });

  it("sees by its data version that another connection wrote", async () => {
    const file = newFile();
    const [one, other] = [await openFile(file), await openFile(file)];
    const before = await one.dataVersion();
    await other.db.updateTable("counter").set({ value: 7 }).execute();
    expect(await one.dataVersion()).not.toBe(before);
  });

  // The system lists locks there; the rule is the same elsewhere.
  it.runIf(existsSync("/proc/locks"))(
    "keeps the locks of this process when it is opened once more",
    async () => {
      const file = newFile();
      await openFile(file);
      const locks = (): number => {
        const { ino } = statSync(file);
        const held = readFileSync("/proc/locks", "utf8").split("\n");
        return held.filter((line) => line.includes(` ${process.pid} `) && line.includes(`:${ino} `))
          .length;
      };
      expect(locks()).toBeGreaterThan(0);
      const before = locks();
      const again = await openDatabase(file, { isChecked: true });
      const reader = openReadOnly(file);
      if (!again.ok || !reader.ok) throw new Error("it could not be opened");
      expect(locks()).toBe(before);
      await again.value.close();
      await reader.value.close();
      expect(locks()).toBe(before);
    },
  );

  it("refuses a database of another program and leaves it as it was", async () => {
    const file = newFile();
    new Database(file).exec("CREATE TABLE theirs (x)").close();
    const before = readFileSync(file);
    expect(await refusalOf(file)).toMatch(/another program.*Set "database"/);
    expect(readFileSync(file).equals(before)).toBe(true);
  });

  it("refuses a file that is no database and leaves it as it was", async () => {
    const file = newFile();
    writeFileSync(file, "Dear diary, today I learned nothing.");
    expect(await refusalOf(file)).toMatch(/not a SQLite database/);
    expect(readFileSync(file, "utf8")).toBe("Dear diary, today I learned nothing.");
  });

  it("refuses a damaged database and says how to go on", async () => {
    const file = newFile();
    const opened = await openDatabase(file);
    if (!opened.ok) throw new Error(opened.error.message);
    await opened.value.close();
    const bytes = readFileSync(file);
    bytes.fill(0xee, 16_384, 16_384 * 6);
    writeFileSync(file, bytes);
    expect(await refusalOf(file)).toMatch(/is damaged .*restore a backup/);
    expect(readFileSync(file).equals(bytes)).toBe(true);
  });

  it("finds damage that no first look finds only where it is not left to others to check", async () => {
    const file = newFile();
    const opened = await openDatabase(file);
    if (!opened.ok) throw new Error(opened.error.message);
    await opened.value.close();
    const bytes = readFileSync(file);
    writeFileSync(file, bytes.fill(0xee, bytes.length - 16_384));
    const unchecked = await openDatabase(file, { isChecked: true, mustExist: false });
    if (!unchecked.ok) throw new Error(unchecked.error.message);
    await unchecked.value.close();
    expect(await openDatabase(file, { mustExist: true })).toMatchObject({
      error: { message: expect.stringMatching(/is damaged/) },
    });
  });

  it.each([{ mustExist: true }, { isChecked: true }])("makes none with %o", async (options) => {
    const file = newFile();
    expect(await openDatabase(file, options)).toMatchObject({ ok: false });
    expect(existsSync(file)).toBe(false);
  });

  it("refuses a file that begins like a database and ends there", async () => {
    const file = newFile();
    writeFileSync(file, Buffer.concat([Buffer.from("SQLite format 3\0"), Buffer.alloc(200, 7)]));
    expect(await refusalOf(file)).toContain(file);
  });

  it("refuses the schema of a newer Offprint", async () => {
    const file = newFile();
    const opened = await openDatabase(file);
    if (!opened.ok) throw new Error(opened.error.message);
    await sql`INSERT INTO kysely_migration VALUES ('9999-later', '2030')`.execute(opened.value.db);
    await opened.value.close();
    expect(await refusalOf(file)).toMatch(/newer Offprint \(9999-later\)/);
    expect(openReadOnly(file)).toMatchObject({
      error: { message: expect.stringMatching(/newer Offprint/) },
    });
  });

  it.each([
    ["a folder that does not exist", (folder: string) => join(folder, "no", "offprint.db")],
    [
      "a path below a file",
      (folder: string) => {
        writeFileSync(join(folder, "file"), "");
        return join(folder, "file", "offprint.db");
      },
    ],
    [
      "a folder in its place",
      (folder: string) => {
        mkdirSync(join(folder, "offprint.db"));
        return join(folder, "offprint.db");
      },
    ],
  ])("refuses %s in words", async (_what, place) => {
    const file = place(temporaryFolder());
    expect(await refusalOf(file)).toMatch(new RegExp(`^${file} cannot be`));
  });
});

describe("openReadOnly", () => {
  it("reads and cannot write", async () => {
    const file = newFile();
    await openFile(file);
    const opened = openReadOnly(file);
    if (!opened.ok) throw new Error(opened.error.message);
    onTestFinished(opened.value.close);
    const { db } = opened.value;
    expect(await createPublishStore(db).revision()).toBe(0);
    const write = db.updateTable("counter").set({ value: 1 }).execute();
    await expect(write).rejects.toThrow(/readonly/);
  });

  it("makes no database where there is none", () => {
    expect(openReadOnly(newFile())).toMatchObject({ ok: false });
  });

  it("refuses a database of another program", () => {
    const file = newFile();
    new Database(file).exec("CREATE TABLE theirs (x)").close();
    expect(openReadOnly(file)).toMatchObject({
      ok: false,
      error: { message: expect.stringContaining("another program") },
    });
  });

  it("refuses a database that an older Offprint wrote, and says what brings it up to date", async () => {
    const file = newFile();
    await (await openFile(file)).close();
    new Database(file).exec("DELETE FROM kysely_migration WHERE name > '0001-z'").close();
    expect(openReadOnly(file)).toMatchObject({
      ok: false,
      error: { message: expect.stringMatching(/older Offprint.*offprint ingest/) },
    });
  });
});
