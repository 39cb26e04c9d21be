import { startTicker, type Ticker } from "../../adapters/cron.ts";
import type { Log } from "../../adapters/log.ts";
import type { Config } from "../../config/config.ts";
import type { Result } from "../../core/result.ts";
import type { SourceReport } from "../../core/source-report.ts";
import { type IngestSide, type IngestSideError, openIngestSide } from "../ingest-side.ts";

export type IngestRole = {
  readonly reconfigure: (config: Config) => Promise<void>;
  readonly tellAudience: (subscribers: number) => void;
  readonly close: () => Promise<void>;
};

export type IngestRoleOptions = {
  readonly config: Config;
  readonly log: Log;
  /** The reports of the first pass: what was taken in at the start. */
  readonly onFirstPass: (reports: readonly SourceReport[]) => void;
  /** Storage failed, or works again (`null`). */
  readonly onStorage: (problem: string | null) => void;
};

/** Under the 5 s in which a service has to be gone after SIGTERM. */
const GRACE_MS = 3_500;
/** A service that was killed leaves a child that notices within this time. */
const LOCK_WAIT_MS = 3_000;
/** How soon a command's request is seen. */
const REQUESTS_MS = 500;
/** A command that was ended leaves its answer behind. */
const KEEP_REQUESTS_MS = 24 * 60 * 60 * 1000;

/** The scheduler: a pass over the due sources at the start, on every tick, and when a command asks. */
export async function startIngestRole(
  options: IngestRoleOptions,
): Promise<Result<IngestRole, IngestSideError>> {
  const opened = await openIngestSide({ ...options, isChecked: true, lockWaitMs: LOCK_WAIT_MS });
  if (!opened.ok) return opened;
  const side = opened.value;
  let tick = options.config.ingest.tick;
  let ticker = tickerFor(tick, side, options);
  const stopAnswering = answerRequests(side, options);

  void passOver(side, { ...options, deadline: () => ticker.deadline() }).then((reports) =>
    options.onFirstPass(reports),
  );

  return {
    ok: true,
    value: {
      tellAudience: side.tellAudience,
      async reconfigure(next) {
        if (next.ingest.tick !== tick) {
          tick = next.ingest.tick;
          ticker.stop();
          ticker = tickerFor(tick, side, options);
        }
        await side.reconfigure(next);
      },
      async close() {
        ticker.stop();
        stopAnswering();
        await side.close(GRACE_MS);
      },
    },
  };
}

function tickerFor(expression: string, side: IngestSide, options: IngestRoleOptions): Ticker {
  const ticker: Ticker = startTicker(expression, {
    // Not awaited: a slow source must not delay the others' next tick. It is polled once at a time.
    onTick: async () => void passOver(side, { ...options, deadline: () => ticker.deadline() }),
    onProblem: (message) => options.log.warn({ message }, "tick"),
  });
  return ticker;
}

type PassOptions = Pick<IngestRoleOptions, "log" | "onStorage"> & {
  readonly deadline: () => number | null;
};

/** One pass over the due sources; never rejects. */
async function passOver(side: IngestSide, options: PassOptions): Promise<readonly SourceReport[]> {
  const { log, onStorage, deadline } = options;
  const reports: SourceReport[] = [];
  try {
    const pass = await side.pass(null, (report) => reports.push(report));
    await pass.done;
    await side.notePass(deadline());
    onStorage(null);
  } catch (cause) {
    const message = cause instanceof Error ? cause.message : String(cause);
    log.error({ err: cause }, "a pass failed: nothing is lost, it is tried again");
    onStorage(`Articles cannot be stored (${message}). Check free space and permissions.`);
  }
  return reports;
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
