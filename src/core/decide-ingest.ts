import { addressOf } from "./canonical-url.ts";
import type { Known, KnownArticle, Lookup } from "./known.ts";
import type { ArticleDraft } from "./model.ts";
import { startClustering } from "./similarity/clustering.ts";
import type { BlockSighting } from "./similarity/comparison.ts";
import type { ClusterChange, Unplaced } from "./similarity/workspace.ts";
import type { SourceState } from "./source-state.ts";

/** What storage must change for the articles of one poll, decided without touching it. */
export type IngestIntent = {
  readonly inserts: readonly ArticleInsert[];
  readonly updates: readonly ArticleUpdate[];
  readonly clusters: readonly ClusterChange[];
  readonly sightings: readonly BlockSighting[];
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
  /** The date that its present text came with. */
  readonly comparedAt: number;
  readonly isNewText: boolean;
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
    guids: drafts.flatMap(({ guid }) => guid ?? []),
    texts: drafts,
  };
}

/** Decides what is new, what changed and which cluster each article belongs to. Pure and repeatable. */
export function decideIngest(options: DecideOptions, known: Known): IngestIntent {
  const clustering = startClustering(known, options.ids.fallbackEntryId);
  const inserts: ArticleInsert[] = [];
  const updates: ArticleUpdate[] = [];
  const counts = { new: 0, updated: 0, unchanged: 0, merged: 0 };

  const drafts = oldestFirst(uniqueByKey(options.drafts));
  for (const [index, draft] of drafts.entries()) {
    const id = options.ids.articleId(options.source.definition.id, draft.key);
    const stored = known.articles.get(id);
    if (stored === undefined) {
      const insert = insertOf(id, draft, { ...options, newer: drafts.length - 1 - index });
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
    sightings: clustering.sightings(),
    counts: { ...counts, unchanged: counts.unchanged + repeats },
  };
}

/** Keeps the first of several items with one key: feeds list the newest first. */
function uniqueByKey(drafts: readonly ArticleDraft[]): Iterable<ArticleDraft> {
  const seen = new Map<string, ArticleDraft>();
  for (const draft of drafts) if (!seen.has(draft.key)) seen.set(draft.key, draft);
  return seen.values();
}

/**
 * By date, and without one by place: feeds list the newest first. The earliest copy leads, and each
 * change of a lead compares its members anew.
 */
function oldestFirst(drafts: Iterable<ArticleDraft>): readonly ArticleDraft[] {
  const at = ({ publishedAt }: ArticleDraft): number => publishedAt ?? Number.MAX_SAFE_INTEGER;
  return [...drafts].reverse().sort((a, b) => at(a) - at(b));
}

function insertOf(
  id: string,
  draft: ArticleDraft,
  { source, now, newer }: DecideOptions & { readonly newer: number },
): ArticleInsert {
  const publishedAt = honestDate(draft, now);
  const isBacklog = source.firstIngestAt === null && publishedAt < now;
  return {
    id,
    sourceId: source.definition.id,
    draft,
    receivedAt: now,
    publishedAt,
    // The backlog of a new source goes where it belongs; a late arrival stays above every reader's
    // fold, a millisecond below each newer one of its document, so that they keep their order.
    enteredAt: isBacklog ? publishedAt : now - newer,
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
  const publishedAt = isDated ? honestDate(draft, stored.receivedAt) : stored.publishedAt;
  const isNewText = stored.textHash !== draft.textHash;
  return {
    id: stored.id,
    draft,
    publishedAt,
    // A new date alone moves nothing: publishers who date anew with every poll would make clusters flicker.
    comparedAt: isNewText ? publishedAt : stored.comparedAt,
    isNewText,
    updatedAt: isMaterial ? now : null,
  };
}

function unplaced(insert: ArticleInsert): Unplaced {
  const { id, sourceId, draft, receivedAt, publishedAt, enteredAt } = insert;
  return {
    ...draftFields(draft),
    ...{ id, sourceId, key: draft.key, guid: draft.guid, publishedAt, receivedAt, enteredAt },
    comparedAt: publishedAt,
    firstPublishedAt: publishedAt,
  };
}

function changed(stored: KnownArticle, update: ArticleUpdate): KnownArticle {
  const { draft, publishedAt, comparedAt } = update;
  return { ...stored, ...draftFields(draft), publishedAt, comparedAt };
}

/** What of a draft a decision looks at. */
function draftFields(draft: ArticleDraft) {
  const { title, contentHash, metadataHash, textHash, tokenCount, fingerprint } = draft;
  const { republish, isOnOwnHost, isSummaryOnly, canonicalUrl } = draft;
  return {
    ...{ title, contentHash, metadataHash, textHash, tokenCount, fingerprint },
    ...{ republish, isOnOwnHost, isSummaryOnly },
    address: addressOf(canonicalUrl),
  };
}
