import type { Config } from "../config/config.ts";
import type { SourceDefinition } from "../core/definitions.ts";
import { err, ok, type Result } from "../core/result.ts";
import { type RevisedBatch, reviseArticles } from "../ingest/revise-articles.ts";
import { openRevising, type Revising } from "../service/ingesting/open-revising.ts";
import { type Io, refuse, refuseConfig } from "../service/io.ts";
import { type CommonOptions, load } from "../service/load.ts";
import { type Interruption, listenForInterruption } from "./interruption.ts";
import { createProgress, type Progress } from "./progress.ts";
import { write } from "./write.ts";

export type ReprocessOptions = CommonOptions & {
  /** Only this source; absent for all. */
  readonly source?: string;
  readonly json: boolean;
};

/** Two cores: one drafts while the other writes. */
const WORKERS = 1;

/**
 * Applies the present cleaner to everything that was received; ids, dates and clusters stay. Ends between two batches on
 * SIGINT and SIGTERM, and can simply be run again. Gives the exit code.
 */
export async function reprocess(options: ReprocessOptions, io: Io): Promise<number> {
  const loaded = load(options, io);
  if (!loaded.ok) return refuseConfig(loaded, io);
  const opened = await openRevising(loaded.value, WORKERS);
  if (!opened.ok) return refuse(opened.error, io);
  const interruption = listenForInterruption();
  try {
    const sources = await sourcesOf(loaded.value, options, opened.value);
    if (!sources.ok) return refuse(sources.error, io);
    return await reprocessAll(sources.value, { options, io, revising: opened.value, interruption });
  } finally {
    interruption.forget();
    await opened.value.close();
  }
}

type NamedSource = { readonly id: string; readonly definition: SourceDefinition | null };

/** As the configuration has them, else as they last were: also a source that left keeps its rights and its exceptions. */
async function sourcesOf(
  { sources }: Config,
  { source: only }: ReprocessOptions,
  { deps }: Revising,
): Promise<Result<readonly NamedSource[], string>> {
  const known = new Map([
    ...(await deps.store.definitions()),
    ...sources.map((definition) => [definition.id, definition] as const),
  ]);
  const named = [...known].map(([id, definition]) => ({ id, definition }));
  if (only === undefined) return ok(named);
  return known.has(only)
    ? ok(named.filter(({ id }) => id === only))
    : err(`there is no source "${only}"`);
}

type Context = {
  readonly options: ReprocessOptions;
  readonly io: Io;
  readonly revising: Revising;
  readonly interruption: Interruption;
};

async function reprocessAll(sources: readonly NamedSource[], context: Context): Promise<number> {
  const { options, io, revising, interruption } = context;
  const count = await revising.deps.store.count(options.source ?? null);
  const progress = createProgress(io.stderr, { total: count, label: "articles" });
  const startedAt = Date.now();
  let total = NOTHING;
  try {
    for (const source of sources) {
      if (interruption.code() !== null) break;
      const done = await reprocessSource(source, context, progress);
      total = add(total, done);
    }
  } finally {
    progress.end();
  }
  await write(io.stdout, lineOf({ ...total, ms: Date.now() - startedAt }, "all", options));
  const code = interruption.code();
  if (code === null || total.articles >= count) return 0;
  refuse(`stopped after ${total.articles} of ${count} articles: run it again`, io);
  return code;
}

async function reprocessSource(
  { id, definition }: NamedSource,
  context: Context,
  progress: Progress,
): Promise<RevisedBatch> {
  const { revising, interruption } = context;
  const startedAt = Date.now();
  let done = NOTHING;
  if (definition === null) {
    const articles = await revising.deps.store.count(id);
    done = { ...NOTHING, articles, failed: articles, problem: articles > 0 ? UNKNOWN : null };
    progress.advance(articles);
  } else {
    for await (const batch of reviseArticles(
      { source: definition, articleIds: null },
      revising.deps,
    )) {
      done = add(done, batch);
      progress.advance(batch.articles);
      if (interruption.code() !== null) break;
    }
  }
  if (done.articles > 0) {
    const line = lineOf({ source: id, ...done, ms: Date.now() - startedAt }, id, context.options);
    progress.above(() => void context.io.stdout.write(line));
  }
  return done;
}

const UNKNOWN = "the source left the configuration so long ago that its settings are not known";

const NOTHING: RevisedBatch = { articles: 0, changed: 0, updated: 0, failed: 0, problem: null };

const add = (a: RevisedBatch, b: RevisedBatch): RevisedBatch => ({
  articles: a.articles + b.articles,
  changed: a.changed + b.changed,
  updated: a.updated + b.updated,
  failed: a.failed + b.failed,
  problem: a.problem ?? b.problem,
});

type Line = RevisedBatch & { readonly ms: number; readonly source?: string };

function lineOf(line: Line, name: string, { json }: ReprocessOptions): string {
  const { articles, changed, updated, failed, problem } = line;
  const why = problem === null ? "" : ` (${problem})`;
  const text = `${name}: ${articles} articles, ${changed} changed, ${updated} of them so much that readers are told, ${failed} failed${why}`;
  return `${json ? JSON.stringify(line) : text}\n`;
}
