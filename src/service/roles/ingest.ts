import { setTimeout as sleep } from "node:timers/promises";
import { startTicker, type Ticker } from "../../adapters/cron.ts";
import type { Log } from "../../adapters/log.ts";
import { databaseAt } from "../../adapters/store/engine/engines.ts";
import type { Config } from "../../config/config.ts";
import type { SourceReport } from "../../core/intake/source-report.ts";
import { ok, type Result } from "../../core/result.ts";
import type { DatabaseName } from "../../core/settings/database-name.ts";
import type { SourceDefinition } from "../../core/settings/definitions.ts";
import { type IngestSide, type IngestSideError, openIngestSide } from "../ingesting/ingest-side.ts";
import { waitForTurn } from "../ingesting/wait-for-turn.ts";
import type { Io } from "../io.ts";
import type { FirstPass } from "../messages.ts";
import { takeOrders } from "../orders/take-orders.ts";
import type { RunningRole } from "../running-role.ts";

export type IngestRoleOptions = {
  readonly config: Config;
  /** The name of this node. */
  readonly node: string;
  readonly log: Log;
  /** Whether this node polls a source: a drop folder may lie on another. */
  readonly isHere: (source: SourceDefinition) => boolean;
  /** Whether the configuration file of this node is the one that counts. */
  readonly isOwner: () => boolean;
  readonly environment: Io["environment"];
  readonly onFirstPass: (pass: FirstPass) => void;
  /** Called when the poll of a source has ended. */
  readonly onReport: (report: SourceReport) => void;
  /** Called when storage failed, with a sentence, and when it works again, with `null`. */
  readonly onStorage: (problem: string | null) => void;
  /** Called when it cannot ingest here after all; the message is a sentence. */
  readonly onRefused: (message: string) => void;
};

/** Under the 5 s in which a service has to be gone after SIGTERM. */
const GRACE_MS = 3_500;

/**
 * The scheduler: makes a pass over the due sources at the start and on every tick, and carries out orders. While
 * another process ingests, it waits for its turn.
 */
export async function startIngestRole(
  options: IngestRoleOptions,
): Promise<Result<RunningRole, IngestSideError>> {
  const { log, node } = options;
  const open = (config: Config) =>
    openIngestSide({
      config,
      node,
      log,
      isHere: options.isHere,
      environment: options.environment,
      isChecked: true,
      kind: "service",
    });
  const opened = await open(options.config);
  if (opened.ok) return ok(work(opened.value, options));
  const { error } = opened;
  if (error.kind !== "locked") return opened;
  const begin = (side: IngestSide, config: Config) => work(side, { ...options, config });
  return ok(waitForTurn(error, { ...options, open, begin, now: Date.now }));
}

function work(side: IngestSide, options: IngestRoleOptions): RunningRole {
  const applier = createApplier(side, options.log);
  let isClosing = false;
  const pass = (): Promise<FirstPass> =>
    passOver(side, {
      ...options,
      database: options.config.database,
      deadline: () => ticking.deadline(),
      isClosing: () => isClosing,
    });
  const ticking = startTicking(options.config.ingest.tick, {
    log: options.log,
    // Not awaited: a slow source must not delay the next tick of the others. No source is polled twice at a time.
    onTick() {
      applier.retry();
      void pass();
    },
  });
  const stopTaking = takeSideOrders(side, options);
  void pass().then(options.onFirstPass);
  side.completing.start();
  side.backups.start();

  return {
    async reconfigure(next) {
      ticking.follow(next.ingest.tick);
      await applier.apply(next);
      // Sources that were added are not kept waiting for the next tick.
      void pass();
    },
    async close() {
      isClosing = true;
      ticking.stop();
      const deadline = Date.now() + GRACE_MS;
      // Another process may write for long: the lease of an order that we cannot give back ends by itself.
      await Promise.race([stopTaking(), sleep(GRACE_MS / 2, undefined, { ref: false })]);
      await side.close(deadline - Date.now());
    },
  };
}

const takeSideOrders = (
  { orders, desk }: IngestSide,
  { log, isOwner }: IngestRoleOptions,
): ReturnType<typeof takeOrders> =>
  takeOrders({
    book: orders,
    desk,
    log,
    mayTake: (kind) => kind !== "edit-configuration" || isOwner(),
  });

type Ticking = Pick<Ticker, "deadline" | "stop"> & {
  /** Applies a reread cron expression; an unchanged one goes on undisturbed. */
  readonly follow: (expression: string) => void;
};

type TickingOptions = { readonly log: Log; readonly onTick: () => void };

function startTicking(first: string, { log, onTick }: TickingOptions): Ticking {
  const tickerFor = (expression: string): Ticker =>
    startTicker(expression, {
      onTick: async () => onTick(),
      onProblem: (message) => log.warn({ message }, "a tick was missed or dropped"),
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

type Applier = {
  readonly apply: (config: Config) => Promise<void>;
  /** Applies the configuration that could not be applied before, if there is one. */
  readonly retry: () => void;
};

/** The store holds the sources: on a full disk a configuration waits until it can be written. */
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

type PassOptions = Pick<IngestRoleOptions, "log" | "onStorage" | "onReport"> & {
  readonly database: DatabaseName;
  readonly deadline: () => number | null;
  /** Whether the role is closing: a pass that is cut off then is no failure. */
  readonly isClosing: () => boolean;
};

/** One pass over the due sources; never rejects. */
async function passOver(side: IngestSide, options: PassOptions): Promise<FirstPass> {
  const { log, onStorage, onReport, deadline, isClosing } = options;
  const reports: SourceReport[] = [];
  try {
    const pass = await side.pass(null, (report) => {
      reports.push(report);
      onReport(report);
    });
    await pass.done;
    await side.heal();
    await side.notePass(deadline());
    onStorage(null);
    return { reports, problem: null };
  } catch (cause) {
    if (isClosing()) return { reports, problem: null };
    const problem = storageProblem(options.database, cause);
    log.error({ err: cause, problem }, "a pass failed: nothing is lost, it is tried again");
    onStorage(problem);
    return { reports, problem };
  }
}

/** Everybody may read it: it does not name the database. */
function storageProblem(database: DatabaseName, cause: unknown): string {
  const obstacle = databaseAt(database).obstacleIn(cause);
  if (obstacle !== null) return `Articles cannot be stored. ${obstacle}`;
  const why = cause instanceof Error ? cause.message : String(cause);
  return `Articles cannot be stored (${why}). Check free space and permissions.`;
}
