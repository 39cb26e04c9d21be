import { hostname } from "node:os";
import type { OpenDatabase } from "../../adapters/store/engine/engine.ts";
import { createLeases } from "../../adapters/store/queues/leases.ts";
import type { Config } from "../../config/config.ts";
import type { StaticTarget } from "../../core/entries/static-files.ts";
import { LEASE_MS, type Lease } from "../../core/lease.ts";
import { err, ok, type Result } from "../../core/result.ts";
import { keepHeld } from "../../core/while-held.ts";
import type { FileTally } from "../../deliver/static/file-list.ts";
import { openForWriting } from "../open-existing.ts";
import { programVersion } from "../program-version.ts";
import { openPublishing } from "../publishing/open-publishing.ts";
import { publishOrderOf } from "../publishing/publish-order.ts";
import { type FilePublishing, openFilePublishing, targetAt } from "./publish-files.ts";

export type PublishOnceOptions = {
  readonly config: Config;
  /** The folder, as the operator names it. */
  readonly to: string;
  readonly onWritten: (tally: FileTally) => void;
  readonly signal: AbortSignal;
};

/** The name of the lease under which one process at a time writes the files of a target. */
const leaseOf = ({ label }: Pick<StaticTarget, "label">): string => `files in ${label}`;

/** How this process is called in leases. */
const holderName = (): string => `process ${process.pid} on ${hostname()}`;

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
    return err(cause instanceof Error ? cause.message : String(cause));
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
  const target = targetAt(options.to, options.config);
  const leases = createLeases(opened.db);
  const lease = await leases.take(leaseOf(target), holderName(), LEASE_MS);
  if (lease === null) return err(`another process writes the files in ${target.label} now`);
  const lost = new AbortController();
  const stopRenewing = keepHeld(lease, {
    leases,
    forMs: LEASE_MS,
    onLost: () => lost.abort(new Error(`another process writes the files in ${target.label} now`)),
    onProblem: () => {}, // tried again
  });
  try {
    const signal = AbortSignal.any([options.signal, lost.signal]);
    return await writeFiles({ ...options, signal }, opened, target);
  } finally {
    stopRenewing();
    await giveBack(leases, lease);
  }
}

/** A lease that cannot be given back ends by itself. */
const giveBack = (leases: ReturnType<typeof createLeases>, lease: Lease): Promise<void> =>
  leases.release(lease).catch(() => {});

async function writeFiles(
  { config, onWritten, signal }: PublishOnceOptions,
  opened: OpenDatabase,
  target: StaticTarget,
): Promise<Result<null, string>> {
  let failure: unknown = null;
  const publishing = await openFilePublishing({
    config: () => config,
    opened,
    target,
    onWritten,
    signal,
    onFailure: (cause) => {
      failure ??= cause;
    },
  });
  if (!publishing.ok) return publishing;
  try {
    await allTurns(publishing.value);
    if (publishing.value.isReady()) return ok(null);
    return err("the feeds are not all published yet by the service that does that: try again");
  } catch (cause) {
    throw failure ?? cause;
  } finally {
    publishing.value.close();
  }
}

async function allTurns({ turn }: FilePublishing): Promise<void> {
  while ((await turn()) === 0);
}
