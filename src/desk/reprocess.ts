import type { RevisionStore } from "../core/intake/revision-store.ts";
import type { Reprocessed } from "../core/orders/order.ts";
import { err, ok } from "../core/result.ts";
import type { SourceDefinition } from "../core/settings/definitions.ts";
import { type ReviseArticlesDeps, reviseArticles } from "../ingest/revise-articles.ts";
import type { CarryOut, OrderWork } from "./carry-out.ts";

export type ReprocessDeps = ReviseArticlesDeps & {
  readonly store: Pick<RevisionStore, "received" | "revise" | "definitions" | "count">;
  /** As they are configured now. */
  readonly sources: () => readonly SourceDefinition[];
};

type ReprocessWork = OrderWork<"reprocess">;
type ChosenSource = { readonly id: string; readonly definition: SourceDefinition | null };

/**
 * Applies the present cleaner to everything that was received; ids, dates and clusters stay. Ends between two batches
 * when it is asked to stop, and can simply be ordered again.
 */
export const reprocess =
  (deps: ReprocessDeps): CarryOut<"reprocess"> =>
  async ({ sourceId }, work) => {
    const sources = await knownSources(deps);
    const chosen = sources.filter(({ id }) => sourceId === null || id === sourceId);
    if (sourceId !== null && chosen.length === 0) return err(`there is no source "${sourceId}"`);
    const of = await deps.store.count(sourceId);
    work.tell({ kind: "count", articles: of });
    let total = NOTHING;
    for (const source of chosen) {
      total = add(total, await reprocessSource(source, work, deps));
      if (await work.isStopWanted()) break;
    }
    return ok({ ...total, of });
  };

/** Every source with its configured definition, else its last one: a source that left keeps its rights and exceptions. */
async function knownSources({ store, sources }: ReprocessDeps): Promise<readonly ChosenSource[]> {
  const known = new Map([
    ...(await store.definitions()),
    ...sources().map((definition) => [definition.id, definition] as const),
  ]);
  return [...known].map(([id, definition]) => ({ id, definition }));
}

async function reprocessSource(
  { id, definition }: ChosenSource,
  work: ReprocessWork,
  deps: ReprocessDeps,
): Promise<Reprocessed> {
  const startedAt = deps.now();
  let done = definition === null ? await unknown(id, deps) : NOTHING;
  if (definition !== null) {
    const job = { source: definition, articleIds: null };
    for await (const batch of reviseArticles(job, deps)) {
      done = add(done, batch);
      work.tell({ kind: "batch", articles: batch.articles });
      if (await work.isStopWanted()) break;
    }
  } else if (done.articles > 0) work.tell({ kind: "batch", articles: done.articles });
  if (done.articles > 0) {
    work.tell({ kind: "source", source: id, ...done, ms: deps.now() - startedAt });
  }
  return done;
}

async function unknown(id: string, { store }: ReprocessDeps): Promise<Reprocessed> {
  const articles = await store.count(id);
  return { ...NOTHING, articles, failed: articles, problem: articles > 0 ? UNKNOWN : null };
}

const UNKNOWN = "the source left the configuration so long ago that its settings are not known";

const NOTHING: Reprocessed = { articles: 0, changed: 0, updated: 0, failed: 0, problem: null };

const add = (a: Reprocessed, b: Reprocessed): Reprocessed => ({
  articles: a.articles + b.articles,
  changed: a.changed + b.changed,
  updated: a.updated + b.updated,
  failed: a.failed + b.failed,
  problem: a.problem ?? b.problem,
});
