import type { Kysely } from "kysely";
import { FORMATS } from "../../core/entry.ts";
import type { DocumentRecord } from "../../core/published.ts";
import { electLead } from "../../core/similarity/elect-lead.ts";
import type {
  EntryQuery,
  Instance,
  PublishStore,
  StoredCluster,
  StoredEntry,
} from "../../core/store-ports.ts";
import {
  articlesById,
  type ClusterRow,
  clusterRows,
  type MemberRow,
  membersOf,
  toCandidate,
} from "./entry-rows.ts";
import { loadSources } from "./sources.ts";
import { loadEntrySources, toCopy, toMember, toStoredArticle } from "./stored-article.ts";
import type { Tables } from "./tables.ts";

export function createPublishStore(db: Kysely<Tables>): PublishStore {
  return {
    instance: async () => {
      const row = db.selectFrom("setting").select("value").where("name", "=", "instance");
      return JSON.parse((await row.executeTakeFirstOrThrow()).value) as Instance;
    },
    revision: async () => {
      const counter = db.selectFrom("counter").select("value").where("name", "=", "revision");
      return (await counter.executeTakeFirstOrThrow()).value;
    },
    entries: (query) => loadEntries(db, query),
    article: (id) => loadArticle(db, id),
    sources: () => loadSources(db),
    clusters: (query) => loadClusters(db, query),
    documents: () => loadDocuments(db),
    saveDocuments: (records) => saveDocuments(db, records),
  };
}

type Chosen = {
  readonly cluster: ClusterRow;
  readonly members: readonly MemberRow[];
  /** The member that is shown. */
  readonly shown: MemberRow;
};

async function loadEntries(db: Kysely<Tables>, query: EntryQuery): Promise<readonly StoredEntry[]> {
  const clusters = await clusterRows(db, query);
  const members = await membersOf(db, clusters);
  const chosen = clusters.flatMap((cluster) => {
    const own = members.get(cluster.id) ?? [];
    const shown = choose(cluster, own, query.sources);
    return shown ? [{ cluster, members: own, shown }] : [];
  });
  return compose(db, chosen);
}

/** The lead, or the best copy among the sources that a feed is limited to. */
function choose(
  cluster: ClusterRow,
  members: readonly MemberRow[],
  sources: readonly string[],
): MemberRow | undefined {
  const lead = members.find(({ id }) => id === cluster.lead_id);
  if (sources.length === 0 || (lead && sources.includes(lead.source_id))) return lead;
  const [first, ...rest] = members
    .filter(({ source_id }) => sources.includes(source_id))
    .map(toCandidate);
  const best = first && electLead([first, ...rest]);
  return members.find(({ id }) => id === best?.id);
}

async function compose(db: Kysely<Tables>, chosen: readonly Chosen[]): Promise<StoredEntry[]> {
  const articles = await articlesById(
    db,
    chosen.map(({ shown }) => shown.id),
  );
  const sources = await loadEntrySources(db);
  return chosen.flatMap(({ cluster, members, shown }) => {
    const row = articles.get(shown.id);
    if (!row) return [];
    return [
      {
        clusterId: cluster.id,
        entryId: cluster.entry_id,
        enteredAt: cluster.entered_at,
        article: toStoredArticle(row, sources),
        copies: members
          .filter(({ id }) => id !== shown.id)
          .map((member) => toCopy(member, cluster.lead_id, sources)),
      },
    ];
  });
}

async function loadArticle(db: Kysely<Tables>, id: string): Promise<StoredEntry | null> {
  const cluster = await db
    .selectFrom("cluster")
    .innerJoin("cluster_member", "cluster_member.cluster_id", "cluster.id")
    .selectAll("cluster")
    .where("cluster_member.article_id", "=", id)
    .executeTakeFirst();
  if (!cluster) return null;
  const members = (await membersOf(db, [cluster])).get(cluster.id) ?? [];
  const shown = members.find((member) => member.id === id);
  const [entry] = shown ? await compose(db, [{ cluster, members, shown }]) : [];
  return entry ?? null;
}

async function loadClusters(
  db: Kysely<Tables>,
  query: Omit<EntryQuery, "sources">,
): Promise<readonly StoredCluster[]> {
  const clusters = await clusterRows(db, { ...query, sources: [] });
  const members = await membersOf(db, clusters);
  return clusters.map((cluster) => ({
    id: cluster.id,
    enteredAt: cluster.entered_at,
    members: (members.get(cluster.id) ?? []).map((member) => toMember(member, cluster.lead_id)),
  }));
}

async function loadDocuments(db: Kysely<Tables>): Promise<readonly DocumentRecord[]> {
  const rows = await db.selectFrom("document").selectAll().execute();
  return rows.flatMap(({ feed_id, format, etag, changed_at }) => {
    const known = FORMATS.find((name) => name === format);
    return known ? [{ feedId: feed_id, format: known, etag, changedAt: changed_at }] : [];
  });
}

async function saveDocuments(
  db: Kysely<Tables>,
  records: readonly DocumentRecord[],
): Promise<void> {
  if (records.length === 0) return;
  await db
    .replaceInto("document")
    .values(
      records.map(({ feedId, format, etag, changedAt }) => ({
        feed_id: feedId,
        format,
        etag,
        changed_at: changedAt,
      })),
    )
    .execute();
}
