import { setTimeout as sleep } from "node:timers/promises";
import type { Config } from "../../config/config.ts";
import type { ConfigurationEditor } from "../../desk/edit-configuration.ts";
import type { Io } from "../io.ts";

export type ConfigurationEditing = {
  readonly io: Pick<Io, "environment">;
  /** The configuration in force. */
  readonly current: () => Config;
  /** Whether this process follows its file, as a service does. */
  readonly isFollowing: boolean;
};

/** A service looks at its file once a second, twice before it believes a change. */
const IN_FORCE_WITHIN_MS = 6_000;
const LOOK_MS = 50;

export const createConfigurationEditor = ({
  io,
  current,
  isFollowing,
}: ConfigurationEditing): ConfigurationEditor => ({
  async edit(edit) {
    const before = current();
    // Loaded when it is needed: the ingest side does without a reader of configurations.
    const { editFile } = await import("./edit-file.ts");
    const edited = editFile(before.file, edit, io);
    if (edited.ok && edited.value.isChanged && isFollowing) await changed(current, before);
    return edited;
  },
});

async function changed(current: () => Config, before: Config): Promise<void> {
  const deadline = Date.now() + IN_FORCE_WITHIN_MS;
  while (current() === before && Date.now() < deadline) await sleep(LOOK_MS);
}
