import {
  type ArticleInsert,
  type ArticleUpdate,
  decideIngest,
  type Ids,
  type IngestIntent,
} from "../../src/core/decide-ingest.ts";
import type { Known, KnownArticle, KnownCluster } from "../../src/core/known.ts";
import type { ArticleDraft } from "../../src/core/model.ts";
import { aRemote } from "./builders.ts";

/** Ids that can be read in a failure. */
export const READABLE_IDS: Ids = {
  articleId: (sourceId, key) => `${sourceId}/${key}`,
  fallbackEntryId: (sourceId, key) => `urn:ours:${sourceId}:${encodeURIComponent(key)}`,
};

/** What a source brings in one poll. */
export type Arrival = {
  readonly sourceId: string;
  readonly drafts: readonly ArticleDraft[];
  readonly now: number;
  /** `null` for a source's first ingest. */
  readonly firstIngestAt?: number | null;
};

export type KnownModel = {
  readonly ingest: (arrival: Arrival) => IngestIntent;
  readonly known: () => Known;
};

/** A store in memory that applies intents as the real one does, and forgets nothing. */
export function createKnownModel(): KnownModel {
  const articles = new Map<string, KnownArticle>();
  const clusters = new Map<string, KnownCluster>();
  const known = (): Known => ({
    articles: new Map(articles),
    clusters: new Map(clusters),
    takenEntryIds: new Set([...clusters.values()].map(({ entryId }) => entryId)),
  });
  return {
    known,
    ingest({ sourceId, drafts, now, firstIngestAt = null }) {
      const source = { definition: aRemote({ id: sourceId }), firstIngestAt };
      const intent = decideIngest({ source, drafts, ids: READABLE_IDS, now }, known());
      const clusterOf = clusterByArticle(intent);
      for (const insert of intent.inserts) articles.set(insert.id, inserted(insert, clusterOf));
      for (const update of intent.updates) articles.set(update.id, updated(update, articles));
      for (const { isNew: _, mergedInto: __, ...cluster } of intent.clusters) {
        clusters.set(cluster.id, cluster);
      }
      for (const [id, clusterId] of clusterOf) {
        const article = articles.get(id);
        if (article) articles.set(id, { ...article, clusterId });
      }
      return intent;
    },
  };
}

const clusterByArticle = ({ clusters }: IngestIntent): ReadonlyMap<string, string> =>
  new Map(clusters.flatMap(({ id, members }) => [...members.keys()].map((member) => [member, id])));

const draftFields = (draft: ArticleDraft) => ({
  ...{ title: draft.title, textHash: draft.textHash, tokenCount: draft.tokenCount },
  ...{ contentHash: draft.contentHash, metadataHash: draft.metadataHash },
  ...{ republish: draft.republish, isOnOwnHost: draft.isOnOwnHost },
  isSummaryOnly: draft.isSummaryOnly,
});

function inserted(insert: ArticleInsert, clusterOf: ReadonlyMap<string, string>): KnownArticle {
  const { id, sourceId, draft, publishedAt, receivedAt, enteredAt } = insert;
  return {
    ...draftFields(draft),
    ...{ id, sourceId, key: draft.key, guid: draft.guid, receivedAt, enteredAt },
    comparedAt: publishedAt,
    clusterId: clusterOf.get(id) ?? "",
  };
}

function updated(
  { id, draft, publishedAt }: ArticleUpdate,
  articles: ReadonlyMap<string, KnownArticle>,
): KnownArticle {
  const stored = articles.get(id);
  if (!stored) throw new Error(`an update of ${id}, which is not stored`);
  return { ...stored, ...draftFields(draft), comparedAt: publishedAt };
}

/** The groups of article ids, in an order that depends on nothing but what they hold. */
export const partition = ({ clusters }: Known): readonly string[] =>
  [...clusters.values()]
    .filter(({ members }) => members.size > 0)
    .map(({ members }) => [...members.keys()].toSorted().join(" + "))
    .toSorted();
