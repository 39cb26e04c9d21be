import { setTimeout as sleep } from "node:timers/promises";
import type { Config } from "../config/config.ts";
import type { SourceReport } from "../core/intake/source-report.ts";
import type { OrderKind, PassScope } from "../core/orders/order.ts";
import { databaseRefusal } from "../service/database-refusal.ts";
import {
  type IngestSide,
  type IngestSideOptions,
  openIngestSide,
} from "../service/ingesting/ingest-side.ts";
import { type Io, refuse, refuseConfig } from "../service/io.ts";
import type { CommonOptions } from "../service/load.ts";
import { openLog } from "../service/log-settings.ts";
import { nodeName } from "../service/node-name.ts";
import { type AskedPass, askForPass } from "../service/orders/ask-for-pass.ts";
import { mayTakeBeside } from "../service/orders/may-take.ts";
import { takeOrders } from "../service/orders/take-orders.ts";
import { configurationForPass } from "../service/sharing/command-configuration.ts";
import { type Interruption, listenForInterruption } from "./interruption.ts";
import { makeRoomForNewObjects } from "./new-objects.ts";
import { createProgress, type Progress } from "./progress.ts";

export type IngestOptions = CommonOptions & {
  readonly all: boolean;
  readonly source: readonly string[];
  readonly json: boolean;
};

/** Runs one pass over the sources. Gives the exit code: 0 also when a source failed. */
export async function ingest(options: IngestOptions, io: Io): Promise<number> {
  // The reports say it all: a second account of the same failures would only be noise.
  const log = openLog("ingest", io, { terminal: "fatal", elsewhere: "fatal" });
  if (!log.ok) return refuse(log.error, io);
  const loaded = await configurationForPass(options, io, log.value);
  if (!loaded.ok) return refuseConfig(loaded, io);
  const config = loaded.value;
  const unknown = options.source.filter((id) => !config.sources.some((source) => source.id === id));
  if (unknown.length > 0) return refuse(`there is no source "${unknown[0]}"`, io);

  const interruption = listenForInterruption();
  try {
    return await pass({ config, options, log: log.value, interruption, io });
  } catch (cause) {
    return refuse(`the pass could not go on${whyNot(config, cause)}`, io);
  } finally {
    interruption.forget();
  }
}

function whyNot({ database }: Config, cause: unknown): string {
  const refusal = databaseRefusal(database, cause);
  if (refusal !== null) return `: ${refusal} Nothing is lost, it can be tried again.`;
  const why = cause instanceof Error ? cause.message : String(cause);
  return ` (${why}): nothing is lost, it can be tried again`;
}

type PassWork = {
  readonly config: Config;
  readonly options: IngestOptions;
  readonly log: IngestSideOptions["log"];
  readonly interruption: Interruption;
  readonly io: Io;
};

async function pass({ config, options, log, interruption, io }: PassWork): Promise<number> {
  const scope = { all: options.all, sources: options.source };
  const print = createPrinter(options, io, () => interruption.code() !== null);
  for (;;) {
    const opened = await openIngestSide({
      config,
      node: nodeName(io),
      log,
      isChecked: false,
      kind: "pass",
      environment: io.environment,
    });
    if (opened.ok) return passHere(opened.value, scope, { config, print, interruption, log, io });
    if (opened.error.kind !== "locked") return refuse(opened.error.message, io);
    const { report: onReport, isStopped } = print;
    const asked = await askForPass({ config, scope, onReport, isStopped });
    if (asked !== "left") return endOf(asked, interruption, io);
  }
}

function endOf(asked: Exclude<AskedPass, "left">, { code }: Interruption, io: Io): number {
  if (asked === "done") return 0;
  if (typeof asked !== "string") return refuse(asked.message, io);
  return stopped(code() ?? 1, LEFT_BEHIND[asked], io);
}

const LEFT_BEHIND = {
  begun: "the service goes on with the pass",
  "taken-back": "the pass had not begun, and the order is taken back",
} as const;

/** So many first documents save several times the CPU that room for new objects costs to make (25 ms on a busy machine). */
const MANY_SOURCES = 20;

async function passHere(
  side: IngestSide,
  scope: PassScope,
  { config, print, interruption, log, io }: PassOutput,
): Promise<number> {
  // Takes all orders but passes: a command that asked for one waits for the end of this pass, then runs its own.
  const { pass: _, ...desk } = side.desk;
  const mayTake = (kind: Exclude<OrderKind, "pass">): boolean => mayTakeBeside(config, kind);
  const stopTaking = takeOrders({ book: side.orders, desk, log, mayTake });
  const work = async (): Promise<null> => {
    const pass = await side.pass(scope, print.report);
    print.begin(pass.count);
    if (pass.count >= MANY_SOURCES) makeRoomForNewObjects();
    await pass.done;
    print.end();
    await completePages(side, print, io);
    await side.heal();
    return null;
  };
  try {
    const code = await Promise.race([work(), interruption.asked]);
    print.end();
    return code === null ? 0 : stopped(code, print.soFar(), io);
  } finally {
    print.end();
    await stopTaking();
    await side.close(0);
  }
}

function stopped(code: number, what: string, { stderr }: Io): number {
  stderr.write(`Stopped: ${what}.\n`);
  return code;
}

/** Pages of one host are asked for one after the other: those that take longer are left to the next pass. */
const PAGES_WITHIN_MS = 60_000;

async function completePages(side: IngestSide, print: Printer, { stderr }: Io): Promise<void> {
  const { completing } = side;
  const waiting = await completing.drain({
    withinMs: PAGES_WITHIN_MS,
    onBegin: print.beginPages,
    onPage: print.page,
  });
  await revisionsDone(side, Date.now() + PAGES_WITHIN_MS);
  print.end();
  if (waiting === 0) return;
  const pages = waiting === 1 ? "1 page waits" : `${waiting} pages wait`;
  stderr.write(`${pages} to be fetched: the next pass or a running service goes on\n`);
}

const LOOK_MS = 50;

/** Waits until ordered revisions are done: this process carries orders out itself. */
async function revisionsDone(side: IngestSide, deadline: number): Promise<void> {
  while ((await side.hasRevisions()) && Date.now() < deadline) await sleep(LOOK_MS);
}

type PassOutput = Pick<PassWork, "config" | "interruption" | "log" | "io"> & {
  readonly print: Printer;
};

type Printer = {
  readonly begin: (count: number) => void;
  readonly report: (report: SourceReport) => void;
  readonly beginPages: (count: number) => void;
  readonly page: () => void;
  /** What was done, for somebody who stopped the pass. */
  readonly soFar: () => string;
  /** Takes the bar away. Idempotent. */
  readonly end: () => void;
  readonly isStopped: () => boolean;
};

/** Prints nothing more once the pass was stopped, whatever the ending work still reports. */
function createPrinter(
  { json }: IngestOptions,
  { stdout, stderr }: Io,
  isStopped: () => boolean,
): Printer {
  let progress: Progress | null = null;
  let polled = 0;
  let total: number | null = null;
  return {
    isStopped,
    begin(count) {
      if (isStopped()) return;
      total = count;
      progress = createProgress(stderr, { total: count, label: "sources" });
      progress.advance(polled);
    },
    report(report) {
      if (isStopped()) return;
      polled += 1;
      const line = json ? JSON.stringify(report) : describe(report);
      const print = (): void => void stdout.write(`${line}\n`);
      if (progress === null) return print();
      progress.above(print);
      progress.advance(1);
    },
    beginPages(count) {
      if (isStopped()) return;
      progress = createProgress(stderr, { total: count, label: "pages" });
    },
    page: () => progress?.advance(1),
    soFar() {
      const of = total === null ? "" : ` of ${total}`;
      return `${polled}${of} sources were polled. What came in is kept; the next pass takes the rest`;
    },
    end: () => progress?.end(),
  };
}

function describe(report: SourceReport): string {
  const { source, outcome, error, warnings = [] } = report;
  if (outcome === "failed") return `${source}: failed: ${error?.message ?? "unknown reason"}`;
  const { items, updated, unchanged, merged, failed } = report;
  const counts = `${items} items, ${report.new} new (${merged} merged), ${updated} updated, ${unchanged} unchanged, ${failed} failed`;
  const line = outcome === "unchanged" ? `${source}: unchanged` : `${source}: ${counts}`;
  return [line, ...warnings.map(({ detail }) => `  ${detail}`)].join("\n");
}
