import {
  type Expression,
  type ExpressionBuilder,
  type Kysely,
  type Selectable,
  type SelectQueryBuilder,
  type SqlBool,
  sql,
} from "kysely";
import type { Candidate } from "../../../core/articles/stored-context.ts";
import type { EntryCursor, EntryQuery } from "../../../core/entries/publish-store.ts";
import type { ShowableCluster, ShowableCopy } from "../../../core/entries/shown-copy.ts";
import type { Rights } from "../../../core/rights/rights.ts";
import { placeOf } from "../../../core/stories/elect-lead.ts";
import { type ArticleBody, unpackBody } from "../articles/body-bytes.ts";
import { BODY_COLUMNS } from "../articles/body-columns.ts";
import { inBatches } from "../batches.ts";
import type { ClusterTable, Tables } from "../schema/tables.ts";
import { isConfigured, isSourceForgotten } from "../sources/source-place.ts";

export type ClusterRow = Selectable<ClusterTable>;

export type ClusterQuery = EntryQuery & {
  /** Includes withdrawn clusters. */
  readonly withWithdrawn: boolean;
};

/** The clusters that are gone through for a page before its sources count as silent: 10 ms. */
const MOST_PASSED = 2_000;

/**
 * One page of clusters by keyset: an offset would read all that it skips. Goes through the clusters in their order, which
 * soon fills a page of sources that are heard of. For sources that fell silent this could take all clusters of the store:
 * after MOST_PASSED of them it goes through what these sources have instead.
 */
export async function clusterRows(db: Kysely<Tables>, query: ClusterQuery): Promise<ClusterRow[]> {
  if (query.sources.length === 0) return pageOf(allOf(db), db, query).execute();
  const passed = db
    .selectFrom(inOrder(allOf(db), query.after).limit(MOST_PASSED).as("cluster"))
    .selectAll();
  const found = await pageOf(passed.where(hasCopyOf(db, query)), db, query).execute();
  if (found.length === query.limit) return found;
  return pageOf(ofSources(db, query), db, query).execute();
}

type ClusterRows = SelectQueryBuilder<Tables, "cluster", ClusterRow>;

const allOf = (db: Kysely<Tables>): ClusterRows =>
  db.selectFrom("cluster").selectAll("cluster").where("cluster.lead_id", "is not", null);

function inOrder(rows: ClusterRows, after: EntryCursor | null): ClusterRows {
  const ordered = rows.orderBy("cluster.entered_at", "desc").orderBy("cluster.id", "desc");
  if (after === null) return ordered;
  return ordered.where(({ eb, refTuple, tuple }) =>
    eb(refTuple("cluster.entered_at", "cluster.id"), "<", tuple(after.enteredAt, after.clusterId)),
  );
}

function pageOf(rows: ClusterRows, db: Kysely<Tables>, query: ClusterQuery): ClusterRows {
  const { after, limit, withWithdrawn, withHeld = false } = query;
  return inOrder(rows, after)
    .limit(limit)
    .$if(!withHeld, (each) => each.where("cluster.id", "not in", heldClusters(db)))
    .$if(!withWithdrawn, (each) => each.where("cluster.withdrawn_at", "is", null));
}

/** The clusters with a copy of one of the sources. SQLite goes through a subquery with DISTINCT first, and CROSS JOIN keeps it first. */
const ofSources = (db: Kysely<Tables>, query: ClusterQuery): ClusterRows =>
  db
    .selectFrom(copiesOf(db, query).select("cluster_member.cluster_id").distinct().as("own"))
    .crossJoin("cluster")
    .whereRef("cluster.id", "=", "own.cluster_id")
    .selectAll("cluster")
    .where("cluster.lead_id", "is not", null);

/** As a condition on the clusters that a query goes through. */
const hasCopyOf =
  (db: Kysely<Tables>, query: ClusterQuery) =>
  ({ exists }: ExpressionBuilder<Tables, "cluster">): Expression<SqlBool> =>
    exists(
      copiesOf(db, query)
        .select("article.id")
        .where("cluster_member.cluster_id", "=", sql.ref<string>("cluster.id")),
    );

/** The articles of the sources that are shown, with their places in clusters. */
const copiesOf = (db: Kysely<Tables>, { sources, withHeld = false }: ClusterQuery) =>
  db
    .selectFrom("article")
    .innerJoin("cluster_member", "cluster_member.article_id", "article.id")
    .innerJoin("source", "source.id", "article.source_id")
    .where("source.forgotten_at", "is", null)
    .where("article.source_id", "in", sources)
    .$if(!withHeld, (each) => each.where("article.held_until", "is", null));

/** Clusters whose members are all held back. Held articles are few, so the query starts from them. */
const heldClusters = (db: Kysely<Tables>) =>
  db
    .selectFrom("article as held")
    .innerJoin("cluster_member as place", "place.article_id", "held.id")
    .select("place.cluster_id")
    .where("held.held_until", "is not", null)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom("cluster_member as other")
            .innerJoin("article as shown", "shown.id", "other.article_id")
            .select("shown.id")
            .whereRef("other.cluster_id", "=", "place.cluster_id")
            .where("shown.held_until", "is", null),
        ),
      ),
    );

const memberQuery = (db: Kysely<Tables>) =>
  db
    .selectFrom("cluster_member")
    .innerJoin("article", "article.id", "cluster_member.article_id")
    .innerJoin("source", "source.id", "article.source_id")
    .select([
      "article.id",
      "article.source_id",
      "article.key",
      "source.position",
      isConfigured,
      isSourceForgotten,
      "source.forgotten_at",
      "article.guid",
      "article.link",
      "article.canonical_url",
      "article.origin",
      "article.title",
      "article.published_at",
      "article.updated_at",
      "article.text_hash",
      "article.republish",
      "article.is_on_own_host",
      "article.is_summary_only",
      "article.token_count",
      "article.first_published_at",
      "article.received_at",
      "article.entered_at",
      "article.held_until",
      "cluster_member.cluster_id",
      "cluster_member.why",
      "cluster_member.joined_at",
      "cluster_member.rank",
    ])
    .orderBy("article.published_at")
    .orderBy("article.id");

export type MemberRow = Awaited<ReturnType<ReturnType<typeof memberQuery>["execute"]>>[number];

/** The members of each cluster, the earliest first, by cluster id. */
export async function membersOf(
  db: Kysely<Tables>,
  clusters: readonly ClusterRow[],
): Promise<ReadonlyMap<string, readonly MemberRow[]>> {
  const rows = await inBatches(
    clusters.map(({ id }) => id),
    (ids) => memberQuery(db).where("cluster_member.cluster_id", "in", ids).execute(),
  );
  return Map.groupBy(rows, ({ cluster_id }) => cluster_id);
}

const fullQuery = (db: Kysely<Tables>) =>
  db
    .selectFrom("article")
    .leftJoin("article_body", "article_body.article_id", "article.id")
    .leftJoin("item_raw", "item_raw.article_id", "article.id")
    .selectAll("article")
    .select(BODY_COLUMNS);

export type FullRow = Awaited<ReturnType<ReturnType<typeof fullQuery>["execute"]>>[number] &
  ArticleBody;

export async function articlesById(
  db: Kysely<Tables>,
  ids: readonly string[],
): Promise<ReadonlyMap<string, FullRow>> {
  const rows = await inBatches(ids, (batch) =>
    fullQuery(db).where("article.id", "in", batch).execute(),
  );
  return new Map(rows.map((row) => [row.id, { ...row, ...unpackBody(row) }]));
}

export const toCandidate = (row: MemberRow): Candidate => ({
  id: row.id,
  sourceId: row.source_id,
  key: row.key,
  place: placeOf(row.position, row.is_configured === 1),
  isForgotten: row.is_forgotten === 1,
  republish: row.republish as Rights,
  isOnOwnHost: row.is_on_own_host === 1,
  isSummaryOnly: row.is_summary_only === 1,
  tokenCount: row.token_count,
  firstPublishedAt: row.first_published_at,
  receivedAt: row.received_at,
  enteredAt: row.entered_at,
});

/** The part of a cluster that decides which member is shown. */
export const toShowable = (
  cluster: ClusterRow,
  members: readonly MemberRow[],
): ShowableCluster<ShowableCopy> => ({
  leadId: cluster.lead_id,
  isForgotten: cluster.forgotten_at !== null,
  members: members.map(toShowableCopy),
});

export const toShowableCopy = (row: MemberRow): ShowableCopy => ({
  ...toCandidate(row),
  rank: row.rank,
  isHeld: row.held_until !== null,
});
