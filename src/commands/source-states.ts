import type { SourceState } from "../core/sources/source-state.ts";
import { type Io, refuseConfig } from "../service/io.ts";
import { hasDatabase, sourcesAsConfigured } from "../service/known-sources.ts";
import type { CommonOptions } from "../service/load.ts";
import type { OpenDesk } from "../service/open-desk.ts";
import { configurationHere } from "../service/sharing/command-configuration.ts";
import { withDesk } from "./with-desk.ts";

/** The sources of a configuration with what is known of each. */
export type KnownSources = {
  readonly states: readonly SourceState[];
  /** `null` while there is no database. */
  readonly desk: Pick<OpenDesk, "sources"> | null;
};

/** Uses the sources of the configuration, also before there is a database. @returns the exit code. */
export async function withSources(
  options: CommonOptions,
  io: Io,
  use: (known: KnownSources) => Promise<number>,
): Promise<number> {
  const loaded = await configurationHere(options, io);
  if (!loaded.ok) return refuseConfig(loaded, io);
  if (!(await hasDatabase(loaded.value))) {
    return use({ states: sourcesAsConfigured(loaded.value, []), desk: null });
  }
  return withDesk(options, io, async (desk, config) =>
    use({ states: sourcesAsConfigured(config, await desk.sources.states()), desk }),
  );
}
