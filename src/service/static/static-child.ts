import { type ChildProcess, fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { Log } from "../../adapters/log.ts";
import { threadEnvironment } from "../../adapters/workers/thread-environment.ts";
import type { Config } from "../../config/config.ts";
import { endChild, LEAN, lowerPriority } from "../child-process.ts";
import type { RunningRole } from "../running-role.ts";
import { sparing } from "../sparing.ts";
import { type EndReason, supervise } from "../supervise.ts";
import type { FromStatic, ToStatic } from "./static-messages.ts";

export type StaticChildOptions = {
  readonly config: Config;
  /** The folder, as the operator names it. */
  readonly to: string;
  readonly log: Log;
  /** Called, before the first file only, when the target cannot be used; the message is a sentence. */
  readonly onRefused: (message: string) => void;
};

export type StaticChild = RunningRole & {
  /** Why files are not kept up, a sentence; `null` when they are. */
  readonly problem: () => string | null;
};

type StaticState = {
  readonly options: StaticChildOptions;
  readonly failed: (cause: unknown) => void;
  config: Config;
  /** Whether it wrote there already: what goes wrong later may pass. */
  isBegun: boolean;
  problem: string | null;
};

/** Writes the published site as files in a process of its own, at a lower priority, and starts it again when it ends. */
export function startStaticChild(options: StaticChildOptions): StaticChild {
  const { config, log, to } = options;
  const failed = sparing((cause) =>
    log.error({ cause, to }, "files could not be written: it is tried again"),
  );
  const state: StaticState = { options, failed, config, isBegun: false, problem: null };
  const child = supervise<ChildProcess>({
    start: (onEnd) => start(state, onEnd),
    onRestart(reason, restartMs) {
      state.problem = problemOf(`the process that writes them ended: ${reason}`);
      log.error({ reason, restartMs }, "the process that writes files ended");
    },
    end: endChild,
  });
  return {
    reconfigure(next) {
      state.config = next;
      tell(child.current(), { config: next, to });
    },
    problem: () => state.problem,
    close: child.close,
  };
}

const problemOf = (why: string): string =>
  `The files of the site cannot be written (${why}). They stay as they are, and it is tried again.`;

function tell(child: ChildProcess, message: ToStatic): void {
  if (child.connected) child.send(message);
}

function start(state: StaticState, onEnd: (reason: EndReason) => void): ChildProcess {
  const { config, options } = state;
  const { log, to } = options;
  const extension = import.meta.url.endsWith(".ts") ? "ts" : "js";
  const started = fork(fileURLToPath(new URL(`./static-process.${extension}`, import.meta.url)), {
    execArgv: [...process.execArgv, ...LEAN.flags],
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
  tell(started, { config, to });
  return started;
}

function hear(state: StaticState, message: FromStatic): void {
  const { log, to, onRefused } = state.options;
  switch (message.kind) {
    case "standing-by":
      log.info({ to }, "another process writes files there: standing by");
      break;
    case "failed":
      state.problem = problemOf(message.message);
      state.failed(message.message);
      break;
    case "refused":
      if (!state.isBegun) onRefused(message.message);
      break;
    case "recovered":
      state.problem = null;
      break;
    case "up-to-date":
      state.isBegun = true;
      state.problem = null;
      log.info({ to, written: message.written, removed: message.removed }, "files are up to date");
  }
}
