import { nextVisitAt } from "./completing/page-waits.ts";
import { changed, insertOf, pageOf, unplaced, updateOf } from "./decide-article.ts";
import { decideRevision } from "./decide-revision.ts";
import type {
  ArticleInsert,
  ArticleUpdate,
  DecideOptions,
  IngestIntent,
  PageJobChange,
} from "./ingest-intent.ts";
import {
  type ArticleOutline,
  isSameItem,
  type Known,
  type KnownArticle,
  type Lookup,
} from "./known.ts";
import { learnFrom } from "./learn-blocks.ts";
import { isNewsOf, isNewsWhenCompleted } from "./material-change.ts";
import type { ArticleDraft } from "./model.ts";
import { type Clustering, startClustering } from "./similarity/clustering.ts";
import type { SourceDocument } from "./similarity/workspace.ts";

/**
 * Decides how drafts of one source change what is stored. Pure and repeatable.
 *
 * **poll**: drafts of items alone, as a document brings them.
 *
 * - An item that was received just so before (isSameItem) changes nothing. When its
 *   page is wanted and was never asked for (`fullText` was changed), it goes on the page queue.
 * - A new article is inserted and clustered. When its page is wanted it goes on the queue and is held back until
 *   it is complete, HOLD_MS at most.
 * - A changed item replaces what is stored, and is clustered anew. Readers are told (`updatedAt`) when its text,
 *   title or picture changed, in the item and after cleaning, and when they have seen it: not while it is held back.
 *   When its page is wanted, it goes on the queue.
 * - A changed item of an article that is that of its page is not applied: it waits on the queue with what it
 *   brought until it is drafted with its page. It counts as updated when its text, title or picture changed.
 * - Lines that only count (counting.ts) are no change. A page that was asked for in vain waits longer each time
 *   (page-waits.ts); what its item brought meanwhile counts when its turn comes.
 *
 * **complete**: drafts of items with their pages, or without one that may not be used. They replace what is stored,
 * are clustered anew and held back no longer. Readers are told as above, of what was not held back.
 *
 * **revise**: drafts made again of what was received before (decide-revision.ts).
 *
 * In polls and completions the source's last articles together show what it repeats in them (learn-blocks.ts).
 */
export function decideIngest(options: DecideOptions, known: Known): IngestIntent {
  const { mode, source, ids } = options;
  const drafts = oldestFirst(uniqueByKey(options.drafts));
  if (mode === "revise") return decideRevision({ ...options, drafts }, known);
  const decision = startDecision({ ...options, drafts }, known);
  for (const [index, draft] of drafts.entries()) {
    const id = ids.articleId(source.definition.id, draft.key);
    const stored = known.articles.get(id);
    if (mode === "complete") complete(decision, stored, draft);
    else if (stored) poll(decision, stored, draft);
    else insert(decision, insertOf(id, draft, { ...options, newer: drafts.length - 1 - index }));
  }
  return intentOf(decision, options.drafts.length, known);
}

/** What a poll or a completion needs to know beforehand. */
export function lookupFor(drafts: readonly ArticleDraft[]): Lookup {
  return {
    keys: drafts.map(({ key }) => key),
    guids: drafts.flatMap(({ guid }) => guid ?? []),
    texts: drafts,
  };
}

/** The same for a revision: it compares no texts. */
export const lookupForRevision = (drafts: readonly ArticleDraft[]): Lookup => ({
  keys: drafts.map(({ key }) => key),
  guids: [],
  texts: [],
});

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

/** What was decided so far. */
type Decision = {
  readonly options: DecideOptions;
  readonly clustering: Clustering;
  /** Of the source in the configuration. */
  readonly place: number;
  readonly inserts: ArticleInsert[];
  readonly updates: ArticleUpdate[];
  readonly pageJobs: PageJobChange[];
  readonly outlines: ArticleOutline[];
  readonly counts: { new: number; updated: number; merged: number };
};

const startDecision = (options: DecideOptions, known: Known): Decision => ({
  options,
  clustering: startClustering(known, options.ids.fallbackEntryId, documentOf(options)),
  place: known.place,
  ...{ inserts: [], updates: [], pageJobs: [], outlines: [] },
  counts: { new: 0, updated: 0, merged: 0 },
});

/** What the articles of one source are compared by. */
function documentOf({ mode, source, drafts, ids }: DecideOptions): SourceDocument {
  const { id: sourceId, kind } = source.definition;
  const listed = drafts.map(({ key, fingerprint }) => {
    const articleId = ids.articleId(sourceId, key);
    return { articleId, story: articleId, blocks: fingerprint.blocks };
  });
  // A folder brings the files that changed, and a completion one article: what is not there may be anywhere.
  return { sourceId, listed, isWhole: mode === "poll" && kind === "remote" };
}

function insert(decision: Decision, article: ArticleInsert): void {
  const { id, draft, enteredAt } = article;
  decision.inserts.push(article);
  decision.outlines.push({ articleId: id, enteredAt, outline: draft.outline });
  decision.counts.new += 1;
  if (decision.clustering.add(unplaced(article, decision.place))) decision.counts.merged += 1;
  if (article.heldUntil !== null) askForPage(decision, { id, draft, mustFetch: true });
}

function poll(decision: Decision, stored: KnownArticle, draft: ArticleDraft): void {
  const { id, hadPageJob } = stored;
  const isChanged = !isSameItem(stored, draft);
  const isNews = isChanged && isNewsOf(stored, draft);
  const isWanted = pageOf(draft) !== null;
  if (isChanged && isWanted && stored.isFromPage) {
    const notBefore = isNews ? nextVisit(decision, stored, draft) : decision.options.now;
    askForPage(decision, { id, draft, mustFetch: isNews, changed: draft, notBefore });
    if (isNews && notBefore <= decision.options.now) decision.counts.updated += 1;
    return;
  }
  if (isChanged)
    replace(decision, stored, updateOf(stored, draft, { ...decision.options, isNews }));
  if (isWanted && (isNews || !hadPageJob)) {
    const notBefore = nextVisit(decision, stored, draft);
    askForPage(decision, { id, draft, mustFetch: true, notBefore });
  }
}

/** A new headline is news of its own; a text that changes with each poll may be an advert in it. */
const nextVisit = (
  { options: { now } }: Decision,
  { title, visits }: KnownArticle,
  draft: ArticleDraft,
): number => (title === draft.title ? nextVisitAt(visits, now) : now);

function complete(decision: Decision, stored: KnownArticle | undefined, draft: ArticleDraft): void {
  if (stored === undefined) return;
  const update = updateOf(stored, draft, {
    ...decision.options,
    isNews: isNewsWhenCompleted(stored, draft),
  });
  replace(decision, stored, { ...update, heldUntil: null });
}

function replace(decision: Decision, stored: KnownArticle, update: ArticleUpdate): void {
  const { id, draft } = update;
  decision.updates.push(update);
  decision.outlines.push({ articleId: id, enteredAt: stored.enteredAt, outline: draft.outline });
  if (update.updatedAt !== null) decision.counts.updated += 1;
  const isSame =
    stored.contentHash === draft.contentHash && stored.metadataHash === draft.metadataHash;
  const after = changed(stored, update);
  const isOther = CLUSTERED.some((field) => stored[field] !== after[field]);
  if (!isSame && isOther) decision.clustering.change(after);
}

/**
 * What clusters and their leads depend on. Metadata beside it changes no story: where an upgrade reads more of an
 * item than before, articles must not be compared by the rules of today for that alone.
 */
const CLUSTERED = [
  ...["contentHash", "textHash", "title", "address"],
  ...["republish", "isOnOwnHost", "isSummaryOnly", "publishedAt"],
] as const satisfies readonly (keyof KnownArticle)[];

type Wanted = Pick<PageJobChange, "mustFetch"> & {
  readonly id: string;
  readonly draft: ArticleDraft;
  readonly changed?: ArticleDraft;
  /** Absent for now. */
  readonly notBefore?: number;
};

function askForPage({ pageJobs, options }: Decision, wanted: Wanted): void {
  const { id, draft, mustFetch } = wanted;
  const { raw, itemHash, receivedHash, receivedMetadataHash } = draft;
  pageJobs.push({
    articleId: id,
    sourceId: options.source.definition.id,
    url: pageOf(draft) ?? "",
    mustFetch,
    notBefore: wanted.notBefore ?? options.now,
    changed: wanted.changed ? { raw, itemHash, receivedHash, receivedMetadataHash } : null,
  });
}

function intentOf(decision: Decision, received: number, known: Known): IngestIntent {
  const { clustering, inserts, updates, pageJobs, counts } = decision;
  return {
    ...{ inserts, updates, pageJobs },
    clusters: clustering.changes(),
    sightings: clustering.sightings(),
    ...learnFrom(known.outlines, decision.outlines, [...inserts, ...updates]),
    // Repeats within the document count too.
    counts: { ...counts, unchanged: received - counts.new - counts.updated },
  };
}
