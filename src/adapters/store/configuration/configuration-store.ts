import { type Kysely, sql, type Transaction } from "kysely";
import {
  CONFIGURATION_OWNER,
  type ConfigurationStore,
  type ConfigurationWriter,
  type SharedConfiguration,
  type StoredConfiguration,
} from "../../../core/settings/shared-configuration.ts";
import { databaseNow, greatest } from "../engine/functions.ts";
import { requireLease } from "../queues/leases.ts";
import type { Tables } from "../schema/tables.ts";

/** The table has one row. */
const ONLY = 1;

export function createConfigurationStore(db: Kysely<Tables>): ConfigurationStore {
  return {
    current: () => current(db),
    load: () =>
      db
        .transaction()
        .setAccessMode("read only")
        .execute(async (trx) => {
          const stored = await current(trx);
          if (stored === null) return null;
          const rows = await trx.selectFrom("configuration_file").selectAll().execute();
          return { ...stored, files: new Map(rows.map(({ path, bytes }) => [path, bytes])) };
        }),
    write: (lease, next, writer) =>
      db.transaction().execute(async (trx) => {
        await requireLease(trx, lease);
        await write(trx, next, writer);
      }),
    seize: (holder, next, writer) =>
      db.transaction().execute(async (trx) => {
        await endLease(trx, holder);
        await write(trx, next, writer);
      }),
  };
}

const idleTime = greatest(0, sql<number>`${databaseNow} - coalesce(lease.lease_until, 0)`);

async function current(db: Kysely<Tables>): Promise<StoredConfiguration | null> {
  const row = await db
    .selectFrom("configuration")
    .leftJoin("lease", (on) => on.on("lease.name", "=", CONFIGURATION_OWNER))
    .selectAll("configuration")
    .select(["lease.holder", "lease.lease_until", idleTime.as("idle_ms")])
    .executeTakeFirst();
  if (row === undefined) return null;
  return {
    revision: row.revision,
    hash: row.hash,
    file: row.file,
    siteUrl: row.site_url,
    writtenBy: row.written_by,
    writtenAt: row.written_at,
    program: row.program,
    owner: {
      holder: row.holder ?? row.written_by,
      idleMs: row.idle_ms,
      until: row.lease_until ?? 0,
    },
  };
}

async function write(
  trx: Transaction<Tables>,
  { file, siteUrl, files, hash }: SharedConfiguration,
  { node, program }: ConfigurationWriter,
): Promise<void> {
  const stored = await current(trx);
  const isStored = stored?.hash === hash && stored.file === file && stored.siteUrl === siteUrl;
  if (isStored) return;
  const row = { hash, file, site_url: siteUrl, written_by: node, written_at: databaseNow, program };
  await trx
    .insertInto("configuration")
    .values({ id: ONLY, revision: 1, ...row })
    .onConflict((conflict) =>
      conflict
        .column("id")
        .doUpdateSet({ revision: sql<number>`configuration.revision + 1`, ...row }),
    )
    .execute();
  await trx.deleteFrom("configuration_file").execute();
  for (const [path, bytes] of files) {
    await trx.insertInto("configuration_file").values({ path, bytes }).execute();
  }
}

/** What its holder still writes is refused; `holder` may take it at once. */
async function endLease(trx: Transaction<Tables>, holder: string): Promise<void> {
  const ended = { holder, lease_until: databaseNow };
  await trx
    .insertInto("lease")
    .values({ name: CONFIGURATION_OWNER, lease_token: 1, ...ended })
    .onConflict((conflict) =>
      conflict.column("name").doUpdateSet({ lease_token: sql`lease.lease_token + 1`, ...ended }),
    )
    .execute();
}
