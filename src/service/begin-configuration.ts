import { existsSync } from "node:fs";
import type { Log } from "../adapters/log.ts";
import { databaseAt } from "../adapters/store/engine/engines.ts";
import type { ConfigProblem } from "../config/config.ts";
import { type LastGood, lastGoodPath } from "../config/last-good.ts";
import { configFile } from "../config/load-config.ts";
import { ok, type Result } from "../core/result.ts";
import { type FirstConfig, firstConfig } from "./first-config.ts";
import type { Io } from "./io.ts";
import { loadDetached } from "./load.ts";
import type { ServeOptions } from "./roles/role.ts";
import type { FirstSharing } from "./sharing/start-sharing.ts";

/** `sharing` is `null` where nodes share no configuration. */
export type BegunConfig = FirstConfig & { readonly sharing: FirstSharing | null };

/** The configuration with which a service starts: where nodes share one, that which counts for all. */
export async function beginConfiguration(
  options: ServeOptions,
  io: Io,
  { lastGood, log }: { readonly lastGood: Pick<LastGood, "read">; readonly log: Log },
): Promise<Result<BegunConfig, readonly ConfigProblem[]>> {
  const file = configFile({ file: options.config, environment: io.environment });
  if (options.config === undefined && !hasFile(file)) {
    // The environment alone says where the database is.
    const bare = loadDetached({ file, files: new Map(), siteUrl: undefined }, io);
    if (!bare.ok) return bare;
    const { database } = bare.value;
    if (databaseAt(database).isShared) {
      const { startWithoutFile } = await import("./sharing/start-sharing.ts");
      const started = await startWithoutFile({ database, file, role: options.role, log }, io);
      if (started !== null) return started;
    }
  }
  const first = firstConfig(options, io, lastGood);
  if (!first.ok) return first;
  if (!databaseAt(first.value.config.database).isShared)
    return ok({ ...first.value, sharing: null });
  return ok(await (await import("./sharing/start-sharing.ts")).startWithFile(first.value, io));
}

const hasFile = (file: string): boolean => existsSync(file) || existsSync(lastGoodPath(file));
