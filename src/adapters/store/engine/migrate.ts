import { randomUUID } from "node:crypto";
import type { Kysely } from "kysely";
import type { Migration } from "kysely/migration";
import type { Instance } from "../../../core/instance.ts";
import type { Tables } from "../schema/tables.ts";
import { refuseUnfinished } from "./copy-mark.ts";
import type { OpenOptions, StoreError } from "./engine.ts";
import { error } from "./store-error.ts";

/** The migrations of an engine. */
export type SchemaHistory = {
  /** In the order in which they are applied. */
  readonly names: readonly string[];
  /** Whether any was ever applied. */
  readonly isBegun: (db: Kysely<Tables>) => Promise<boolean>;
  /** What they do. Loaded only where one is missing. */
  readonly load: () => Promise<Readonly<Record<string, Migration>>>;
  /** Why they could not be applied, with the way out. Nothing was changed. */
  readonly refusal: (cause: unknown, label: string) => StoreError;
};

type MigrateOptions = Pick<OpenOptions, "mayBeUnfinished"> & {
  /** Of the database, for people. */
  readonly label: string;
};

/**
 * Brings the schema up to date.
 *
 * @returns why it cannot be; `null` when it is.
 */
export async function migrate(
  db: Kysely<Tables>,
  history: SchemaHistory,
  { label, mayBeUnfinished = false }: MigrateOptions,
): Promise<StoreError | null> {
  const applied = await appliedMigrations(db, history);
  const refused = refuseNewer(applied, history, label);
  if (refused !== null) return refused;
  const failure =
    applied.length < history.names.length ? await applyMigrations(db, history) : undefined;
  if (failure !== undefined) return history.refusal(failure, label);
  await nameInstance(db);
  return mayBeUnfinished ? null : refuseUnfinished(db, label);
}

/** Refuses a database with a migration that we do not know. */
export function refuseNewer(
  applied: readonly string[],
  { names }: Pick<SchemaHistory, "names">,
  label: string,
): StoreError | null {
  const known: ReadonlySet<string> = new Set(names);
  const foreign = applied.find((name) => !known.has(name));
  if (foreign === undefined) return null;
  return error(
    `${label} was written by a newer Offprint (${foreign}). Update Offprint, or restore a backup.`,
  );
}

/** Refuses a database for reading unless it has exactly our migrations: a connection that only reads cannot add any. */
export function refuseOtherSchema(
  applied: readonly string[],
  { names }: Pick<SchemaHistory, "names">,
  label: string,
): StoreError | null {
  const last = names.at(-1);
  if (applied.some((name) => name === last)) return refuseNewer(applied, { names }, label);
  return error(
    `${label} was written by an older Offprint. Run "offprint ingest" or start "offprint serve" once: they bring it up to date.`,
  );
}

export async function appliedMigrations(
  db: Kysely<Tables>,
  { isBegun }: Pick<SchemaHistory, "isBegun">,
): Promise<readonly string[]> {
  if (!(await isBegun(db))) return [];
  const rows = await db
    .selectFrom("kysely_migration" as never)
    .select("name" as never)
    .execute();
  return (rows as { name: string }[]).map(({ name }) => name);
}

/** @returns why they could not all be applied; `undefined` when they were. */
async function applyMigrations(
  db: Kysely<Tables>,
  { load }: Pick<SchemaHistory, "load">,
): Promise<unknown> {
  const { Migrator } = await import("kysely/migration");
  return (await new Migrator({ db, provider: { getMigrations: load } }).migrateToLatest()).error;
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
