import { join } from "node:path";
import type { Kysely } from "kysely";
import { expect } from "vitest";
import type { NamedDatabase, Numbering } from "../../../src/adapters/store/engine/engine.ts";
import { databaseAt, type EngineName } from "../../../src/adapters/store/engine/engines.ts";
import type { Tables } from "../../../src/adapters/store/schema/tables.ts";
import { databaseNamed } from "../../../src/core/settings/database-name.ts";
import { compareDesks } from "../../../src/service/copying/compare-desks.ts";
import { copyDesk } from "../../../src/service/copying/copy-desk.ts";
import type { CopyHearing } from "../../../src/service/copying/copy-hearing.ts";
import { emptyDatabase } from "../../support/postgres/databases.ts";
import { fillEveryTable, rowsOfEveryTable } from "../../support/rows-of-every-table.ts";
import { temporaryFolder } from "../../support/temporary-folder.ts";

/** Names of databases that do not exist, or are empty. */
export const NEW_DATABASE: Readonly<Record<EngineName, () => Promise<string>>> = {
  sqlite: async () => join(temporaryFolder(), "offprint.db"),
  postgres: emptyDatabase,
};

export const named = (name: string): NamedDatabase => databaseAt(databaseNamed(name));

/** Works on a database, which may be an unfinished copy. */
export async function within<T>(
  name: string,
  work: (db: Kysely<Tables>, numbering: Numbering) => Promise<T>,
): Promise<T> {
  const opened = await named(name).open({ mayBeUnfinished: true });
  if (!opened.ok) throw new Error(opened.error.message);
  try {
    return await work(opened.value.db, opened.value.numbering);
  } finally {
    await opened.value.close();
  }
}

/** A desk with rows in every table. It has given the numbers of its rows itself. */
export async function filledDesk(engine: EngineName): Promise<string> {
  const name = await NEW_DATABASE[engine]();
  await within(name, async (db, { goOnAfter }) => goOnAfter(await fillEveryTable(db)));
  return name;
}

export type Heard = CopyHearing & {
  readonly phases: string[];
  readonly differences: string[];
};

/** @param most rows after which copying is stopped. */
export function hearing(most = Number.POSITIVE_INFINITY): Heard {
  let rows = 0;
  const phases: string[] = [];
  const differences: string[] = [];
  return {
    phases,
    differences,
    onPhase: (phase) => void phases.push(phase),
    onRows(more) {
      rows += more;
    },
    onCopied: () => {},
    onCompared({ table, firstDifference }) {
      if (firstDifference !== null) differences.push(`${table} ${JSON.stringify(firstDifference)}`);
    },
    isStopped: () => phases.at(-1) === "copying" && rows >= most,
  };
}

export const copy = (from: string, to: string, heard = hearing(), isAnew = false) =>
  copyDesk({ from: databaseNamed(from), to: databaseNamed(to), isAnew }, heard);

export const compare = (from: string, to: string, heard = hearing()) =>
  compareDesks(databaseNamed(from), databaseNamed(to), heard);

/** A desk, and a copy of it that was interrupted. */
export async function interruptedCopy() {
  const source = await filledDesk("sqlite");
  const target = await NEW_DATABASE.sqlite();
  await copy(source, target, hearing(1500));
  return { source, target };
}

/** What is the desk's: all rows but those that belong to the database, without leases. */
export async function deskRows(name: string): Promise<ReadonlyMap<string, readonly string[]>> {
  const tables = [...(await within(name, rowsOfEveryTable))].filter(([table]) => table !== "lease");
  return new Map(
    tables.map(([table, rows]) => [
      table,
      rows
        .filter((row) => table !== "counter" || !row.includes('["name","write"]'))
        .map((row) => row.replace(/\["lease_(until|holder)",\d+\]/g, '["lease_$1",null]')),
    ]),
  );
}

/** The answer of a copy that is refused. */
export const refusal = (text: string | RegExp) => ({
  ok: false,
  error: typeof text === "string" ? expect.stringContaining(text) : expect.stringMatching(text),
});

export async function expectUnusable(name: string): Promise<void> {
  const error = { message: expect.stringContaining("is the copy of a desk, and not finished") };
  expect(await named(name).open()).toMatchObject({ error });
  expect(await named(name).openReadOnly()).toMatchObject({ error });
}
