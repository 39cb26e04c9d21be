import { existsSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";
import { sql } from "kysely";
import { expect, it, vi } from "vitest";
import { createLeases } from "../../../src/adapters/store/queues/leases.ts";
import { PUBLISHER } from "../../../src/core/entries/publication.ts";
import { holdDatabase } from "../../../src/service/copying/held-database.ts";
import { rowsOfEveryTable } from "../../support/rows-of-every-table.ts";
import { temporaryFolder } from "../../support/temporary-folder.ts";
import { copy, filledDesk, hearing, NEW_DATABASE, named, refusal, within } from "./copies.ts";

vi.setConfig({ testTimeout: 60_000 });

it("a target that is not empty, which stays as it is", async () => {
  const source = await filledDesk("sqlite");
  const target = await filledDesk("postgres");
  // A lease and a count of writes are of the database.
  const rows = async () =>
    [...(await within(target, rowsOfEveryTable))].filter(
      ([table]) => !/^(lease|counter)$/.test(table),
    );
  const before = await rows();
  const told = refusal(
    /is not empty: it has rows in "configuration"\. Name a database without tables/,
  );
  expect(await copy(source, target)).toEqual(told);
  expect(await copy(source, target, hearing(), true)).toEqual(told);
  expect(await rows()).toEqual(before);
});

it("a source that is its own target, also under another name", async () => {
  const source = await filledDesk("sqlite");
  expect(await copy(source, source)).toEqual(refusal("is both source and target"));
  const link = join(temporaryFolder(), "link.db");
  symlinkSync(source, link);
  expect(await copy(source, link)).toEqual(refusal(/link\.db is the same desk/));
});

it("a source that does not exist", async () => {
  const target = await NEW_DATABASE.sqlite();
  expect(await copy(await NEW_DATABASE.sqlite(), target)).toEqual(refusal("there is no database"));
  expect(existsSync(target)).toBe(false);
});

it.each(["source", "target"])("a %s for which a process takes in articles", async (which) => {
  const names = [await filledDesk("sqlite"), await NEW_DATABASE.postgres()] as const;
  const used = named(which === "source" ? names[0] : names[1]);
  const lock = await used.enterIngest({ name: "process 12 on here", kind: "service" });
  expect(await copy(...names)).toEqual(
    refusal(`process 12 on here takes in articles for ${used.label}. Stop it first`),
  );
  if (lock.ok) await lock.value.release();
  expect(await copy(...names)).toMatchObject({ value: { kind: "equal" } });
});

it("a database that another process publishes from, unless its lease ends meanwhile", async () => {
  const name = await filledDesk("sqlite");
  const hold = (patienceMs: number) =>
    within(name, async (db) => {
      const held = await holdDatabase(named(name), { db }, patienceMs);
      if (held.ok) await held.value.release();
      return held;
    });
  const take = (forMs: number) =>
    within(name, (db) => createLeases(db).take(PUBLISHER, "process 7", forMs));
  await take(1000);
  expect(await hold(100)).toEqual(refusal("another process publishes from"));
  expect(await hold(10_000)).toMatchObject({ ok: true });
});

it("a source of a newer, and one of an older Offprint, which stay as they are", async () => {
  const source = await filledDesk("sqlite");
  const target = await NEW_DATABASE.sqlite();
  await within(source, (db) =>
    sql`INSERT INTO kysely_migration VALUES ('9999-later', '')`.execute(db),
  );
  expect(await copy(source, target)).toEqual(refusal("written by a newer Offprint (9999-later)"));
  const file = new Database(source);
  file.exec("DELETE FROM kysely_migration WHERE name >= '0030'");
  file.close();
  expect(await copy(source, target)).toEqual(refusal("was written by an older Offprint"));
  expect(existsSync(target)).toBe(false);
});

it("an address where nobody answers, without telling its password", async () => {
  const source = await filledDesk("sqlite");
  const told = await copy(source, "postgres://me:only-for-the-server@127.0.0.1:1/desk");
  expect(told).toEqual(refusal("me@127.0.0.1:1/desk cannot be used: nobody answers there"));
  expect(JSON.stringify(told)).not.toContain("only-for-the-server");
});

it("a target that its user may not write to", async () => {
  const source = await filledDesk("sqlite");
  const target = join(temporaryFolder(), "no-folder", "offprint.db");
  expect(await copy(source, target)).toEqual(refusal(/cannot be opened .* Check that the folder/));
});
