import { mkdirSync } from "node:fs";
import { hostname } from "node:os";
import { dirname } from "node:path";
import type { Restored, RestoreRequest } from "../../adapters/store/engine/engine.ts";
import { databaseAt } from "../../adapters/store/engine/engines.ts";
import { err, ok, type Result } from "../../core/result.ts";
import type { DatabaseName } from "../../core/settings/database-name.ts";

export type RestoredBackup = Pick<Restored, "aside" | "bytes"> & { readonly rows: number };

export type RestoreOrder = Omit<RestoreRequest, "aside"> & { readonly now: number };

/** Puts a backup in the place of a database that nobody uses. The error is a sentence; `null`: it was stopped. */
export async function restoreBackup(
  name: DatabaseName,
  { now, ...request }: RestoreOrder,
): Promise<Result<RestoredBackup | null, string>> {
  const database = databaseAt(name);
  if (database.file === null) return err(`${database.label} ${BY_ITS_SERVER}`);
  mkdirSync(dirname(name.name), { recursive: true });
  const holder = { name: `process ${process.pid} on ${hostname()}`, kind: "copy" } as const;
  const place = await database.enterIngest(holder);
  if (!place.ok) return err(`${place.error.name} takes in articles for ${database.label}. ${STOP}`);
  try {
    const aside = `${name.name}-before-${new Date(now).toISOString().replace(/[-:]|\.\d+/g, "")}`;
    const done = await database.file.restore({ ...request, aside });
    if (!done.ok || done.value === null) return done as Result<null, string>;
    const { rows, ...restored } = done.value;
    return ok({ ...restored, rows: Object.values(rows).reduce((sum, each) => sum + each, 0) });
  } finally {
    await place.value.release();
  }
}

const STOP = "Stop it first: a database in use is not replaced.";
const BY_ITS_SERVER =
  "is a PostgreSQL database: restore it with pg_restore, or as its operator does (docs/operating.md, Back up)";
