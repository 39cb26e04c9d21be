import { setTimeout as sleep } from "node:timers/promises";
import { startTicker, type Ticker } from "../../adapters/cron.ts";
import type { Log } from "../../adapters/log.ts";
import type { Config } from "../../config/config.ts";
import type { SourceReport } from "../../core/polling/source-report.ts";
import { err, ok, type Result } from "../../core/result.ts";
import { type IngestSide, type IngestSideError, openIngestSide } from "../ingest-side.ts";
import type { ArticleEdit, FirstPass } from "./messages.ts";
import { waitForTurn } from "./wait-for-turn.ts";

export type IngestRole = {
  readonly reconfigure: (config: Config) => Promise<void>;
  readonly tellAudience: (subscribers: number) => void;
  /** The error is a sentence. */
  readonly edit: (edit: ArticleEdit) => Promise<Result<null, string>>;
  readonly close: () => Promise<void>;
};

export type IngestRoleOptions = {
  readonly config: Config;
  readonly log: Log;
  readonly onFirstPass: (pass: FirstPass) => void;
  /** Storage failed, or works again (`null`). */
  readonly onStorage: (problem: string | null) => void;
  /** It cannot work here after all; the message is a sentence. */
  readonly onRefused: (message: string) => void;
};

/** Under the 5 s in which a service has to be gone after SIGTERM. */
const GRACE_MS = 3_500;
/** How soon a command's request is seen. */
const REQUESTS_MS = 500;
/** A command that was ended leaves its answer behind. */
const KEEP_REQUESTS_MS = 24 * 60 * 60 * 1000;

/**
 * The scheduler: a pass over the due sources at the start, on every tick, and when a command asks. While another process
 * ingests it waits for its turn.
 */
export async function startIngestRole(
  options: IngestRoleOptions,
): Promise<Result<IngestRole, IngestSideError>> {
  const open = (config: Config) =>
    openIngestSide({ config, log: options.log, isChecked: true, kind: "service" });
  const opened = await open(options.config);
  if (opened.ok) return ok(work(opened.value, options));
  const { error } = opened;
  if (error.kind !== "locked") return opened;
  const begin = (side: IngestSide, config: Config) => work(side, { ...options, config });
  return ok(waitForTurn(error, { ...options, open, begin, now: Date.now, pause }));
}

/** Woken by the signal. */
const pause = (ms: number, signal: AbortSignal): Promise<void> =>
  sleep(ms, undefined, { signal }).catch(() => {});

function work(side: IngestSide, options: IngestRoleOptions): IngestRole {
  const applier = createApplier(side, options.log);
  const pass = (): Promise<FirstPass> =>
    passOver(side, { ...options, deadline: () => ticking.deadline() });
  const ticking = startTicking(options.config.ingest.tick, {
    log: options.log,
    // Not awaited: a slow source must not delay the others' next tick. It is polled once at a time.
    onTick() {
      applier.retry();
      void pass();
    },
  });
  const stopAnswering = answerRequests(side, options);
  void pass().then(options.onFirstPass);
  side.completing.start();

  return {
    tellAudience: side.tellAudience,
    edit: (edit) => carryOut(edit, side, options.log),
    async reconfigure(next) {
      ticking.follow(next.ingest.tick);
      await applier.apply(next);
    },
    async close() {
      ticking.stop();
      stopAnswering();
      await side.close(GRACE_MS);
    },
  };
}

type Ticking = Pick<Ticker, "deadline" | "stop"> & {
  /** Takes a reread expression into force; the same one goes on undisturbed. */
  readonly follow: (expression: string) => void;
};

type TickingOptions = { readonly log: Log; readonly onTick: () => void };

function startTicking(first: string, { log, onTick }: TickingOptions): Ticking {
  const tickerFor = (expression: string): Ticker =>
    startTicker(expression, {
      onTick: async () => onTick(),
      onProblem: (message) => log.warn({ message }, "tick"),
    });
  let current = first;
  let ticker = tickerFor(first);
  return {
    deadline: () => ticker.deadline(),
    follow(expression) {
      if (expression === current) return;
      current = expression;
      ticker.stop();
      ticker = tickerFor(expression);
    },
    stop: () => ticker.stop(),
  };
}

/** Never rejects: whoever asked is told that storage failed. */
async function carryOut(
  edit: ArticleEdit,
  { edits }: Pick<IngestSide, "edits">,
  log: Log,
): Promise<Result<null, string>> {
  try {
    return edit.kind === "keep-lines"
      ? await edits.keepLines(edit.articleId, edit.lines)
      : await edits.forgetKeptLines(edit.articleId);
  } catch (cause) {
    log.error({ err: cause, article: edit.articleId }, "an edit failed");
    return err("it cannot be stored: see the log, then try again");
  }
}

type Applier = {
  readonly apply: (config: Config) => Promise<void>;
  /** Applies what could not be applied, should there be anything. */
  readonly retry: () => void;
};

/** Sources are kept in the store: on a full disk a configuration waits until it can be written. */
function createApplier(side: Pick<IngestSide, "reconfigure">, log: Log): Applier {
  let unapplied: Config | null = null;
  const apply = async (config: Config): Promise<void> => {
    unapplied = null;
    try {
      await side.reconfigure(config);
    } catch (cause) {
      unapplied = config;
      throw cause;
    }
  };
  return {
    apply,
    retry() {
      if (unapplied === null) return;
      apply(unapplied).catch((cause: unknown) =>
        log.error({ err: cause }, "the configuration could not be applied"),
      );
    },
  };
}

type PassOptions = Pick<IngestRoleOptions, "log" | "onStorage"> & {
  readonly deadline: () => number | null;
};

/** One pass over the due sources; never rejects. */
async function passOver(side: IngestSide, options: PassOptions): Promise<FirstPass> {
  const { log, onStorage, deadline } = options;
  const reports: SourceReport[] = [];
  try {
    const pass = await side.pass(null, (report) => reports.push(report));
    await pass.done;
    await side.heal();
    await side.notePass(deadline());
    onStorage(null);
    return { reports, problem: null };
  } catch (cause) {
    const message = cause instanceof Error ? cause.message : String(cause);
    log.error({ err: cause }, "a pass failed: nothing is lost, it is tried again");
    const problem = `Articles cannot be stored (${message}). Check free space and permissions.`;
    onStorage(problem);
    return { reports, problem };
  }
}

/** Commands on the same database ask here for a pass. */
function answerRequests(side: IngestSide, { log }: Pick<IngestRoleOptions, "log">): () => void {
  let isBusy = false;
  const answer = async (): Promise<void> => {
    const request = await side.requests.take();
    if (request === null) return;
    const answers: Promise<void>[] = [];
    try {
      const pass = await side.pass(request, (report) => {
        answers.push(side.requests.answer(request.id, report));
      });
      await pass.done;
      await side.heal();
    } finally {
      await Promise.all(answers);
      await side.requests.finish(request.id);
    }
    await side.requests.forget(Date.now() - KEEP_REQUESTS_MS);
  };
  const timer = setInterval(() => {
    if (isBusy) return;
    isBusy = true;
    answer()
      .catch((cause: unknown) => log.error({ err: cause }, "a requested pass failed"))
      .finally(() => {
        isBusy = false;
      });
  }, REQUESTS_MS);
  return () => clearInterval(timer);
}
