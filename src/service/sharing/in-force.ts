import type { Config, ConfigProblem } from "../../config/config.ts";
import { placedFiles } from "../../config/placed-files.ts";
import type { Passwords } from "../../config/without-password.ts";
import { ok, type Result } from "../../core/result.ts";
import type {
  ConfigurationFiles,
  SharedConfiguration,
  StoredConfiguration,
} from "../../core/settings/shared-configuration.ts";
import type { Io } from "../io.ts";
import { loadDetached } from "../load.ts";
import type { LocalConfiguration } from "./own-file.ts";

export type LoadedRevision = StoredConfiguration & Pick<SharedConfiguration, "files">;

export type ConfigInForce = {
  readonly config: Config;
  /** By absolute paths, as the configuration names its pictures. */
  readonly files: ConfigurationFiles;
};

export type Choice = {
  readonly stored: LoadedRevision | null;
  /** `null` where this node has no file, or none that can be used. */
  readonly local: LocalConfiguration | null;
  /** As this service calls itself as an owner. */
  readonly holder: string;
  /** Server and database are always this node's; `null`: as its environment and the stored text say. */
  readonly own: Pick<Config, "server" | "database"> | null;
  /** Those that this node's file knows, whether it counts or not: what is stored has none. */
  readonly passwords: Passwords;
};

/** Whether the file of this node says what is stored, or may say what will be. */
export const isOurs = ({
  stored,
  local,
  holder,
}: Pick<Choice, "stored" | "local" | "holder">): boolean =>
  local !== null &&
  (stored === null || stored.hash === local.shared.hash || stored.owner.holder === holder);

/**
 * The configuration that counts on this node: its own file where that is stored, or nothing is; else the stored one. Paths are
 * those of the owner's file on every node, so that all have the same sources and feeds. `null`: there is none.
 */
export function configInForce(
  { stored, local, holder, own, passwords }: Choice,
  io: Pick<Io, "environment">,
): Result<ConfigInForce, readonly ConfigProblem[]> | null {
  if (local !== null && isOurs({ stored, local, holder })) {
    const isInPlace =
      stored === null ||
      stored.owner.holder === holder ||
      (stored.file === local.config.file && stored.siteUrl === local.shared.siteUrl);
    if (isInPlace) {
      return ok({ config: local.config, files: placedFiles(local.files, local.config.file) });
    }
    return detached({ ...stored, files: local.files }, { own, passwords }, io);
  }
  return stored === null ? null : detached(stored, { own, passwords }, io);
}

function detached(
  stored: LoadedRevision,
  { own, passwords }: Pick<Choice, "own" | "passwords">,
  io: Pick<Io, "environment">,
): Result<ConfigInForce, readonly ConfigProblem[]> {
  const loaded = loadDetached({ ...stored, passwords }, io);
  if (!loaded.ok) return loaded;
  return ok({
    config: { ...loaded.value, ...own },
    files: placedFiles(stored.files, stored.file),
  });
}
