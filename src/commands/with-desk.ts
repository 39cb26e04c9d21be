import type { Config } from "../config/config.ts";
import { databaseRefusal } from "../service/database-refusal.ts";
import { type Io, refuse, refuseConfig } from "../service/io.ts";
import type { CommonOptions } from "../service/load.ts";
import { type Access, type OpenDesk, openDesk } from "../service/open-desk.ts";
import { configurationHere } from "../service/sharing/command-configuration.ts";

/** What a command does with the desk. @returns the exit code. */
type Use = (desk: OpenDesk, config: Config) => Promise<number>;

/** Loads the configuration, opens its desk for a command, and closes it. @returns the exit code. */
export async function withDesk(
  options: CommonOptions,
  io: Io,
  use: Use,
  access: Access = "read",
): Promise<number> {
  const loaded = await configurationHere(options, io);
  if (!loaded.ok) return refuseConfig(loaded, io);
  const opened = await openDesk(loaded.value, access, io);
  if (!opened.ok) return refuse(opened.error, io);
  try {
    return await use(opened.value, loaded.value);
  } catch (cause) {
    const refusal = databaseRefusal(loaded.value.database, cause);
    if (refusal === null) throw cause;
    return refuse(refusal, io);
  } finally {
    await opened.value.close();
  }
}
