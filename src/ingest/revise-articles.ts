import type { Ids } from "../core/intake/ingest-intent.ts";
import type { IngestStore } from "../core/intake/ingest-store.ts";
import type { ReceivedArticle, RevisionStore } from "../core/intake/revision-store.ts";
import { decideAsStored } from "../core/intake/stored-source.ts";
import type { Reprocessed } from "../core/orders/order.ts";
import type { SourceDefinition } from "../core/settings/definitions.ts";
import { describeError } from "../core/sources/describe-error.ts";
import type { Redraft, Redrafted } from "./ports.ts";

export type ReviseArticlesDeps = {
  readonly store: Pick<RevisionStore, "received" | "revise">;
  readonly repeatedBlocks: IngestStore["repeatedBlocks"];
  readonly redraft: Redraft;
  readonly ids: Ids;
  readonly now: () => number;
};

export type ReviseJob = {
  readonly source: SourceDefinition;
  /** Only these of its articles; `null` for all. */
  readonly articleIds: readonly string[] | null;
};

/** Articles of one transaction: short, so that a service on the same database can go on. */
const BATCH = 50;

/**
 * Drafts articles of a source again from what was received and stores the differences, batch by batch. A caller that
 * stops between two batches loses nothing, and may begin again.
 */
export async function* reviseArticles(
  { source, articleIds }: ReviseJob,
  deps: ReviseArticlesDeps,
): AsyncGenerator<Reprocessed> {
  for (let after: string | null = null; ; ) {
    const query = { sourceId: source.id, articleIds, after, limit: BATCH };
    const received: readonly ReceivedArticle[] = await deps.store.received(query);
    if (received.length === 0) return;
    yield await reviseBatch(source, received, deps);
    after = received.at(-1)?.articleId ?? null;
    if (received.length < BATCH) return;
  }
}

async function reviseBatch(
  source: SourceDefinition,
  received: readonly ReceivedArticle[],
  deps: ReviseArticlesDeps,
): Promise<Reprocessed> {
  const { active, retired } = await deps.repeatedBlocks(source.id);
  const articles = received.map(({ key, raw, keptLines }) => ({ key, raw, keptLines, page: null }));
  const repeated = [...active, ...retired];
  const redrafted = await deps.redraft({ source, articles, repeated });
  if (!redrafted.ok) return nothingRevised(received.length, describeError(redrafted.error));
  const drafts = redrafted.value.flatMap(({ draft }) => draft ?? []);
  const failed = received.length - drafts.length;
  const problem = firstProblem(redrafted.value);
  if (drafts.length === 0) return nothingRevised(received.length, problem);

  const now = deps.now();
  const revision = { sourceId: source.id, received, now };
  const options = { source: { definition: source, firstIngestAt: null }, drafts, now };
  const { updates, counts } = await deps.store.revise(revision, (known, stored) =>
    decideAsStored({ mode: "revise", ids: deps.ids, ...options }, known, stored),
  );
  const { updated } = counts;
  return { articles: received.length, changed: updates.length, updated, failed, problem };
}

const nothingRevised = (articles: number, problem: string | null): Reprocessed => ({
  articles,
  changed: 0,
  updated: 0,
  failed: articles,
  problem,
});

const firstProblem = (redrafted: readonly Redrafted[]): string | null =>
  redrafted.find(({ draft }) => draft === null)?.refused ?? null;
