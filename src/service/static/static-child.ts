import { type ChildProcess, fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { Log } from "../../adapters/log.ts";
import { threadEnvironment } from "../../adapters/workers/thread-environment.ts";
import type { Config } from "../../config/config.ts";
import type { FilesProblem, ToldFilesProblem } from "../../core/entries/files-problem.ts";
import { endChild, LEAN, lowerPriority } from "../child-process.ts";
import { flagsOfChild } from "../given-flags.ts";
import type { RunningRole } from "../running-role.ts";
import { type EndReason, supervise } from "../supervise.ts";
import type { FromStatic, ToStatic } from "./static-messages.ts";

export type StaticChildOptions = {
  readonly config: Config;
  /** The folder or the bucket, as the operator names it. */
  readonly to: string;
  /** The name of this node. */
  readonly node: string;
  readonly log: Log;
  /** Called when the target must not be used, before anything else was heard of it; the message is a sentence. */
  readonly onRefused: (message: string) => void;
};

export type StaticChild = RunningRole & {
  /** Why files are not kept up; `null` when they are. */
  readonly problem: () => ToldFilesProblem | null;
};

type StaticState = {
  readonly options: StaticChildOptions;
  config: Config;
  /** Whether it was heard of the target: what goes wrong later does not end the service. */
  isBegun: boolean;
  /** Made anew when nothing stands against the files any more. */
  logFailure: (failed: FailedMessage) => void;
  problem: ToldFilesProblem | null;
  /** The problem is that the process ended; the next one knows nothing of it. */
  hasEnded: boolean;
};

/** Writes the published site as files in a process of its own, at a lower priority, and starts it again when it ends. */
export function startStaticChild(options: StaticChildOptions): StaticChild {
  const { config, log, to, node } = options;
  const state: StaticState = {
    options,
    config,
    isBegun: false,
    logFailure: logging(options),
    problem: null,
    hasEnded: false,
  };
  const child = supervise<ChildProcess>({
    start: (onEnd) => start(state, onEnd),
    onRestart(reason, restartMs) {
      note(state, { kind: "place", why: `the process that writes them ended: ${reason}` });
      state.hasEnded = true;
      log.error({ reason, restartMs }, "the process that writes files ended");
    },
    end: endChild,
  });
  return {
    reconfigure(next) {
      state.config = next;
      tell(child.current(), { config: next, to, node });
    },
    problem: () => state.problem,
    close: child.close,
  };
}

function note(state: StaticState, problem: FilesProblem): void {
  const since = state.problem?.since ?? Date.now();
  state.problem = { problem, since, node: null };
}

function tell(child: ChildProcess, message: ToStatic): void {
  if (child.connected) child.send(message);
}

function start(state: StaticState, onEnd: (reason: EndReason) => void): ChildProcess {
  const { config, options } = state;
  const { log, to, node } = options;
  const extension = import.meta.url.endsWith(".ts") ? "ts" : "js";
  const started = fork(fileURLToPath(new URL(`./static-process.${extension}`, import.meta.url)), {
    execArgv: [...flagsOfChild(LEAN.flags)],
    env: { ...LEAN.environment, ...threadEnvironment() },
  });
  lowerPriority(started, "the process that writes files", log);
  // Without a listener, a message to a child that was just killed would end us.
  started.on("error", (cause) => {
    log.warn({ cause: cause.message }, "the process that writes files could not be reached");
    // A child that never began emits no "exit".
    if (started.pid === undefined) onEnd(cause.message);
  });
  started.on("message", (message: FromStatic) => hear(state, message));
  started.on("exit", (code, signal) => onEnd(signal ?? code));
  tell(started, { config, to, node });
  return started;
}

function hear(state: StaticState, message: FromStatic): void {
  const { log, to, onRefused } = state.options;
  if (message.kind === "refused") {
    if (!state.isBegun) onRefused(message.message);
    return;
  }
  state.isBegun = true;
  if (state.hasEnded && message.kind !== "failed") recover(state);
  state.hasEnded = false;
  switch (message.kind) {
    case "standing-by":
      log.info({ to }, "another process writes files there: standing by");
      break;
    case "failed":
      note(state, message.problem);
      state.logFailure(message);
      break;
    case "recovered":
      recover(state);
      log.info({ to }, "files can be written again");
      break;
    case "up-to-date":
      log.info({ to, written: message.written, removed: message.removed }, "files are up to date");
  }
}

function recover(state: StaticState): void {
  state.problem = null;
  state.logFailure = logging(state.options);
}

type FailedMessage = Extract<FromStatic, { kind: "failed" }>;

const AGAIN_MS = 60_000;

/** Logs a problem at once, and what becomes of it once a minute: each try may fail in another way. */
function logging({
  log,
  to,
}: Pick<StaticChildOptions, "log" | "to">): (failed: FailedMessage) => void {
  let told = { kind: "", at: 0 };
  return ({ problem, cause }) => {
    if (problem.kind === told.kind && Date.now() - told.at < AGAIN_MS) return;
    told = { kind: problem.kind, at: Date.now() };
    if (problem.kind === "place") {
      log.error({ to, cause: problem.why }, "files could not be written: it is tried again");
      return;
    }
    const { count, examples: pages } = problem;
    log.error({ to, count, pages, cause }, UNRENDERED);
  };
}

const UNRENDERED =
  "pages could not be rendered: their files stay as they were, and it is tried again";
