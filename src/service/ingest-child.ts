import { type ChildProcess, fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { Log } from "../adapters/log.ts";
import type { Config } from "../config/config.ts";
import { endChild, LEAN, lowerPriority } from "./child-process.ts";
import { flagsOfChild } from "./given-flags.ts";
import type { FirstPass, FromIngest, ToIngest } from "./messages.ts";
import { NODE_NAME } from "./node-name.ts";
import type { OwnFile } from "./sharing/own-file.ts";
import { type EndReason, supervise } from "./supervise.ts";

export type IngestChild = {
  readonly reconfigure: (config: Config) => void;
  readonly follow: (own: OwnFile) => void;
  /** Why articles are not being taken in, or `null`. */
  readonly problem: () => string | null;
  readonly close: () => Promise<void>;
};

export type IngestChildOptions = {
  readonly config: Config;
  /** The name of this node. */
  readonly node: string;
  readonly own: OwnFile | null;
  readonly log: Log;
  /** Called once, however often the child is started again. */
  readonly onFirstPass: (pass: FirstPass) => void;
  /** Called, before its first pass only, when the child cannot work here at all: another service ingests already. */
  readonly onRefused: (message: string) => void;
};

/** Environment variable by which a process knows that it is our child. */
export const CHILD_MARK = "OFFPRINT_INGEST_CHILD";

type ChildState = {
  readonly options: IngestChildOptions;
  config: Config;
  own: OwnFile | null;
  problem: string | null;
  /** Why the running child cannot work, in its own words. */
  refusal: string | null;
  isGreeted: boolean;
};

/** Runs ingest and publishing in a child process, at a lower priority, and starts it again when it ends. */
export function startIngestChild(options: IngestChildOptions): IngestChild {
  const { config, own, log } = options;
  const state: ChildState = {
    options,
    config,
    own,
    problem: null,
    refusal: null,
    isGreeted: false,
  };
  const child = supervise<ChildProcess>({
    start: (onEnd) => start(state, onEnd),
    onRestart(reason, restartMs) {
      const why = state.refusal ?? reason;
      state.problem = `The ingest process ended (${why}); it is started again.`;
      state.refusal = null;
      log.error({ reason: why, restartMs }, "the ingest process ended");
    },
    end: endChild,
  });
  return {
    reconfigure(next) {
      state.config = next;
      tell(child.current(), state);
    },
    follow(next) {
      state.own = next;
      tell(child.current(), state);
    },
    problem: () => state.problem,
    close: child.close,
  };
}

function tell(child: ChildProcess, { config, own }: ChildState): void {
  const message: ToIngest = { kind: "config", config, own };
  if (child.connected) child.send(message);
}

function start(state: ChildState, onEnd: (reason: EndReason) => void): ChildProcess {
  const { config, options } = state;
  const launcher = fileURLToPath(new URL("../../bin/offprint.js", import.meta.url));
  const started = fork(launcher, ["serve", "--config", config.file], {
    execArgv: [...flagsOfChild(LEAN.flags)],
    env: { ...LEAN.environment, ...process.env, [CHILD_MARK]: "1", [NODE_NAME]: options.node },
  });
  lowerPriority(started, "the ingest process", options.log);
  // Emitted, for example, for a message to a child that was just killed: without a listener it would end us.
  started.on("error", (cause) => {
    options.log.warn(
      { cause: cause.message },
      "the ingest process could not be started or reached",
    );
    // A child that never began emits no "exit".
    if (started.pid === undefined) onEnd(cause.message);
  });
  started.on("message", (message: FromIngest) => hear(state, message));
  started.on("exit", (code, signal) => onEnd(signal ?? code));
  tell(started, state);
  return started;
}

function hear(state: ChildState, message: FromIngest): void {
  if (message.kind === "refused") refuse(state, message.message);
  else if (message.kind === "cannot-begin") state.refusal = message.message;
  else if (message.kind === "storage") state.problem = message.problem;
  else if (!state.isGreeted) {
    state.isGreeted = true;
    state.options.onFirstPass(message.pass);
  }
}

/** After the first pass a refusal is an end like any other: readers are served, and the child is started again. */
function refuse(state: ChildState, message: string): void {
  state.refusal = message;
  if (!state.isGreeted) state.options.onRefused(message);
}
