import type { Transaction } from "kysely";
import type { DerivedField } from "../../../core/articles/article-draft.ts";
import {
  EMPTY_CONTEXT,
  type KnownArticle,
  type KnownCluster,
  type Lookup,
  NO_OUTLINES,
  type StoredContext,
} from "../../../core/articles/stored-context.ts";
import type { IngestMode } from "../../../core/intake/ingest-intent.ts";
import type { Enclosure, Image } from "../../../core/media/media.ts";
import type { Rights } from "../../../core/rights/rights.ts";
import { attachmentsOf } from "../../../core/similarity/attachments.ts";
import { countedBlocks } from "../../../core/similarity/comparison.ts";
import { type Fingerprint, NO_FINGERPRINT } from "../../../core/similarity/fingerprint.ts";
import type { MemberReason } from "../../../core/similarity/member-reason.ts";
import { mayBeNeighbours } from "../../../core/similarity/neighbours.ts";
import { placeOf } from "../../../core/stories/elect-lead.ts";
import { addressOf, givenAddress } from "../../../core/urls/canonical-url.ts";
import { loadPairs, renamedPairs } from "../articles/article-pairs.ts";
import { articles, type Row, receivedOf } from "../articles/article-query.ts";
import { similarArticles } from "../articles/candidates.ts";
import { loadFingerprints } from "../articles/fingerprints.ts";
import { listingToken } from "../articles/listings.ts";
import { loadOwn, loadWordings, takenIds } from "../articles/own-articles.ts";
import { loadOwnBlocks } from "../articles/own-blocks.ts";
import { loadOutlines } from "../articles/repeated-blocks.ts";
import { blockClusters, type CrowdedKeys } from "../articles/sampled-keys.ts";
import { loadWeakNames } from "../articles/weak-names.ts";
import { inBatches } from "../batches.ts";
import type { Tables } from "../schema/tables.ts";
import { placeOfSource } from "../sources/source-place.ts";

export type LoadedKnown = {
  readonly known: StoredContext;
  /** Keys that get no further articles. */
  readonly crowded: CrowdedKeys;
  /** Texts of the lookup that were looked for in all sources. */
  readonly texts: Lookup["texts"];
};

type PollToLoad = {
  readonly mode: Exclude<IngestMode, "revise">;
  readonly sourceId: string;
  readonly now: number;
};

/** Loads what a decision asked for: a fixed number of statements, whatever the corpus holds. */
export async function loadContext(
  trx: Transaction<Tables>,
  lookup: Lookup,
  { mode, sourceId, now }: PollToLoad,
): Promise<LoadedKnown> {
  const weakNames = await loadWeakNames(trx, sourceId);
  const { rows: own, changed, touched } = await loadOwn(trx, lookup, { mode, sourceId, weakNames });
  const texts = changed.map((text) => ({
    ...text,
    comparedAt: Math.min(text.publishedAt ?? now, now),
  }));
  const similar = await similarArticles(trx, texts);
  const alike = await inBatches(similar.ids, (ids) =>
    articles(trx).where("article.id", "in", ids).execute(),
  );
  const clusterIds = new Set([...own, ...alike].map(({ cluster_id }) => cluster_id));
  const members = await loadKnownMembers(trx, clusterIds);
  const rows = new Map([...own, ...alike, ...members].map((row) => [row.id, row]));
  const compared = comparedIds(rows.values(), [...alike, ...touched], texts);
  const known = await assemble(trx, { rows, clusterIds, compared, texts, guids: lookup.guids });
  const isNews = texts.length > 0;
  const ofSource = {
    byKey: new Map(own.map(({ key, id }) => [key, id])),
    takenIds: await takenIds(trx, lookup.articleIds),
    weakNames,
    wordings: await loadWordings(trx, touched, known.articles),
    outlines: isNews ? await loadOutlines(trx, sourceId, texts) : NO_OUTLINES,
    ownBlocks: areOwnCompared({ rows: [...rows.values()], texts, sourceId })
      ? await loadOwnBlocks(trx, sourceId, lookup.recognised)
      : [],
    listingToken: await listingToken(trx, sourceId),
    place: await placeOfSource(trx, sourceId),
  };
  return { known: { ...known, ...ofSource }, crowded: similar.crowded, texts };
}

type MayCompare = {
  readonly rows: readonly Row[];
  readonly texts: Lookup["texts"];
  readonly sourceId: string;
};

/** Whether a new text may be compared with another one of its source. What the source repeats is asked for only then. */
const areOwnCompared = ({ rows, texts, sourceId }: MayCompare): boolean =>
  texts.length > 0 &&
  (mayBeNeighbours(texts) || rows.some(({ source_id }) => source_id === sourceId));

/** Loads the clusters of these ids and the clusters of these articles, with all members. */
export async function loadClusters(
  trx: Transaction<Tables>,
  {
    articleIds,
    clusterIds,
  }: { readonly articleIds: readonly string[]; readonly clusterIds: readonly string[] },
): Promise<StoredContext> {
  const named = await inBatches(articleIds, (ids) =>
    articles(trx).where("article.id", "in", ids).execute(),
  );
  const ids = new Set([...clusterIds, ...named.map(({ cluster_id }) => cluster_id)]);
  const members = await loadKnownMembers(trx, ids);
  const rows = new Map(members.map((row) => [row.id, row]));
  const compared = [...rows.keys()];
  const known = await assemble(trx, { rows, clusterIds: ids, compared, texts: [], guids: [] });
  const [sourceId, ...others] = new Set(named.map(({ source_id }) => source_id));
  const isOne = sourceId !== undefined && others.length === 0;
  return { ...known, ownBlocks: isOne ? await loadOwnBlocks(trx, sourceId) : [] };
}

export const loadKnownMembers = (trx: Transaction<Tables>, clusterIds: ReadonlySet<string>) =>
  inBatches(clusterIds, (ids) =>
    articles(trx).where("cluster_member.cluster_id", "in", ids).execute(),
  );

type ContextParts = {
  readonly rows: ReadonlyMap<string, Row>;
  readonly clusterIds: ReadonlySet<string>;
  /** Articles that may be compared. */
  readonly compared: readonly string[];
  readonly texts: readonly Parameters<typeof blocksToCount>[0][];
  readonly guids: readonly string[];
};

export async function assemble(
  trx: Transaction<Tables>,
  { rows, clusterIds, compared, texts, guids: asked }: ContextParts,
): Promise<StoredContext> {
  const prints = await loadFingerprints(trx, compared);
  const clusters = await clustersOf(trx, rows.keys(), clusterIds);
  const byCluster = Map.groupBy(rows.values(), ({ cluster_id }) => cluster_id);
  const guids = [...asked, ...[...rows.values()].flatMap(({ guid }) => guid ?? [])];
  const all = [...rows.values()].map((row) => toKnown(row, prints.get(row.id)));
  return {
    ...EMPTY_CONTEXT,
    articles: new Map(all.map((article) => [article.id, article])),
    clusters: new Map(clusters.map((row) => [row.id, toCluster(row, byCluster.get(row.id) ?? [])])),
    takenEntryIds: new Set(await takenEntryIds(trx, guids)),
    blockClusters: await blockClusters(trx, [...texts, ...all].map(blocksToCount)),
    vetoes: await loadPairs(trx, "veto", [...rows.keys()]),
    bonds: new Set([
      ...(await loadPairs(trx, "bond", [...rows.keys()])),
      ...(await renamedPairs(trx, [...rows.keys()])),
    ]),
  };
}

/** Ids of the articles that are compared: members of clusters in which something may be decided. */
function comparedIds(
  rows: Iterable<Row>,
  alike: readonly Row[],
  texts: Lookup["texts"],
): readonly string[] {
  const hashes = new Set(texts.map(({ textHash }) => textHash));
  const all = [...rows];
  const touched = all.filter(({ text_hash }) => hashes.has(text_hash));
  const clusters = new Set([...touched, ...alike].map(({ cluster_id }) => cluster_id));
  return all.filter(({ cluster_id }) => clusters.has(cluster_id)).map(({ id }) => id);
}

const blocksToCount = ({
  fingerprint,
  comparedAt,
}: {
  readonly fingerprint: Fingerprint;
  readonly comparedAt: number;
}) => ({ hashes: countedBlocks(fingerprint), comparedAt });

/**
 * The clusters of these ids, and all clusters that one of the articles founded, empty ones included. The first of an
 * article has its id.
 */
export async function clustersOf(
  trx: Transaction<Tables>,
  articleIds: Iterable<string>,
  clusterIds: ReadonlySet<string>,
) {
  const articles = [...articleIds];
  const further = await inBatches(articles, (ids) =>
    trx
      .selectFrom("cluster")
      .selectAll()
      .where("founder_id", "in", ids)
      .whereRef("id", "<>", "founder_id")
      .execute(),
  );
  const rest = await inBatches([...articles, ...clusterIds], (ids) =>
    trx.selectFrom("cluster").selectAll().where("id", "in", ids).execute(),
  );
  return [...new Map([...rest, ...further].map((row) => [row.id, row])).values()];
}

async function takenEntryIds(
  trx: Transaction<Tables>,
  guids: readonly string[],
): Promise<string[]> {
  const rows = await inBatches(guids, (ids) =>
    trx.selectFrom("cluster").select("entry_id").where("entry_id", "in", ids).execute(),
  );
  return rows.map(({ entry_id }) => entry_id);
}

export function toKnown(row: Row, fingerprint: Fingerprint = NO_FINGERPRINT): KnownArticle {
  return {
    id: row.id,
    sourceId: row.source_id,
    key: row.key,
    guid: row.guid,
    givenAddress: givenAddress(row.link),
    derived: JSON.parse(row.derived) as DerivedField[],
    title: row.title,
    textHash: row.text_hash,
    tokenCount: row.token_count,
    contentHash: row.content_hash,
    metadataHash: row.metadata_hash,
    rules: row.rules,
    ...receivedOf(row),
    isFromPage: row.is_from_page === 1,
    hadPageJob: row.page_state !== null,
    visits: { fetchedAt: row.fetched_at, quiet: row.quiet_visits ?? 0 },
    heldUntil: row.held_until,
    fingerprint,
    address: addressOf(row.canonical_url),
    attachments: attachmentsOf({
      enclosures: JSON.parse(row.enclosures) as Enclosure[],
      image: JSON.parse(row.image ?? "null") as Image | null,
    }),
    place: placeOf(row.position, row.is_configured === 1),
    isForgotten: row.is_forgotten === 1,
    comparedAt: row.compared_at,
    firstPublishedAt: row.first_published_at,
    publishedAt: row.published_at,
    receivedAt: row.received_at,
    enteredAt: row.entered_at,
    republish: row.republish as Rights,
    isOnOwnHost: row.is_on_own_host === 1,
    isSummaryOnly: row.is_summary_only === 1,
    clusterId: row.cluster_id,
  };
}

type KnownClusterRow = Awaited<ReturnType<typeof clustersOf>>[number];

export function toCluster(row: KnownClusterRow, members: readonly Row[]): KnownCluster {
  return {
    id: row.id,
    entryId: row.entry_id,
    founderId: row.founder_id,
    leadId: row.lead_id,
    enteredAt: row.entered_at,
    isWithdrawn: row.withdrawn_at !== null,
    members: new Map(members.map(({ id, why }) => [id, JSON.parse(why) as MemberReason])),
  };
}
