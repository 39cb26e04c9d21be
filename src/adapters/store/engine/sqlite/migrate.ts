import { randomUUID } from "node:crypto";
import type { Kysely } from "kysely";
import type { Instance } from "../../../../core/instance.ts";
import type { Tables } from "../../schema/tables.ts";
import type { StoreError } from "../engine.ts";
import { MIGRATION_NAMES } from "./migration-names.ts";
import { error, reason } from "./store-error.ts";

/** Brings the schema up to date. @returns why it cannot be; `null` when it is. */
export async function migrate(db: Kysely<Tables>, file: string): Promise<StoreError | null> {
  const applied = await appliedMigrations(db);
  const known: ReadonlySet<string> = new Set(MIGRATION_NAMES);
  const foreign = applied.find((name) => !known.has(name));
  if (foreign !== undefined) {
    return error(
      `${file} was written by a newer Offprint (${foreign}). Update Offprint, or restore a backup.`,
    );
  }
  const failure = applied.length < known.size ? await applyMigrations(db) : undefined;
  if (failure !== undefined)
    return error(
      `${file} cannot be brought up to date (${reason(failure)}). Nothing was changed: check free space, or restore a backup.`,
    );
  await nameInstance(db);
  return null;
}

async function appliedMigrations(db: Kysely<Tables>): Promise<readonly string[]> {
  const table = await db
    .selectFrom("sqlite_master" as never)
    .select("name" as never)
    .where("name" as never, "=", "kysely_migration" as never)
    .execute();
  if (table.length === 0) return [];
  const rows = await db
    .selectFrom("kysely_migration" as never)
    .select("name" as never)
    .execute();
  return (rows as { name: string }[]).map(({ name }) => name);
}

/** @returns why they could not all be applied; `undefined` when they were. */
async function applyMigrations(db: Kysely<Tables>): Promise<unknown> {
  const [{ Migrator }, { MIGRATIONS }] = await Promise.all([
    import("kysely/migration"),
    import("./migrations.ts"),
  ]);
  const provider = { getMigrations: async () => MIGRATIONS };
  return (await new Migrator({ db, provider }).migrateToLatest()).error;
}

/** Names the instance once and for ever: ids that we gave out depend on it. */
async function nameInstance(db: Kysely<Tables>): Promise<void> {
  const instance: Instance = { id: randomUUID(), createdAt: Date.now() };
  await db
    .insertInto("setting")
    .values({ name: "instance", value: JSON.stringify(instance) })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
