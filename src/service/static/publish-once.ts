import type { OpenDatabase } from "../../adapters/store/engine/engine.ts";
import { databaseAt } from "../../adapters/store/engine/engines.ts";
import type { Config } from "../../config/config.ts";
import type { Environment } from "../../config/environment.ts";
import { namedPages, pagesProblem } from "../../core/entries/files-problem.ts";
import type { StaticTarget } from "../../core/entries/static-files.ts";
import { err, ok, type Result } from "../../core/result.ts";
import type { FileTally } from "../../deliver/static/file-list.ts";
import { nodeName } from "../node-name.ts";
import { openForWriting } from "../open-existing.ts";
import { programVersion } from "../program-version.ts";
import { openPublishing } from "../publishing/open-publishing.ts";
import { publishOrderOf } from "../publishing/publish-order.ts";
import { claimTarget, takenBy } from "./claim-target.ts";
import { filesFailure } from "./files-failure.ts";
import { type FilePublishing, openFilePublishing } from "./publish-files.ts";
import { targetAt } from "./target-at.ts";

export type PublishOnceOptions = {
  readonly config: Config;
  /** The folder or the bucket, as the operator names it. */
  readonly to: string;
  readonly environment: Environment;
  readonly onWritten: (tally: FileTally) => void;
  readonly signal: AbortSignal;
};

/**
 * Publishes what the store holds, unless another process does that, and brings the files of a target up to date. The error is
 * a sentence. Rejects with the reason of an aborted signal.
 */
export async function publishOnce(options: PublishOnceOptions): Promise<Result<null, string>> {
  const { config } = options;
  const database = await openForWriting(config.database);
  if (!database.ok) return database;
  const opened = database.value;
  try {
    await publishFeeds(config, opened);
    return await underLease(options, opened);
  } catch (cause) {
    if (options.signal.aborted) throw cause;
    return err(filesFailure(cause, databaseAt(config.database)));
  } finally {
    await opened.close();
  }
}

async function publishFeeds(config: Config, opened: OpenDatabase): Promise<void> {
  const unsaved: unknown[] = [];
  const side = openPublishing(publishOrderOf(config, programVersion()), opened, {
    onUnsaved: (cause) => unsaved.push(cause),
    onStandingBy: () => {}, // a service publishes
  });
  try {
    while ((await side.turn()) === 0);
  } finally {
    await side.close();
  }
  if (unsaved.length > 0) throw unsaved[0];
}

async function underLease(
  options: PublishOnceOptions,
  opened: OpenDatabase,
): Promise<Result<null, string>> {
  const named = await targetAt(options.to, options.config.site, options.environment);
  if (!named.ok) return named;
  const target = named.value;
  const claimed = await claimTarget(opened, target, nodeName(options));
  if (!claimed.ok) return err(claimed.error.message);
  const lease = claimed.value;
  if (lease === null) return err(takenBy(target.label));
  try {
    const signal = AbortSignal.any([options.signal, lease.lost]);
    return await writeFiles({ ...options, signal }, opened, target);
  } finally {
    await lease.giveBack();
  }
}

async function writeFiles(
  { config, onWritten, signal }: PublishOnceOptions,
  opened: OpenDatabase,
  target: StaticTarget,
): Promise<Result<null, string>> {
  let failure: string | null = null;
  const publishing = await openFilePublishing({
    config: () => config,
    opened,
    target,
    onWritten,
    signal,
    onFailure: (cause) => {
      failure ??= cause instanceof Error ? cause.message : String(cause);
    },
  });
  if (!publishing.ok) return err(publishing.error.message);
  try {
    const missing = await allTurns(publishing.value);
    return missing === null ? ok(null) : err(missing + (failure === null ? "" : ` (${failure})`));
  } finally {
    publishing.value.close();
  }
}

/** @returns what is still missing, a sentence without its stop; `null` for nothing. */
async function allTurns({ turn, isReady, unrendered }: FilePublishing): Promise<string | null> {
  while ((await turn()) === 0);
  if (!isReady()) {
    return "the feeds are not all published yet by the service that does that: try again";
  }
  const problem = pagesProblem(unrendered);
  if (problem === null) return null;
  return `${problem.count} of the pages cannot be rendered, ${namedPages(problem)}: their files stay as they were`;
}
