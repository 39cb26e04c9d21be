import type { ArticleDraft } from "../../src/core/articles/article-draft.ts";
import { NO_WEAK_NAMES } from "../../src/core/articles/identity/identity.ts";
import {
  EMPTY_CONTEXT,
  type KnownArticle,
  type KnownCluster,
  NO_VISITS,
  type StoredContext,
  vetoKey,
} from "../../src/core/articles/stored-context.ts";
import { decideIngest } from "../../src/core/intake/decide-ingest.ts";
import type {
  ArticleInsert,
  ArticleUpdate,
  Ids,
  IngestIntent,
} from "../../src/core/intake/ingest-intent.ts";
import { attachmentsOf } from "../../src/core/similarity/attachments.ts";
import type { BlockSighting } from "../../src/core/similarity/comparison.ts";
import type { ClusterChange } from "../../src/core/stories/cluster-graph.ts";
import type { EditorIntent, PairChanges } from "../../src/core/stories/editing.ts";
import { addressOf, givenAddress } from "../../src/core/urls/canonical-url.ts";
import { aFolder, aRemote } from "./builders.ts";

/** Ids that can be read in a failure. */
export const READABLE_IDS: Ids = {
  articleId: (sourceId, key) => `${sourceId}/${key}`,
  fallbackEntryId: (sourceId, name) =>
    `urn:ours:${sourceId}:${encodeURIComponent(name.replace(`${sourceId}/`, ""))}`,
};

/** What a source brings in one poll. */
export type Arrival = {
  readonly sourceId: string;
  readonly drafts: readonly ArticleDraft[];
  readonly now: number;
  /** Of the source in the configuration; else all stand at one place, and their names decide. */
  readonly place?: number;
  /** `null` for a source's first ingest. */
  readonly firstIngestAt?: number | null;
  /** A drop folder: what its texts lose was cut by its desk. */
  readonly isFolder?: boolean;
};

export type KnownModel = {
  readonly ingest: (arrival: Arrival) => IngestIntent;
  readonly known: () => StoredContext;
  /** Keeps two articles apart, as an editor does. */
  readonly veto: (a: string, b: string) => void;
  /** Withdraws the cluster that an article is in, as an editor does, or takes it back. */
  readonly withdraw: (articleId: string, isWithdrawn?: boolean) => void;
  /** Applies what an editor ordered. */
  readonly edit: (intent: EditorIntent) => void;
};

/** A store in memory that applies intents as the real one does, and forgets nothing. */
export function createKnownModel(): KnownModel {
  const articles = new Map<string, KnownArticle>();
  const clusters = new Map<string, KnownCluster>();
  const blockClusters = new Map<number, Set<string>>();
  const vetoes = new Set<string>();
  const bonds = new Set<string>();
  const sight = ({ hash, clusterId }: BlockSighting) =>
    blockClusters.set(hash, (blockClusters.get(hash) ?? new Set()).add(clusterId));
  let weakNames = NO_WEAK_NAMES;
  const known = (): StoredContext => ({
    ...EMPTY_CONTEXT,
    weakNames,
    byKey: new Map([...articles.values()].map(({ key, id }) => [key, id])),
    takenIds: new Set(articles.keys()),
    articles: new Map(articles),
    clusters: new Map(clusters),
    takenEntryIds: new Set([...clusters.values()].map(({ entryId }) => entryId)),
    blockClusters,
    vetoes,
    bonds,
  });
  const ownBlocks = (sourceId: string): StoredContext["ownBlocks"] =>
    [...articles.values()]
      .filter((article) => article.sourceId === sourceId)
      .map(({ id, clusterId, fingerprint }) => {
        const rule = clusters.get(clusterId)?.members.get(id)?.rule ?? "lead";
        const story = ["lead", "reissue"].includes(rule) ? clusterId : id;
        return { articleId: id, story, blocks: fingerprint.blocks };
      });
  const arrange = (intent: { readonly clusters: readonly ClusterChange[] }): void => {
    for (const { isNew: _, wasShown: __, mergedInto: ___, ...cluster } of intent.clusters) {
      clusters.set(cluster.id, cluster);
    }
    for (const [id, clusterId] of clusterByArticle(intent)) {
      const article = articles.get(id);
      if (article) articles.set(id, { ...article, clusterId });
    }
  };
  return {
    known,
    veto: (a, b) => void vetoes.add(vetoKey(a, b)),
    withdraw(articleId, isWithdrawn = true) {
      const cluster = clusters.get(articles.get(articleId)?.clusterId ?? "");
      if (!cluster) throw new Error(`${articleId} is in no cluster`);
      clusters.set(cluster.id, { ...cluster, isWithdrawn });
    },
    ingest({ sourceId, drafts, now, firstIngestAt = null, place = 0, isFolder = false }) {
      const definition = isFolder ? aFolder({ id: sourceId }) : aRemote({ id: sourceId });
      const source = { definition, firstIngestAt };
      const intent = decideIngest(
        { mode: "poll", source, drafts, ids: READABLE_IDS, now },
        { ...known(), place, ownBlocks: ownBlocks(sourceId) },
      );
      const clusterOf = clusterByArticle(intent);
      const fresh = intent.inserts.map((insert) => ({ ...inserted(insert, clusterOf), place }));
      for (const article of fresh) articles.set(article.id, article);
      for (const { id, key, guid, itemHash } of intent.rekeyed) {
        const article = articles.get(id);
        if (article) articles.set(id, { ...article, key, guid, itemHash });
      }
      weakNames = {
        guids: [...weakNames.guids, ...intent.weakNames.guids],
        addresses: [...weakNames.addresses, ...intent.weakNames.addresses],
      };
      for (const update of intent.updates) articles.set(update.id, updated(update, articles));
      arrange(intent);
      intent.sightings.forEach(sight);
      return intent;
    },
    edit(intent) {
      arrange(intent);
      applyPairs(vetoes, intent.vetoes);
      applyPairs(bonds, intent.bonds);
    },
  };
}

function applyPairs(pairs: Set<string>, { added, removed }: PairChanges): void {
  for (const pair of added) pairs.add(pair);
  for (const pair of removed) pairs.delete(pair);
}

const clusterByArticle = ({
  clusters,
}: Pick<IngestIntent, "clusters">): ReadonlyMap<string, string> =>
  new Map(clusters.flatMap(({ id, members }) => [...members.keys()].map((member) => [member, id])));

const draftFields = (draft: ArticleDraft) => ({
  ...{ title: draft.title, textHash: draft.textHash, tokenCount: draft.tokenCount },
  ...{ contentHash: draft.contentHash, metadataHash: draft.metadataHash },
  ...{ republish: draft.republish, isOnOwnHost: draft.isOnOwnHost },
  isSummaryOnly: draft.isSummaryOnly,
  itemHash: draft.itemHash,
  ...{ receivedHash: draft.receivedHash, receivedMetadataHash: draft.receivedMetadataHash },
  ...{ rules: draft.rules, isFromPage: draft.isFromPage },
  fingerprint: draft.fingerprint,
  address: addressOf(draft.canonicalUrl),
  attachments: attachmentsOf(draft),
  ...{ key: draft.key, guid: draft.guid, derived: draft.derived },
  givenAddress: givenAddress(draft.link),
});

function inserted(
  insert: ArticleInsert,
  clusterOf: ReadonlyMap<string, string>,
): Omit<KnownArticle, "place"> {
  const { id, sourceId, draft, publishedAt, receivedAt, enteredAt, heldUntil } = insert;
  return {
    ...draftFields(draft),
    ...{ id, sourceId, receivedAt, enteredAt },
    comparedAt: publishedAt,
    firstPublishedAt: publishedAt,
    publishedAt,
    isForgotten: false,
    heldUntil,
    hadPageJob: heldUntil !== null,
    visits: NO_VISITS,
    clusterId: clusterOf.get(id) ?? "",
  };
}

function updated(
  { id, draft, publishedAt, comparedAt, heldUntil }: ArticleUpdate,
  articles: ReadonlyMap<string, KnownArticle>,
): KnownArticle {
  const stored = articles.get(id);
  if (!stored) throw new Error(`an update of ${id}, which is not stored`);
  return { ...stored, ...draftFields(draft), publishedAt, comparedAt, heldUntil };
}

/** The groups of article ids, in an order that depends on nothing but what they hold. */
export const partition = ({ clusters }: StoredContext): readonly string[] =>
  [...clusters.values()]
    .filter(({ members }) => members.size > 0)
    .map(({ members }) => [...members.keys()].toSorted().join(" + "))
    .toSorted();
