import { setTimeout as sleep } from "node:timers/promises";
import { createLog } from "../adapters/log.ts";
import { openDatabase } from "../adapters/store/open-database.ts";
import { createPassRequests } from "../adapters/store/pass-requests.ts";
import type { Config } from "../config/config.ts";
import type { PassRequest } from "../core/pass-requests.ts";
import type { SourceReport } from "../core/polling/source-report.ts";
import { type IngestSide, openIngestSide } from "./ingest-side.ts";
import { type CommonOptions, type Io, load, refuse, refuseConfig } from "./load.ts";
import { createProgress, type Progress } from "./progress.ts";

export type IngestOptions = CommonOptions & {
  readonly all: boolean;
  readonly source: readonly string[];
  readonly json: boolean;
};

/** One pass over the sources, then the end. Gives the exit code: 0 also when a source failed. */
export async function ingest(options: IngestOptions, io: Io): Promise<number> {
  const loaded = load(options, io);
  if (!loaded.ok) return refuseConfig(loaded, io);
  const config = loaded.value;
  const unknown = options.source.filter((id) => !config.sources.some((source) => source.id === id));
  if (unknown.length > 0) return refuse(`there is no source "${unknown[0]}"`, io);

  try {
    return await pass(config, options, io);
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    return refuse(`the pass could not go on (${why}): nothing is lost, it can be tried again`, io);
  }
}

async function pass(config: Config, options: IngestOptions, io: Io): Promise<number> {
  const request = { all: options.all, sources: options.source };
  const print = createPrinter(options, io);
  // The reports say it all: a second account of the same failures would only be noise.
  const log = createLog({ side: "ingest", level: io.environment["LOG_LEVEL"] || "fatal" });
  const opened = await openIngestSide({ config, log, isChecked: false, lockWaitMs: 0 });
  if (opened.ok) return passHere(opened.value, request, { print, io });
  if (opened.error.kind === "locked") return passThere(config, request, { print, io });
  return refuse(opened.error.message, io);
}

async function passHere(
  side: IngestSide,
  request: PassRequest,
  { print, io }: Output,
): Promise<number> {
  try {
    const pass = await side.pass(request, (report) => print.report(report));
    print.begin(pass.count);
    await pass.done;
    print.end();
    await completePages(side, io);
    return 0;
  } finally {
    print.end();
    await side.close(0);
  }
}

/** Pages of one host are asked for one after the other: what takes longer is the next pass's. */
const PAGES_WITHIN_MS = 60_000;

async function completePages({ completing }: IngestSide, { stderr }: Io): Promise<void> {
  let progress: Progress | null = null;
  const waiting = await completing.drain({
    withinMs: PAGES_WITHIN_MS,
    onBegin: (total) => {
      progress = createProgress(stderr, { total, label: "pages" });
    },
    onPage: () => progress?.advance(1),
  });
  (progress as Progress | null)?.end();
  if (waiting === 0) return;
  const pages = waiting === 1 ? "1 page waits" : `${waiting} pages wait`;
  stderr.write(`${pages} to be fetched: the next pass or a running service goes on\n`);
}

const LOOK_MS = 200;
/** A service takes a request within a second; nobody there means that it is hung or just leaving. */
const TAKEN_WITHIN_MS = 60_000;

/** A service runs on this database: it is asked to do the pass. */
type Output = { readonly print: Printer; readonly io: Io };

async function passThere(config: Config, request: PassRequest, output: Output): Promise<number> {
  const { print, io } = output;
  const opened = await openDatabase(config.database, { isChecked: true });
  if (!opened.ok) return refuse(opened.error.message, io);
  const requests = createPassRequests<SourceReport>(opened.value.db);
  try {
    const id = await requests.ask(request, Date.now());
    let heardAt = Date.now();
    for (let seen = 0; ; ) {
      const { lines, isFinished } = await requests.read(id, seen);
      for (const line of lines) print.report(line);
      seen += lines.length;
      if (isFinished) return 0;
      if (lines.length > 0) heardAt = Date.now();
      if (Date.now() - heardAt > TAKEN_WITHIN_MS + config.ingest.limits.timeoutMs) {
        return refuse("the service that holds this database does not answer", io);
      }
      await sleep(LOOK_MS);
    }
  } finally {
    print.end();
    await opened.value.close();
  }
}

type Printer = {
  readonly begin: (count: number) => void;
  readonly report: (report: SourceReport) => void;
  readonly end: () => void;
};

function createPrinter({ json }: IngestOptions, { stdout, stderr }: Io): Printer {
  let progress: Progress | null = null;
  let early = 0;
  return {
    begin(count) {
      progress = createProgress(stderr, { total: count, label: "sources" });
      progress.advance(early);
    },
    report(report) {
      if (progress) progress.advance(1);
      else early += 1;
      stdout.write(json ? `${JSON.stringify(report)}\n` : `${describe(report)}\n`);
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
