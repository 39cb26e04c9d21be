import type { Kysely, Selectable } from "kysely";
import type { Candidate } from "../../../core/articles/stored-context.ts";
import type { EntryQuery } from "../../../core/entries/publish-store.ts";
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

/** One page of clusters by keyset: an offset would read all that it skips. */
export function clusterRows(db: Kysely<Tables>, query: ClusterQuery): Promise<ClusterRow[]> {
  const { sources, after, limit, withWithdrawn, withHeld = false } = query;
  let rows = db
    .selectFrom("cluster")
    .selectAll()
    .where("lead_id", "is not", null)
    .orderBy("entered_at", "desc")
    .orderBy("id", "desc")
    .limit(limit);
  if (after !== null) {
    rows = rows.where(({ eb, refTuple, tuple }) =>
      eb(refTuple("entered_at", "id"), "<", tuple(after.enteredAt, after.clusterId)),
    );
  }
  if (!withHeld) rows = rows.where("id", "not in", heldClusters(db));
  if (!withWithdrawn) rows = rows.where("withdrawn_at", "is", null);
  if (sources.length > 0) {
    rows = rows.where(({ exists, selectFrom }) =>
      exists(
        selectFrom("cluster_member")
          .innerJoin("article", "article.id", "cluster_member.article_id")
          .innerJoin("source", "source.id", "article.source_id")
          .select("article.id")
          .where("source.forgotten_at", "is", null)
          .whereRef("cluster_member.cluster_id", "=", "cluster.id")
          .where("article.source_id", "in", sources)
          .$if(!withHeld, (each) => each.where("article.held_until", "is", null)),
      ),
    );
  }
  return rows.execute();
}

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
