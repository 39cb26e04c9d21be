import type { ArticleDraft } from "../articles/article-draft.ts";
import type { AssignedItem } from "../articles/identity/assign-keys.ts";
import { type DocumentEntry, isRedated } from "../articles/listing.ts";
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
import type { Clustering } from "../stories/clustering.ts";
import {
  changed,
  dateCompleted,
  datePolled,
  honestDate,
  insertOf,
  pageOf,
  unplaced,
  updateOf,
} from "./decide-article.ts";
import type {
  ArticleInsert,
  ArticleUpdate,
  DecideOptions,
  PageJobChange,
  RedatedArticle,
  RekeyedArticle,
} from "./ingest-intent.ts";

/** What was decided so far of the articles of one source. */
export type Decision = {
  readonly options: DecideOptions;
  readonly clustering: Clustering;
  /** The source's place in the configuration. */
  readonly place: number;
  readonly wordings: StoredContext["wordings"];
  readonly inserts: ArticleInsert[];
  readonly updates: ArticleUpdate[];
  readonly rekeyed: RekeyedArticle[];
  readonly redated: RedatedArticle[];
  readonly pageJobs: PageJobChange[];
  readonly outlines: ArticleOutline[];
  readonly counts: { new: number; updated: number; merged: number };
};

/** An item with the id of its article. */
export type Listed = AssignedItem & { readonly id: string };

export function takePolled(decision: Decision, { draft, stored, id }: Listed, newer: number): void {
  if (stored) poll(decision, rekeyed(decision, stored, draft), draft);
  else insert(decision, insertOf(id, draft, { ...decision.options, newer }));
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

function poll(decision: Decision, stored: KnownArticle, draft: ArticleDraft): void {
  if (isShortened(decision, stored, draft)) takeAllButText(decision, stored, draft);
  else take(decision, stored, draft);
}

/** Stores the date of an item that was recognised, where it has moved. */
export function redate({ redated }: Decision, { stamp, found }: DocumentEntry): void {
  if (!("listed" in found) || !isRedated(found.listed, stamp)) return;
  const { articleId: id, receivedAt } = found.listed;
  redated.push({ id, publishedAt: honestDate(stamp, receivedAt) });
}

/** Stores the date of an item whose other changes wait for its page, or one that moved alone and is back. */
function moveDate({ redated }: Decision, stored: KnownArticle, draft: ArticleDraft): void {
  const publishedAt = datePolled(stored, draft);
  if (publishedAt !== stored.publishedAt) redated.push({ id: stored.id, publishedAt });
}

function takeAllButText(decision: Decision, stored: KnownArticle, draft: ArticleDraft): void {
  const shortened = { ...draft, raw: asShortened(draft.raw) };
  if (stored.isFromPage && pageOf(draft) !== null) take(decision, stored, shortened);
  else {
    moveDate(decision, stored, draft);
    askForPage(decision, { id: stored.id, draft: shortened, mustFetch: false, changed: shortened });
  }
  if (!stored.isFromPage && stored.title !== draft.title) decision.counts.updated += 1;
}

function take(decision: Decision, stored: KnownArticle, draft: ArticleDraft): void {
  const { id, hadPageJob } = stored;
  const isChanged = !isSameItem(stored, draft);
  const isNews = isChanged && isNewsOf(stored, draft);
  const isWanted = pageOf(draft) !== null;
  if (isChanged && isWanted && stored.isFromPage) {
    awaitPage(decision, { stored, draft, isNews });
    return;
  }
  if (isChanged) {
    const publishedAt = datePolled(stored, draft);
    const { now } = decision.options;
    replace(decision, stored, updateOf(stored, draft, { now, isNews, publishedAt }));
  } else moveDate(decision, stored, draft);
  if (isWanted && (isNews || !hadPageJob)) {
    const notBefore = nextVisit(decision, stored, draft);
    askForPage(decision, { id, draft, mustFetch: true, notBefore });
  }
}

type ChangedItem = {
  readonly stored: KnownArticle;
  readonly draft: ArticleDraft;
  readonly isNews: boolean;
};

/** A changed item of an article with the text of its page is applied when that is drafted with it. */
function awaitPage(decision: Decision, { stored, draft, isNews }: ChangedItem): void {
  const { now } = decision.options;
  const notBefore = isNews ? nextVisit(decision, stored, draft) : now;
  moveDate(decision, stored, draft);
  askForPage(decision, { id: stored.id, draft, mustFetch: isNews, changed: draft, notBefore });
  if (isNews && notBefore <= now) decision.counts.updated += 1;
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

export function complete(
  decision: Decision,
  stored: KnownArticle | undefined,
  draft: ArticleDraft,
): void {
  if (stored === undefined) return;
  const update = updateOf(stored, draft, {
    now: decision.options.now,
    isNews: isNewsWhenCompleted(stored, draft),
    publishedAt: dateCompleted(stored, draft),
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
 * The fields on which clusters and their leads depend. Other metadata moves no article, nor does a new date: an upgrade that
 * reads more of an item must not compare articles by today's rules for that alone.
 */
const CLUSTERED = [
  ...["contentHash", "textHash", "title", "address"],
  ...["republish", "isOnOwnHost", "isSummaryOnly"],
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
