import type { OrderLines, Reprocessed } from "../core/orders/order.ts";
import { type Io, refuse } from "../service/io.ts";
import type { CommonOptions } from "../service/load.ts";
import type { OpenDesk } from "../service/open-desk.ts";
import { type Interruption, listenForInterruption } from "./interruption.ts";
import { createProgress, type Progress } from "./progress.ts";
import { withDesk } from "./with-desk.ts";
import { write } from "./write.ts";

export type ReprocessOptions = CommonOptions & {
  /** Only this source; absent for all. */
  readonly source?: string;
  readonly json: boolean;
};

/**
 * Applies the present cleaner to everything that was received; ids, dates and clusters stay. Ends between two batches on
 * SIGINT and SIGTERM, and can simply be run again. Gives the exit code.
 */
export function runReprocess(options: ReprocessOptions, io: Io): Promise<number> {
  return withDesk(options, io, async (desk) => {
    const interruption = listenForInterruption();
    try {
      return await reprocessAll(desk, { options, io, interruption });
    } finally {
      interruption.forget();
    }
  });
}

type ReprocessContext = {
  readonly options: ReprocessOptions;
  readonly io: Io;
  readonly interruption: Interruption;
};

async function reprocessAll({ order }: OpenDesk, context: ReprocessContext): Promise<number> {
  const { options, io, interruption } = context;
  const startedAt = Date.now();
  const printer = createPrinter(context);
  const done = await order(
    { kind: "reprocess", sourceId: options.source ?? null },
    { onLine: printer.onLine, isStopped: () => interruption.code() !== null },
  ).finally(printer.end);
  if (!done.ok) return refuse(done.error, io);
  const { of, ...total } = done.value;
  await write(io.stdout, lineOf({ ...total, ms: Date.now() - startedAt }, "all", options));
  const code = interruption.code();
  if (code === null || total.articles >= of) return 0;
  refuse(`stopped after ${total.articles} of ${of} articles: run it again`, io);
  return code;
}

function createPrinter({ options, io }: ReprocessContext) {
  let progress: Progress | null = null;
  return {
    onLine(line: OrderLines["reprocess"]): void {
      if (line.kind === "count") {
        progress = createProgress(io.stderr, { total: line.articles, label: "articles" });
      } else if (line.kind === "batch") progress?.advance(line.articles);
      else {
        const { kind: _, ...told } = line;
        progress?.above(() => void io.stdout.write(lineOf(told, line.source, options)));
      }
    },
    end: (): void => progress?.end(),
  };
}

type ReportLine = Reprocessed & { readonly ms: number; readonly source?: string };

function lineOf(line: ReportLine, name: string, { json }: ReprocessOptions): string {
  const { articles, changed, updated, failed, problem } = line;
  const why = problem === null ? "" : ` (${problem})`;
  const text = `${name}: ${articles} articles, ${changed} changed, ${updated} of them so much that readers are told, ${failed} failed${why}`;
  return `${json ? JSON.stringify(line) : text}\n`;
}
