import { createConfigurationStore } from "../../adapters/store/configuration/configuration-store.ts";
import { databaseAt } from "../../adapters/store/engine/engines.ts";
import { err, ok, type Result } from "../../core/result.ts";
import type { DatabaseName } from "../../core/settings/database-name.ts";
import type { LoadedRevision } from "./in-force.ts";

/** What is stored; makes the tables where there are none. The error is a sentence. */
export async function readStored(
  database: DatabaseName,
): Promise<Result<LoadedRevision | null, string>> {
  const opened = await databaseAt(database).open({ isChecked: true, mustExist: false });
  if (!opened.ok) return err(opened.error.message);
  try {
    return ok(await createConfigurationStore(opened.value.db).load());
  } catch (cause) {
    const obstacle = databaseAt(database).obstacleIn(cause);
    return err(obstacle ?? (cause instanceof Error ? cause.message : String(cause)));
  } finally {
    await opened.value.close();
  }
}
