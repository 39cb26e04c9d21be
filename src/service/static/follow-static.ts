import type { OpenDatabase } from "../../adapters/store/engine/engine.ts";
import { databaseAt } from "../../adapters/store/engine/engines.ts";
import type { Config } from "../../config/config.ts";
import type { StaticTarget } from "../../core/entries/static-files.ts";
import { startLoop } from "../../core/loop.ts";
import { type FileLease, takeFileLease } from "./file-lease.ts";
import { type FilePublishing, openFilePublishing } from "./publish-files.ts";
import type { FromStatic } from "./static-messages.ts";
import { targetAt } from "./target-at.ts";

export type FollowStaticOptions = {
  readonly config: () => Config;
  /** The folder or the bucket, as the operator names it. */
  readonly to: string;
  readonly say: (message: FromStatic) => void;
};

const STANDBY_MS = 1_000;
const RETRY_MS = 5_000;

type Writing = {
  readonly lease: FileLease;
  readonly opened: OpenDatabase;
  readonly publishing: FilePublishing;
};

type FollowState = {
  readonly options: FollowStaticOptions;
  readonly stopping: AbortController;
  writing: Writing | null;
  isStandingBy: boolean;
  isUpToDate: boolean;
  isFailing: boolean;
  written: number;
  removed: number;
};

/** Keeps the files of a target up to date, while no other process does. @returns how to stop it. */
export function followStatic(options: FollowStaticOptions): () => Promise<void> {
  const state: FollowState = {
    options,
    stopping: new AbortController(),
    writing: null,
    isStandingBy: false,
    isUpToDate: false,
    isFailing: false,
    written: 0,
    removed: 0,
  };
  const loop = startLoop({
    turn: () => turn(state),
    onProblem(cause) {
      if (state.stopping.signal.aborted) return;
      state.isUpToDate = false;
      state.isFailing = true;
      options.say({ kind: "failed", message: sentence(cause) });
    },
    retryMs: RETRY_MS,
  });
  return async () => {
    state.stopping.abort();
    await loop.stop();
    await end(state);
  };
}

const sentence = (cause: unknown): string =>
  cause instanceof Error ? cause.message : String(cause);

async function turn(state: FollowState): Promise<number> {
  if (state.writing?.lease.lost.aborted) await end(state);
  state.writing ??= await begin(state);
  if (state.writing === null) return STANDBY_MS;
  const waitMs = await state.writing.publishing.turn();
  if (waitMs > 0 && state.writing.publishing.isReady()) tellUpToDate(state);
  return waitMs;
}

function tellUpToDate(state: FollowState): void {
  const { written, removed, options } = state;
  if (!state.isUpToDate) options.say({ kind: "up-to-date", written, removed });
  state.isUpToDate = true;
  state.isFailing = false;
}

/** @returns `null` while another process writes there, or the target cannot be used. */
async function begin(state: FollowState): Promise<Writing | null> {
  const { config, say } = state.options;
  const database = await databaseAt(config().database).open({ isChecked: true });
  if (!database.ok) throw new Error(database.error.message);
  const opened = database.value;
  const target = await namedTarget(state).catch((cause: unknown) => closing(opened, cause));
  const lease = await takeFileLease(opened, target).catch((cause: unknown) =>
    closing(opened, cause),
  );
  if (lease === null) {
    if (!state.isStandingBy) say({ kind: "standing-by" });
    state.isStandingBy = true;
    await opened.close();
    return null;
  }
  state.isStandingBy = false;
  const publishing = await openFilePublishing({
    config,
    opened,
    target,
    onWritten({ written, removed }) {
      state.written += written;
      state.removed += removed;
      if (state.isFailing) say({ kind: "recovered" });
      state.isFailing = false;
    },
    onFailure: (cause) => say({ kind: "failed", message: sentence(cause) }),
    signal: AbortSignal.any([state.stopping.signal, lease.lost]),
  }).catch((cause: unknown) => ({ ok: false as const, error: sentence(cause) }));
  if (publishing.ok) return { lease, opened, publishing: publishing.value };
  await lease.giveBack();
  await opened.close();
  say({ kind: "refused", message: publishing.error });
  throw new Error(publishing.error);
}

async function namedTarget({ options }: FollowState): Promise<StaticTarget> {
  const { to, config, say } = options;
  const named = await targetAt(to, config().site, process.env);
  if (named.ok) return named.value;
  say({ kind: "refused", message: named.error });
  throw new Error(named.error);
}

async function closing(opened: OpenDatabase, cause: unknown): Promise<never> {
  await opened.close();
  throw cause;
}

async function end(state: FollowState): Promise<void> {
  const { writing } = state;
  if (writing === null) return;
  state.writing = null;
  writing.publishing.close();
  await writing.lease.giveBack();
  await writing.opened.close();
}
