import type { Kysely } from "kysely";
import type {
  EntryQuery,
  PublishStore,
  StoredCluster,
  StoredEntry,
} from "../../../core/entries/publish-store.ts";
import { type CopyQuery, publishedMembers, shownCopy } from "../../../core/entries/shown-copy.ts";
import type { StoredArticle } from "../../../core/entries/stored-article.ts";
import { SOURCE_FORGOTTEN, type Withdrawal } from "../../../core/entries/withdrawal.ts";
import type { Instance } from "../../../core/instance.ts";
import { currentRevision } from "../intake/revisions.ts";
import { looksOf } from "../queues/file-looks.ts";
import type { Tables } from "../schema/tables.ts";
import { loadSources } from "../sources/sources.ts";
import {
  articlesById,
  type ClusterRow,
  clusterRows,
  type MemberRow,
  membersOf,
  toShowable,
} from "./entry-rows.ts";
import { loadEntrySources, toCopy, toMember, toStoredArticle } from "./stored-article.ts";

export function createPublishStore(db: Kysely<Tables>): PublishStore {
  return {
    instance: async () => {
      const row = db.selectFrom("setting").select("value").where("name", "=", "instance");
      return JSON.parse((await row.executeTakeFirstOrThrow()).value) as Instance;
    },
    revision: () => currentRevision(db),
    entries: (query) => loadEntries(db, query),
    article: (id, options = {}) => loadArticle(db, id, options),
    sources: () => loadSources(db),
    clusters: (query) => loadClusters(db, query),
  };
}

type ChosenCopy = {
  readonly cluster: ClusterRow;
  readonly members: readonly MemberRow[];
  /** The article that is shown. */
  readonly shownId: string;
};

async function loadEntries(db: Kysely<Tables>, query: EntryQuery): Promise<readonly StoredEntry[]> {
  return shownEntries(db, await clusterRows(db, { ...query, withWithdrawn: false }), query);
}

/** The entries of clusters, in their order, without clusters that have nothing to show. */
export async function shownEntries(
  db: Kysely<Tables>,
  clusters: readonly ClusterRow[],
  query: CopyQuery,
): Promise<readonly StoredEntry[]> {
  const members = await membersOf(db, clusters);
  const chosen = clusters.flatMap((cluster) => {
    const own = members.get(cluster.id) ?? [];
    const shown = choose(cluster, own, query);
    return shown ? [{ cluster, members: own, shownId: shown.id }] : [];
  });
  return composeEntries(db, chosen);
}

/** The member that is shown for a cluster (core/entries/shown-copy.ts). */
export function choose(
  cluster: ClusterRow,
  members: readonly MemberRow[],
  query: CopyQuery,
): MemberRow | undefined {
  const shown = shownCopy(toShowable(cluster, members), query);
  return members.find(({ id }) => id === shown?.id);
}

export async function composeEntries(
  db: Kysely<Tables>,
  chosen: readonly ChosenCopy[],
): Promise<StoredEntry[]> {
  const articles = await articlesById(
    db,
    chosen.map(({ shownId }) => shownId),
  );
  const looks = await looksOf(db, [...articles.keys()]);
  const sources = await loadEntrySources(db);
  return chosen.flatMap(({ cluster, members, shownId }) => {
    const row = articles.get(shownId);
    if (!row) return [];
    return [
      {
        clusterId: cluster.id,
        entryId: cluster.entry_id,
        enteredAt: cluster.entered_at,
        withdrawal: withdrawalOf(
          cluster,
          members.find(({ id }) => id === shownId),
        ),
        publishedAt: cluster.published_at,
        updatedAt: cluster.updated_at,
        article: toStoredArticle(row, sources, looks.get(row.id)),
        copies: publishedRows(cluster, members)
          .filter(({ id }) => id !== shownId)
          .map((member) => toCopy(member, cluster.lead_id, sources)),
      },
    ];
  });
}

function publishedRows(cluster: ClusterRow, members: readonly MemberRow[]): readonly MemberRow[] {
  const ids = new Set(publishedMembers(toShowable(cluster, members)).map(({ id }) => id));
  return members.filter(({ id }) => ids.has(id));
}

/** A forgotten copy is withdrawn, also while another source's copy of the text is published. */
function withdrawalOf(
  { withdrawn_at: at, withdrawn_reason: reason }: ClusterRow,
  shown: MemberRow | undefined,
): Withdrawal | null {
  if (at !== null) return { at, reason };
  const forgottenAt = shown?.forgotten_at ?? null;
  return forgottenAt === null ? null : { at: forgottenAt, reason: SOURCE_FORGOTTEN };
}

async function loadArticle(
  db: Kysely<Tables>,
  id: string,
  { withHeld = false }: Pick<EntryQuery, "withHeld">,
): Promise<StoredEntry | null> {
  const cluster = await db
    .selectFrom("cluster")
    .innerJoin("cluster_member", "cluster_member.cluster_id", "cluster.id")
    .selectAll("cluster")
    .where("cluster_member.article_id", "=", id)
    .executeTakeFirst();
  if (!cluster) return null;
  const members = (await membersOf(db, [cluster])).get(cluster.id) ?? [];
  const published = choose(cluster, members, { sources: [], withHeld });
  if (published === undefined) return null;
  const [entry] = await composeEntries(db, [{ cluster, members, shownId: id }]);
  if (entry === undefined) return null;
  return published.id === id ? entry : { ...entry, ...ownDates(entry.article) };
}

/** The page of a copy has the dates of that copy. */
const ownDates = ({ publishedAt, updatedAt }: StoredArticle) => ({
  publishedAt,
  updatedAt: Math.max(publishedAt, updatedAt),
});

async function loadClusters(
  db: Kysely<Tables>,
  query: Pick<EntryQuery, "after" | "limit">,
): Promise<readonly StoredCluster[]> {
  const clusters = await clusterRows(db, {
    ...query,
    sources: [],
    withHeld: true,
    withWithdrawn: true,
  });
  const members = await membersOf(db, clusters);
  return clusters.map((cluster) => ({
    id: cluster.id,
    enteredAt: cluster.entered_at,
    members: (members.get(cluster.id) ?? []).map((member) => toMember(member, cluster.lead_id)),
  }));
}
