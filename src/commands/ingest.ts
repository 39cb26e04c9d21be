import { createLog } from "../adapters/log.ts";
import type { Config } from "../config/config.ts";
import type { PassRequest } from "../core/pass-requests.ts";
import type { SourceReport } from "../core/polling/source-report.ts";
import { askForPass } from "./ask-for-pass.ts";
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
  for (;;) {
    const opened = await openIngestSide({ config, log, isChecked: false, kind: "pass" });
    if (opened.ok) return passHere(opened.value, request, { print, io });
    if (opened.error.kind !== "locked") return refuse(opened.error.message, io);
    const asked = await askForPass({ config, request, onReport: print.report });
    if (asked === "done") return 0;
    if (asked !== "left") return refuse(asked.message, io);
  }
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
    await side.heal();
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

type Output = { readonly print: Printer; readonly io: Io };

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
