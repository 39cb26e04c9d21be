import { type ChildProcess, fork } from "node:child_process";
import { setPriority } from "node:os";
import { fileURLToPath } from "node:url";
import type { Log } from "../adapters/log.ts";
import type { Config } from "../config/config.ts";
import type { FirstPass, FromIngest, ToIngest } from "./messages.ts";

export type IngestChild = {
  readonly reconfigure: (config: Config) => void;
  /** Why articles are not being taken in, or `null`. */
  readonly problem: () => string | null;
  readonly close: () => Promise<void>;
};

export type IngestChildOptions = {
  readonly config: Config;
  readonly log: Log;
  /** Once, however often it is started again. */
  readonly onFirstPass: (pass: FirstPass) => void;
  /** It cannot work here at all, such as when another service ingests already: only before it ever worked. */
  readonly onRefused: (message: string) => void;
};

/** Serving comes first: at nice 10 its p99 during an ingest was 2.2 times idle, at 0 it was 3.1 (measured). */
const NICE = 10;
/** Environment variable that tells the child whose it is. */
export const CHILD_MARK = "OFFPRINT_INGEST_CHILD";

const FIRST_RESTART_MS = 500;
const LONGEST_RESTART_MS = 30_000;
/** A child that lived this long died of something new. */
const HEALTHY_MS = 60_000;
const KILL_MS = 4_500;

type State = {
  readonly options: IngestChildOptions;
  config: Config;
  /** `null` only until the first is started. */
  child: ChildProcess | null;
  problem: string | null;
  /** Why the present one cannot work, in its own words. */
  refusal: string | null;
  isClosing: boolean;
  isGreeted: boolean;
  restartMs: number;
};

/** Runs the ingest side as a child process, at a lower priority, and starts it again when it dies. */
export function startIngestChild(options: IngestChildOptions): IngestChild {
  const state: State = {
    options,
    config: options.config,
    child: null,
    problem: null,
    refusal: null,
    isClosing: false,
    isGreeted: false,
    restartMs: FIRST_RESTART_MS,
  };
  state.child = start(state);
  return {
    reconfigure(config) {
      state.config = config;
      tell(state, { kind: "config", config });
    },
    problem: () => state.problem,
    close() {
      state.isClosing = true;
      return end(state.child);
    },
  };
}

function tell({ child }: State, message: ToIngest): void {
  if (child?.connected) child.send(message);
}

function start(state: State): ChildProcess {
  const { config, options } = state;
  const launcher = fileURLToPath(new URL("../../bin/offprint.js", import.meta.url));
  const arguments_ = ["serve", "--role", "ingest", "--config", config.file];
  const started = fork(launcher, arguments_, {
    env: { ...process.env, [CHILD_MARK]: "1" },
  });
  const startedAt = Date.now();
  lowerPriority(started, options.log);
  // Such as a message to a child that was killed a moment ago: without a listener it would end us.
  started.on("error", (cause) => {
    options.log.warn({ cause: cause.message }, "ingest process");
    // Never began: no exit.
    if (started.pid === undefined) startAgain(state, startedAt, { cause: cause.message });
  });
  started.on("message", (message: FromIngest) => hear(state, message));
  started.on("exit", (code, signal) => startAgain(state, startedAt, { code, signal }));
  if (started.connected) started.send({ kind: "config", config } satisfies ToIngest);
  return started;
}

function lowerPriority({ pid }: ChildProcess, log: Log): void {
  try {
    if (pid !== undefined) setPriority(pid, NICE);
  } catch (cause) {
    log.warn({ cause: String(cause) }, "the ingest process runs at normal priority");
  }
}

function hear(state: State, message: FromIngest): void {
  if (message.kind === "refused") refuse(state, message.message);
  else if (message.kind === "cannot-begin") state.refusal = message.message;
  else if (message.kind === "storage") state.problem = message.problem;
  else if (!state.isGreeted) {
    state.isGreeted = true;
    state.options.onFirstPass(message.pass);
  }
}

/** Readers who are served already notice nothing: it is tried again, like after any other end. */
function refuse(state: State, message: string): void {
  state.refusal = message;
  if (!state.isGreeted) state.options.onRefused(message);
}

type EndOfChild = {
  readonly code?: number | null;
  readonly signal?: NodeJS.Signals | null;
  /** Why it could not even begin. */
  readonly cause?: string;
};

function startAgain(state: State, startedAt: number, why: EndOfChild): void {
  if (state.isClosing) return;
  if (Date.now() - startedAt > HEALTHY_MS) state.restartMs = FIRST_RESTART_MS;
  const { restartMs } = state;
  const { refusal } = state;
  const reason = refusal ?? why.cause ?? why.signal ?? why.code;
  state.problem = `The ingest process ended (${reason}); it is started again.`;
  state.refusal = null;
  state.options.log.error({ ...why, restartMs }, "the ingest process ended");
  setTimeout(() => {
    if (!state.isClosing) state.child = start(state);
  }, restartMs);
  state.restartMs = Math.min(2 * restartMs, LONGEST_RESTART_MS);
}

function end(child: ChildProcess | null): Promise<void> {
  const isGone = child === null || child.exitCode !== null || child.signalCode !== null;
  if (isGone) return Promise.resolve();
  return new Promise((resolve) => {
    const timer = setTimeout(() => child.kill("SIGKILL"), KILL_MS);
    child.once("exit", () => {
      clearTimeout(timer);
      resolve();
    });
    child.kill("SIGTERM");
  });
}
