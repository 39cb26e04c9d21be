import type { Transaction } from "kysely";
import type { MemberReason } from "../../core/entry.ts";
import type { Known, KnownArticle, KnownCluster, Lookup } from "../../core/known.ts";
import type { Rights } from "../../core/model.ts";
import { inBatches } from "./batches.ts";
import type { Tables } from "./tables.ts";

/**
 * Most articles with one text that a decision looks at, newest first: a text that thousands carry
 * (an empty body, a notice) must not make the work for an article grow with the corpus.
 */
const SAME_TEXT = 60;

/** Loads what a decision asked for: a fixed number of statements, whatever the corpus holds. */
export async function loadKnown(
  trx: Transaction<Tables>,
  sourceId: string,
  lookup: Lookup,
): Promise<Known> {
  const own = await inBatches(lookup.keys, (keys) =>
    articles(trx)
      .where("article.source_id", "=", sourceId)
      .where("article.key", "in", keys)
      .execute(),
  );
  const alike = await sameTexts(trx, lookup.textHashes);
  const clusterIds = new Set([...own, ...alike].map(({ cluster_id }) => cluster_id));
  const members = await inBatches(clusterIds, (ids) =>
    articles(trx).where("cluster_member.cluster_id", "in", ids).execute(),
  );
  const rows = new Map([...own, ...alike, ...members].map((row) => [row.id, row]));
  const clusters = await clustersOf(trx, rows.keys(), clusterIds);
  const byCluster = Map.groupBy(rows.values(), ({ cluster_id }) => cluster_id);
  const guids = [...lookup.guids, ...[...rows.values()].flatMap(({ guid }) => guid ?? [])];
  return {
    articles: new Map([...rows].map(([id, row]) => [id, toKnown(row)])),
    clusters: new Map(clusters.map((row) => [row.id, toCluster(row, byCluster.get(row.id) ?? [])])),
    takenEntryIds: new Set(await takenEntryIds(trx, guids)),
  };
}

const articles = (trx: Transaction<Tables>) =>
  trx
    .selectFrom("article")
    .innerJoin("cluster_member", "cluster_member.article_id", "article.id")
    .selectAll("article")
    .select(["cluster_member.cluster_id", "cluster_member.why"]);

type Row = Awaited<ReturnType<ReturnType<typeof articles>["execute"]>>[number];

async function sameTexts(trx: Transaction<Tables>, hashes: readonly string[]): Promise<Row[]> {
  const found: Row[] = [];
  for (const hash of new Set(hashes)) {
    found.push(
      ...(await articles(trx)
        .where("article.text_hash", "=", hash)
        .orderBy("article.published_at", "desc")
        .limit(SAME_TEXT)
        .execute()),
    );
  }
  return found;
}

/** The clusters themselves, and those that one of the articles founded, empty ones too. */
async function clustersOf(
  trx: Transaction<Tables>,
  articleIds: Iterable<string>,
  clusterIds: ReadonlySet<string>,
) {
  const founded = await inBatches(articleIds, (ids) =>
    trx.selectFrom("cluster").selectAll().where("founder_id", "in", ids).execute(),
  );
  const rest = await inBatches(clusterIds, (ids) =>
    trx.selectFrom("cluster").selectAll().where("id", "in", ids).execute(),
  );
  return [...new Map([...founded, ...rest].map((row) => [row.id, row])).values()];
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

function toKnown(row: Row): KnownArticle {
  return {
    id: row.id,
    sourceId: row.source_id,
    key: row.key,
    guid: row.guid,
    title: row.title,
    textHash: row.text_hash,
    tokenCount: row.token_count,
    contentHash: row.content_hash,
    metadataHash: row.metadata_hash,
    comparedAt: row.published_at,
    receivedAt: row.received_at,
    enteredAt: row.entered_at,
    republish: row.republish as Rights,
    isOnOwnHost: row.is_on_own_host === 1,
    isSummaryOnly: row.is_summary_only === 1,
    clusterId: row.cluster_id,
  };
}

type ClusterRow = Awaited<ReturnType<typeof clustersOf>>[number];

function toCluster(row: ClusterRow, members: readonly Row[]): KnownCluster {
  return {
    id: row.id,
    entryId: row.entry_id,
    founderId: row.founder_id,
    leadId: row.lead_id,
    enteredAt: row.entered_at,
    members: new Map(members.map(({ id, why }) => [id, JSON.parse(why) as MemberReason])),
  };
}
