import type { OpenDatabase } from "../../adapters/store/engine/engine.ts";
import { databaseAt } from "../../adapters/store/engine/engines.ts";
import type { Config } from "../../config/config.ts";
import { type FilesProblem, pagesProblem } from "../../core/entries/files-problem.ts";
import {
  type StaticTarget,
  TargetFailure,
  TargetGone,
  type TargetProblem,
} from "../../core/entries/static-files.ts";
import { startLoop } from "../../core/loop.ts";
import type { Result } from "../../core/result.ts";
import { claimTarget, type FileLease } from "./claim-target.ts";
import { filesFailure, notOpened } from "./files-failure.ts";
import { createProblemTelling, type ProblemTelling } from "./problem-telling.ts";
import {
  type FilePublishing,
  type FilePublishingOptions,
  openFilePublishing,
} from "./publish-files.ts";
import type { FromStatic } from "./static-messages.ts";
import { targetAt } from "./target-at.ts";

export type FollowStaticOptions = {
  readonly config: () => Config;
  /** The folder or the bucket, as the operator names it. */
  readonly to: string;
  /** The name of this node. */
  readonly node: string;
  readonly say: (message: FromStatic) => void;
};

const STANDBY_MS = 1_000;
/** After a failure it is tried again, each time after twice as long. */
const FIRST_RETRY_MS = 1_000;
const LONGEST_RETRY_MS = 30_000;

type Writing = {
  readonly lease: FileLease;
  readonly publishing: FilePublishing;
};

type FollowState = {
  readonly options: FollowStaticOptions;
  readonly stopping: AbortController;
  readonly telling: ProblemTelling;
  /** The target as people are told of it. */
  label: string;
  /** `null` while it cannot be opened, and while another process writes. */
  opened: OpenDatabase | null;
  writing: Writing | null;
  isStandingBy: boolean;
  isUpToDate: boolean;
  /** Why a page could not be rendered, the last time that happened. */
  pageFailure: string | null;
  retryMs: number;
  written: number;
  removed: number;
};

/** Keeps the files of a target up to date, while no other process does. @returns how to stop it. */
export function followStatic(options: FollowStaticOptions): () => Promise<void> {
  const state: FollowState = {
    options,
    stopping: new AbortController(),
    telling: createProblemTelling({ ...options, now: Date.now }),
    label: options.to,
    opened: null,
    writing: null,
    isStandingBy: false,
    isUpToDate: false,
    pageFailure: null,
    retryMs: FIRST_RETRY_MS,
    written: 0,
    removed: 0,
  };
  const loop = startLoop({
    turn: () => turn(state).catch((cause: unknown) => fail(state, cause)),
    onProblem: () => {}, // of ending what failed
    retryMs: LONGEST_RETRY_MS,
  });
  return async () => {
    state.stopping.abort();
    await loop.stop();
    await end(state);
  };
}

async function turn(state: FollowState): Promise<number> {
  if (state.writing?.lease.lost.aborted) await end(state);
  state.writing ??= await begin(state);
  if (state.writing === null) {
    await standBy(state);
    return STANDBY_MS;
  }
  const { publishing } = state.writing;
  const waitMs = await publishing.turn();
  state.retryMs = FIRST_RETRY_MS;
  await tell(state, pagesProblem(publishing.unrendered), state.pageFailure);
  if (waitMs > 0 && publishing.isReady()) tellUpToDate(state);
  return waitMs;
}

const tell = (
  { telling, opened, label: target }: FollowState,
  problem: FilesProblem | null,
  cause: string | null,
): Promise<void> => telling.tell(problem, { opened, target, cause });

async function standBy(state: FollowState): Promise<void> {
  if (!state.isStandingBy) state.options.say({ kind: "standing-by" });
  state.isStandingBy = true;
  await tell(state, null, null);
  await end(state);
}

function tellUpToDate(state: FollowState): void {
  const { written, removed, options } = state;
  if (!state.isUpToDate) options.say({ kind: "up-to-date", written, removed });
  state.isUpToDate = true;
}

/** @returns after how many milliseconds it is tried again. */
async function fail(state: FollowState, cause: unknown): Promise<number> {
  if (state.stopping.signal.aborted) return 0;
  state.isUpToDate = false;
  const waitMs = state.retryMs;
  state.retryMs = Math.min(2 * waitMs, LONGEST_RETRY_MS);
  const why = filesFailure(cause, databaseAt(state.options.config().database));
  await tell(state, { kind: "place", why }, null);
  if (state.writing === null || cause instanceof TargetGone) await end(state);
  return waitMs;
}

const sentence = (cause: unknown): string =>
  cause instanceof Error ? cause.message : String(cause);

/** @returns `null` while another process writes there. */
async function begin(state: FollowState): Promise<Writing | null> {
  const { config, to, node } = state.options;
  const named = databaseAt(config().database);
  const database = await named.open({ isChecked: true });
  if (!database.ok) throw notOpened(database.error, named);
  const opened = database.value;
  state.opened = opened;
  const found = await targetAt(to, config().site, process.env);
  if (!found.ok) return refuse(state, found.error);
  const target = found.value;
  state.label = target.label;
  const lease = needed(state, await claimTarget(opened, target, node));
  if (lease === null) return null;
  state.isStandingBy = false;
  try {
    const publishing = needed(
      state,
      await openFilePublishing(publishingOf(state, { opened, target, lease })),
    );
    return { lease, publishing };
  } catch (cause) {
    await lease.giveBack();
    throw cause;
  }
}

type Claimed = {
  readonly opened: OpenDatabase;
  readonly target: StaticTarget;
  readonly lease: FileLease;
};

const publishingOf = (
  state: FollowState,
  { opened, target, lease }: Claimed,
): FilePublishingOptions => ({
  config: state.options.config,
  opened,
  target,
  onWritten({ written, removed }) {
    state.written += written;
    state.removed += removed;
  },
  onFailure(cause) {
    state.pageFailure = sentence(cause);
  },
  signal: AbortSignal.any([state.stopping.signal, lease.lost]),
});

function needed<T>(state: FollowState, result: Result<T, TargetProblem>): T {
  if (result.ok) return result.value;
  const { kind, message } = result.error;
  if (kind === "refused") refuse(state, message);
  throw new TargetFailure(message);
}

function refuse({ options }: FollowState, message: string): never {
  options.say({ kind: "refused", message });
  throw new TargetFailure(message);
}

async function end(state: FollowState): Promise<void> {
  const { writing, opened } = state;
  state.writing = null;
  state.opened = null;
  writing?.publishing.close();
  await writing?.lease.giveBack();
  await opened?.close();
}
