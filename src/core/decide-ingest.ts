import type { Known, KnownArticle, Lookup } from "./known.ts";
import type { ArticleDraft } from "./model.ts";
import { type ClusterChange, startClustering, type Unplaced } from "./similarity/clustering.ts";
import { isComparable } from "./similarity/same-text.ts";
import type { SourceState } from "./source-state.ts";

/** What storage must change for the articles of one poll, decided without touching it. */
export type IngestIntent = {
  readonly inserts: readonly ArticleInsert[];
  readonly updates: readonly ArticleUpdate[];
  readonly clusters: readonly ClusterChange[];
  readonly counts: IngestCounts;
};

/** `new` includes those that were merged. */
export type IngestCounts = {
  readonly new: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly merged: number;
};

export type ArticleInsert = {
  readonly id: string;
  readonly sourceId: string;
  readonly draft: ArticleDraft;
  readonly receivedAt: number;
  readonly publishedAt: number;
  /** Fixes its place among the entries for good. */
  readonly enteredAt: number;
};

export type ArticleUpdate = {
  readonly id: string;
  readonly draft: ArticleDraft;
  readonly publishedAt: number;
  /** When the change was seen; `null` when it is none that readers need to know of. */
  readonly updatedAt: number | null;
};

/** Makes the ids that depend on nothing but what an article is. Pure. */
export type Ids = {
  readonly articleId: (sourceId: string, key: string) => string;
  readonly fallbackEntryId: (sourceId: string, key: string) => string;
};

export type DecideOptions = {
  readonly source: Pick<SourceState, "firstIngestAt" | "definition">;
  readonly drafts: readonly ArticleDraft[];
  readonly ids: Ids;
  readonly now: number;
};

/** What the decision needs to know beforehand. */
export function lookupFor(drafts: readonly ArticleDraft[]): Lookup {
  return {
    keys: drafts.map(({ key }) => key),
    textHashes: drafts.filter(isComparable).map(({ textHash }) => textHash),
    guids: drafts.flatMap(({ guid }) => guid ?? []),
  };
}

/** Decides what is new, what changed and which cluster each article belongs to. Pure and repeatable. */
export function decideIngest(options: DecideOptions, known: Known): IngestIntent {
  const clustering = startClustering(known, options.ids.fallbackEntryId);
  const inserts: ArticleInsert[] = [];
  const updates: ArticleUpdate[] = [];
  const counts = { new: 0, updated: 0, unchanged: 0, merged: 0 };

  for (const draft of uniqueByKey(options.drafts)) {
    const id = options.ids.articleId(options.source.definition.id, draft.key);
    const stored = known.articles.get(id);
    if (stored === undefined) {
      const insert = insertOf(id, draft, options);
      inserts.push(insert);
      counts.new += 1;
      if (clustering.add(unplaced(insert))) counts.merged += 1;
      continue;
    }
    const update = updateOf(stored, draft, options.now);
    counts[update?.updatedAt ? "updated" : "unchanged"] += 1;
    if (update === null) continue;
    updates.push(update);
    clustering.change(changed(stored, update));
  }
  const repeats = options.drafts.length - counts.new - counts.updated - counts.unchanged;
  return {
    inserts,
    updates,
    clusters: clustering.changes(),
    counts: { ...counts, unchanged: counts.unchanged + repeats },
  };
}

/** Keeps the first of several items with one key: feeds list the newest first. */
function uniqueByKey(drafts: readonly ArticleDraft[]): Iterable<ArticleDraft> {
  const seen = new Map<string, ArticleDraft>();
  for (const draft of drafts) if (!seen.has(draft.key)) seen.set(draft.key, draft);
  return seen.values();
}

function insertOf(id: string, draft: ArticleDraft, { source, now }: DecideOptions): ArticleInsert {
  const publishedAt = honestDate(draft, now);
  return {
    id,
    sourceId: source.definition.id,
    draft,
    receivedAt: now,
    publishedAt,
    // The backlog of a new source goes where it belongs; a late arrival stays above every reader's fold.
    enteredAt: source.firstIngestAt === null ? publishedAt : now,
  };
}

/** A date in the future would hold the top of every feed; a missing one is the day we saw it. */
const honestDate = ({ publishedAt }: ArticleDraft, receivedAt: number): number =>
  Math.min(publishedAt ?? receivedAt, receivedAt);

function updateOf(stored: KnownArticle, draft: ArticleDraft, now: number): ArticleUpdate | null {
  const isMaterial = stored.contentHash !== draft.contentHash;
  if (!isMaterial && stored.metadataHash === draft.metadataHash) return null;
  // A date that we worked out ourselves, such as a file's, is settled by the first sight.
  const isDated = draft.publishedAt !== null && !draft.derived.includes("publishedAt");
  const publishedAt = isDated ? honestDate(draft, stored.receivedAt) : stored.comparedAt;
  return { id: stored.id, draft, publishedAt, updatedAt: isMaterial ? now : null };
}

function unplaced({
  id,
  sourceId,
  draft,
  receivedAt,
  publishedAt,
  enteredAt,
}: ArticleInsert): Unplaced {
  const { key, guid, title, contentHash, metadataHash, textHash, tokenCount } = draft;
  return {
    ...{ id, sourceId, key, guid, title, contentHash, metadataHash, textHash, tokenCount },
    republish: draft.republish,
    isOnOwnHost: draft.isOnOwnHost,
    isSummaryOnly: draft.isSummaryOnly,
    comparedAt: publishedAt,
    receivedAt,
    enteredAt,
  };
}

function changed(stored: KnownArticle, { draft, publishedAt }: ArticleUpdate): KnownArticle {
  const { title, contentHash, metadataHash, textHash, tokenCount } = draft;
  return {
    ...stored,
    ...{ title, contentHash, metadataHash, textHash, tokenCount },
    republish: draft.republish,
    isOnOwnHost: draft.isOnOwnHost,
    isSummaryOnly: draft.isSummaryOnly,
    comparedAt: publishedAt,
  };
}
