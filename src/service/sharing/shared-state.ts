import { basename } from "node:path";
import type { ConfigProblem } from "../../config/config.ts";
import { nodeOfHolder } from "../../core/settings/owning.ts";
import type {
  ConfigurationFiles,
  StoredConfiguration,
} from "../../core/settings/shared-configuration.ts";
import type { SharedConfigurationStatus } from "../../publish/pages/page-model.ts";

/** What a node knows of the configuration that it shares with others. */
export type SharedState = {
  /** The revision at the last look; `null` while none is stored. */
  stored: StoredConfiguration | null;
  /** Why this node cannot use that revision: the one before stays in force. */
  problems: readonly ConfigProblem[];
  /** The file of this node, and since when it is known to say something else than what counts; else `null`. */
  differing: { readonly file: string; readonly since: number } | null;
  /** Of the configuration in force, by their absolute paths. */
  files: ConfigurationFiles;
};

/** An edit that its owner makes takes some seconds to be stored, and one that is brought to each node to arrive. */
const DIFFERS_AFTER_MS = 10_000;

/** The file of this node that is ignored, for long enough that it is no edit on its way; else `null`. */
export const ignoredFile = (
  { differing }: Pick<SharedState, "differing">,
  now: number,
): string | null =>
  differing !== null && now - differing.since >= DIFFERS_AFTER_MS ? differing.file : null;

/** What is wrong with a revision, and first which one it is. */
export function unusableRevision(
  stored: StoredConfiguration | null,
  problems: SharedState["problems"],
): SharedState["problems"] {
  if (stored === null) return problems;
  const { file, revision, writtenBy, program } = stored;
  const message = `revision ${revision}, which ${writtenBy} stored with Offprint ${program}, cannot be used on this node`;
  return [{ file, line: null, key: "", message }, ...problems];
}

/** For everybody who may read /status: without folders. */
export function sharedStatus(shared: SharedState, now: number): SharedConfigurationStatus | null {
  const { stored } = shared;
  if (stored === null) return null;
  const { revision, owner } = stored;
  const ignored = ignoredFile(shared, now);
  return {
    revision,
    owner: owner.idleMs === 0 ? nodeOfHolder(owner.holder) : null,
    ignoredFile: ignored === null ? null : basename(ignored),
  };
}
