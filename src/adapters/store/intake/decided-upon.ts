import type { Kysely, Transaction } from "kysely";
import type { LookupText, StoredContext } from "../../../core/articles/stored-context.ts";
import type { IngestIntent } from "../../../core/intake/ingest-intent.ts";
import { countedBlocks } from "../../../core/similarity/comparison.ts";
import { fnv1a, mix } from "../../../core/similarity/hash.ts";
import { REARRANGES_YOUNG, youngChanged } from "../articles/young-index.ts";
import {
  type DecisionBasis,
  type Footprint,
  restOn,
  UNREAD_BY_DECISIONS,
} from "../engine/decision-basis.ts";
import type { Tables } from "../schema/tables.ts";

export type DecidedIntake = {
  readonly sourceId: string;
  readonly known: StoredContext;
  /** Texts that were looked for in all sources. */
  readonly texts?: readonly Pick<LookupText, "textHash" | "fingerprint">[];
  /** Publishers' ids that were asked for. */
  readonly guids?: readonly string[];
  readonly intent: IngestIntent;
};

/**
 * See `restOn`. @returns whether the transaction sees what others wrote since: whatever `decidedUpon` does not name, such as the lease
 * under which was decided, is to be read again.
 */
export async function restOnDecided(
  trx: Transaction<Tables>,
  decided: DecidedIntake,
): Promise<boolean> {
  const isLater = await restOn(trx, () => decidedUpon(decided));
  if (isLater) youngChanged(trx);
  return isLater;
}

/** For a transaction that decides nothing of texts: of what decisions read it changes these articles, and what their clusters show. */
export const restOnArticles = (
  db: Kysely<Tables>,
  articleIds: readonly string[],
): Promise<boolean> =>
  restOn(db, () => ({
    ...UNREAD_BY_DECISIONS,
    writes: { tags: tagsOf("article", articleIds), texts: [] },
  }));

/**
 * What a decision of a poll, a page or a revision rests on. Two decisions disturb each other when one writes what the other has
 * read: something of the same source, a text that its own would be compared with, an equal text, a paragraph that both count, an entry id, a
 * cluster, which stands for its members, or an article. Left out are sightings of common lines (core/cleaning/repeated/learn-common.ts): what one
 * poll misses, the next one sees.
 */
const decidedUpon = (decided: DecidedIntake): DecisionBasis => ({
  reads: readOf(decided),
  writes: writtenOf(decided),
});

function readOf({ sourceId, known, texts = [], guids = [] }: DecidedIntake): Footprint {
  const articles = [...known.articles.values()];
  const fingerprints = [...texts, ...articles].map(({ fingerprint }) => fingerprint);
  const tags = new Set([
    tagOf("source", sourceId),
    ...tagsOf(
      "text",
      texts.map(({ textHash }) => textHash),
    ),
    ...fingerprints.flatMap(countedBlocks).map(blockTag),
    ...tagsOf("entry", [...guids, ...articles.flatMap(({ guid }) => guid ?? [])]),
    ...tagsOf("cluster", known.clusters.keys()),
    ...tagsOf("article", known.articles.keys()),
  ]);
  return { tags, texts: texts.map(({ fingerprint }) => fingerprint.keys) };
}

function writtenOf({ sourceId, intent }: DecidedIntake): Footprint {
  const { inserts, updates, rekeyed, redated, clusters } = intent;
  const drafts = [...inserts, ...updates].map(({ draft }) => draft);
  const changed = [...updates, ...rekeyed, ...redated].map(({ id }) => id);
  const tags = new Set([
    tagOf("source", sourceId),
    ...tagsOf(
      "text",
      drafts.map(({ textHash }) => textHash),
    ),
    ...intent.sightings.map(({ hash }) => blockTag(hash)),
    ...tagsOf(
      "entry",
      clusters.map(({ entryId }) => entryId),
    ),
    ...tagsOf(
      "cluster",
      clusters.flatMap(({ id, mergedInto }) => [id, mergedInto ?? id]),
    ),
    ...tagsOf("article", changed),
    ...(updates.some(({ isNewText }) => isNewText) ? [REARRANGES_YOUNG] : []),
  ]);
  return { tags, texts: drafts.map(({ fingerprint }) => fingerprint.keys) };
}

type TagKind = "source" | "text" | "entry" | "cluster" | "article";

const tagOf = (kind: TagKind, name: string): number => mix(fnv1a(kind), fnv1a(name));

const tagsOf = (kind: TagKind, names: Iterable<string>): ReadonlySet<number> =>
  new Set(Array.from(names, (name) => tagOf(kind, name)));

const blockTag = (hash: number): number => mix(fnv1a("block"), hash);
