import type { Log } from "../../adapters/log.ts";
import type { Config } from "../../config/config.ts";
import type { RoleHealth } from "../health-port.ts";
import { programVersion } from "../program-version.ts";
import { type PublishOrder, publishOrderOf } from "../publishing/publish-order.ts";
import { startPublishing } from "../publishing/publishing-thread.ts";
import type { RunningRole } from "../running-role.ts";

/** Publishes in a thread of its own, or stands by while another process publishes. */
export function startPublishRole(config: Config, log: Log, health: RoleHealth): RunningRole {
  const publishing = startPublishing({
    database: config.database,
    order: orderOf(config),
    log,
    health,
  });
  return {
    reconfigure: (next) => publishing.follow(orderOf(next)),
    close: publishing.close,
  };
}

const orderOf = (config: Config): PublishOrder => publishOrderOf(config, programVersion());
