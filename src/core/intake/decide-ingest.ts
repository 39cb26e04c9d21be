import type { ArticleDraft } from "../articles/article-draft.ts";
import {
  type AssignedItem,
  type AssignedKeys,
  assignKeys,
} from "../articles/identity/assign-keys.ts";
import { NO_WEAK_NAMES, type WeakNames } from "../articles/identity/identity.ts";
import { isNewsOf, isNewsWhenCompleted } from "../articles/material-change.ts";
import { asShortened } from "../articles/received.ts";
import {
  type ArticleOutline,
  isSameItem,
  type KnownArticle,
  type StoredContext,
} from "../articles/stored-context.ts";
import { lostItsRest } from "../pages/lost-its-rest.ts";
import { nextVisitAt } from "../pages/page-waits.ts";
import type { SourceDocument } from "../stories/cluster-graph.ts";
import { type Clustering, startClustering } from "../stories/clustering.ts";
import { changed, insertOf, pageOf, unplaced, updateOf } from "./decide-article.ts";
import { decideRevision } from "./decide-revision.ts";
import type {
  ArticleInsert,
  ArticleUpdate,
  DecideOptions,
  IngestIntent,
  PageJobChange,
  RekeyedArticle,
} from "./ingest-intent.ts";
import { learnFrom } from "./learn-blocks.ts";

/**
 * Decides how drafts of one source change what is stored. Pure and repeatable.
 *
 * **poll**: drafts of items alone, as a document brings them. assign-keys.ts finds the stored article of each item; a
 * renamed article goes on under its new key.
 *
 * - An unchanged item (isSameItem) changes nothing. When its page is wanted and was never asked for (`fullText` was
 *   changed), it goes on the page queue.
 * - A new article is inserted and clustered. When its page is wanted it goes on the queue and is held back until
 *   it is complete, HOLD_MS at most.
 * - A changed item replaces what is stored, and is clustered anew. Readers are told (`updatedAt`) when its text, title or
 *   picture changed, both in the item and after cleaning, unless it is held back still. When its page is wanted, it goes
 *   on the queue.
 * - A changed item is not applied to an article with the text of its page: it waits on the queue until it is drafted with
 *   its page. It counts as updated when its text, title or picture changed.
 * - An item that shows only the beginning of its former text (pages/lost-its-rest.ts) keeps the former text. It waits on
 *   the queue until its other fields are drafted with the kept text; if its title is new, its page is asked for then.
 * - Lines that only count (counting.ts) are no change. A page waits longer after each request in vain (page-waits.ts);
 *   changes of its item meanwhile are applied when its turn comes.
 *
 * **complete**: drafts of items with their pages, or without a page that may not be used. They replace what is stored,
 * are clustered anew and are no longer held back. Readers are told as above, except of articles that were held back.
 *
 * **revise**: drafts made again from what was received before (decide-revision.ts).
 *
 * Polls and completions also learn what the source repeats in its last articles (learn-blocks.ts).
 */
export function decideIngest(options: DecideOptions, known: StoredContext): IngestIntent {
  if (options.mode === "revise") return decideRevision(options, known);
  const { mode, source, drafts } = options;
  const assigned =
    mode === "poll" ? assignKeys(drafts, known, source.definition.id) : storedFor(drafts, known);
  const items = oldestFirst(assigned.items).map(({ draft, stored }) => {
    return { draft, stored, id: stored?.id ?? newId(options, draft, known) };
  });
  const decision = startDecision(options, items, known);
  for (const [index, { draft, stored, id }] of items.entries()) {
    if (mode === "complete") complete(decision, stored, draft);
    else if (stored) poll(decision, rekeyed(decision, stored, draft), draft);
    else insert(decision, insertOf(id, draft, { ...options, newer: items.length - 1 - index }));
  }
  return {
    ...intentOf(decision, drafts.length, known),
    weakNames: newNames(assigned.weak, known.weakNames),
  };
}

/** Drafts of completions have the keys of their stored articles. */
const storedFor = (drafts: readonly ArticleDraft[], known: StoredContext): AssignedKeys => ({
  items: drafts.map((draft) => {
    return { draft, stored: known.articles.get(known.byKey.get(draft.key) ?? "") };
  }),
  weak: known.weakNames,
});

/**
 * Sorts by date, the oldest first. Items without a date come last, in the reverse order of the document: feeds
 * list the newest first.
 */
function oldestFirst(items: AssignedKeys["items"]): AssignedKeys["items"] {
  const at = ({ draft }: AssignedKeys["items"][number]): number =>
    draft.publishedAt ?? Number.MAX_SAFE_INTEGER;
  return [...items].reverse().sort((a, b) => at(a) - at(b));
}

const newNames = (weak: WeakNames, known: WeakNames): WeakNames => ({
  guids: weak.guids.filter((name) => !known.guids.includes(name)),
  addresses: weak.addresses.filter((name) => !known.addresses.includes(name)),
});

/** What was decided so far. */
type Decision = {
  readonly options: DecideOptions;
  readonly clustering: Clustering;
  /** The source's place in the configuration. */
  readonly place: number;
  readonly wordings: StoredContext["wordings"];
  readonly inserts: ArticleInsert[];
  readonly updates: ArticleUpdate[];
  readonly rekeyed: RekeyedArticle[];
  readonly pageJobs: PageJobChange[];
  readonly outlines: ArticleOutline[];
  readonly counts: { new: number; updated: number; merged: number };
};

/** An item with the id of its article. */
type Listed = AssignedItem & { readonly id: string };

const startDecision = (
  options: DecideOptions,
  items: readonly Listed[],
  known: StoredContext,
): Decision => ({
  options,
  clustering: startClustering(known, options.ids.fallbackEntryId, documentOf(options, items)),
  place: known.place,
  wordings: known.wordings,
  inserts: [],
  updates: [],
  rekeyed: [],
  pageJobs: [],
  outlines: [],
  counts: { new: 0, updated: 0, merged: 0 },
});

/** What the source offers now: articles of one source are compared by it. */
function documentOf({ mode, source }: DecideOptions, items: readonly Listed[]): SourceDocument {
  const { id: sourceId, kind } = source.definition;
  const listed = items.map(({ id, draft: { fingerprint } }) => {
    return { articleId: id, story: id, blocks: fingerprint.blocks };
  });
  // A folder brings only files that changed, and a completion one article: neither lists all that the source offers.
  return { sourceId, listed, isWhole: mode === "poll" && kind === "remote" };
}

/** The stored article under the key that it has from now on; notes the change, if it is one. */
function rekeyed(decision: Decision, stored: KnownArticle, draft: ArticleDraft): KnownArticle {
  const { key, guid, itemHash } = draft;
  if (stored.key === key) return stored;
  decision.rekeyed.push({ id: stored.id, key, guid, itemHash });
  return { ...stored, key, guid };
}

function insert(decision: Decision, article: ArticleInsert): void {
  const { id, draft, enteredAt } = article;
  decision.inserts.push(article);
  decision.outlines.push({ articleId: id, enteredAt, outline: draft.outline });
  decision.counts.new += 1;
  if (decision.clustering.add(unplaced(article, decision.place))) decision.counts.merged += 1;
  if (article.heldUntil !== null) askForPage(decision, { id, draft, mustFetch: true });
}

/** The id for a key. An article that was renamed since may have it: then the time is added to the key. */
function newId(
  { source, ids, now }: DecideOptions,
  { key }: ArticleDraft,
  known: StoredContext,
): string {
  const { id: sourceId } = source.definition;
  const id = ids.articleId(sourceId, key);
  return known.takenIds.has(id) ? ids.articleId(sourceId, `${key}\n${now}`) : id;
}

function poll(decision: Decision, stored: KnownArticle, draft: ArticleDraft): void {
  if (isShortened(decision, stored, draft)) takeAllButText(decision, stored, draft);
  else take(decision, stored, draft);
}

function takeAllButText(decision: Decision, stored: KnownArticle, draft: ArticleDraft): void {
  const shortened = { ...draft, raw: asShortened(draft.raw) };
  if (stored.isFromPage && pageOf(draft) !== null) take(decision, stored, shortened);
  else
    askForPage(decision, { id: stored.id, draft: shortened, mustFetch: false, changed: shortened });
  if (!stored.isFromPage && stored.title !== draft.title) decision.counts.updated += 1;
}

function take(decision: Decision, stored: KnownArticle, draft: ArticleDraft): void {
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

/** Whether the publisher shortened the text in its feed. A file in a folder is as its editor wants it. */
const isShortened = (
  { options: { source }, wordings }: Decision,
  stored: KnownArticle,
  draft: ArticleDraft,
): boolean =>
  source.definition.kind === "remote" &&
  !isSameItem(stored, draft) &&
  lostItsRest(stored, draft, wordings.get(stored.id));

/** When to ask for the page again: at once under a new headline, else later, as only an advert in the text may have changed. */
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
  // A new title was drafted with the text that is kept: its page is still wanted.
  if (stored.title === draft.title || draft.isFromPage || pageOf(draft) === null) return;
  askForPage(decision, { id: stored.id, draft, mustFetch: true });
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
 * The fields on which clusters and their leads depend. Other metadata moves no article: an upgrade that reads more of an
 * item must not compare articles by today's rules for that alone.
 */
const CLUSTERED = [
  ...["contentHash", "textHash", "title", "address"],
  ...["republish", "isOnOwnHost", "isSummaryOnly", "publishedAt"],
] as const satisfies readonly (keyof KnownArticle)[];

type WantedPage = Pick<PageJobChange, "mustFetch"> & {
  readonly id: string;
  readonly draft: ArticleDraft;
  readonly changed?: ArticleDraft;
  /** Absent for now. */
  readonly notBefore?: number;
};

function askForPage({ pageJobs, options }: Decision, wanted: WantedPage): void {
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

function intentOf(decision: Decision, received: number, known: StoredContext): IngestIntent {
  const { clustering, inserts, updates, rekeyed, pageJobs, counts } = decision;
  return {
    inserts,
    updates,
    rekeyed,
    pageJobs,
    weakNames: NO_WEAK_NAMES,
    clusters: clustering.changes(),
    sightings: clustering.sightings(),
    ...learnFrom(known.outlines, decision.outlines, [...inserts, ...updates], decision.options),
    // Items that repeat within the document count as unchanged.
    counts: { ...counts, unchanged: received - counts.new - counts.updated },
  };
}
