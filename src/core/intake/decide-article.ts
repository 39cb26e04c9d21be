import type { ArticleDraft } from "../articles/article-draft.ts";
import { type KnownArticle, NO_VISITS } from "../articles/stored-context.ts";
import { attachmentsOf } from "../similarity/attachments.ts";
import type { Unplaced } from "../stories/cluster-graph.ts";
import { addressOf, givenAddress } from "../urls/canonical-url.ts";
import type { ArticleInsert, ArticleUpdate, DecideOptions } from "./ingest-intent.ts";

/** An article waits so long for its page, then it is shown as the summary that it is. Pages mostly come within seconds. */
export const HOLD_MS = 10 * 60_000;

type InsertOptions = Pick<DecideOptions, "source" | "now"> & {
  /** How many items of its document are newer. */
  readonly newer: number;
};

export function insertOf(
  id: string,
  draft: ArticleDraft,
  { source, now, newer }: InsertOptions,
): ArticleInsert {
  const publishedAt = honestDate(draft, now);
  const isBacklog = source.firstIngestAt === null && publishedAt < now;
  const heldUntil = pageOf(draft) === null ? null : now + HOLD_MS;
  return {
    id,
    sourceId: source.definition.id,
    draft,
    receivedAt: now,
    publishedAt,
    updatedAt: Math.max(publishedAt, Math.min(draft.updatedAt ?? 0, now)),
    // The backlog of a new source is placed by its dates. A late arrival enters above every reader's fold, a
    // millisecond below each newer item of its document, so that these keep their order. A held article enters when it
    // is shown (entry-dates.ts), at the end of its hold at the latest.
    enteredAt: isBacklog ? publishedAt : (heldUntil ?? now) - newer,
    heldUntil,
  };
}

/** The page that is to be fetched for a draft; `null` for none. */
export const pageOf = ({ wantsPage, link }: ArticleDraft): string | null =>
  wantsPage ? link : null;

/** A date in the future would hold the top of every feed; a missing date is the time of receipt. */
export const honestDate = (
  { publishedAt }: Pick<ArticleDraft, "publishedAt">,
  receivedAt: number,
): number => Math.min(publishedAt ?? receivedAt, receivedAt);

/**
 * The date of an article whose item was polled. A date that we worked out ourselves, such as a file's, stays that of the
 * first sight.
 */
export const datePolled = (stored: KnownArticle, draft: ArticleDraft): number =>
  draft.publishedAt !== null && !draft.derived.includes("publishedAt")
    ? honestDate(draft, stored.receivedAt)
    : stored.publishedAt;

/** The date of an article that was completed: the item's own may have moved since it was received, the page's is new. */
export const dateCompleted = (stored: KnownArticle, draft: ArticleDraft): number =>
  "publishedAt" in draft.provenance ? datePolled(stored, draft) : stored.publishedAt;

type UpdateOptions = {
  readonly now: number;
  /** The date that the article has from now on. */
  readonly publishedAt: number;
  /** What was received changed in what readers see. */
  readonly isNews: boolean;
};

export function updateOf(
  stored: KnownArticle,
  draft: ArticleDraft,
  { now, isNews, publishedAt }: UpdateOptions,
): ArticleUpdate {
  const isSeen = stored.heldUntil === null;
  const isMaterial = isNews && stored.contentHash !== draft.contentHash;
  const isNewText = stored.textHash !== draft.textHash;
  return {
    id: stored.id,
    draft,
    publishedAt,
    // A new date alone moves nothing: publishers who date anew with every poll would make clusters flicker.
    comparedAt: isNewText ? publishedAt : stored.comparedAt,
    isNewText,
    updatedAt: isMaterial && isSeen ? now : null,
    heldUntil: stored.heldUntil,
  };
}

export function unplaced(insert: ArticleInsert, place: number): Unplaced {
  const { id, sourceId, draft, receivedAt, publishedAt, enteredAt, heldUntil } = insert;
  return {
    ...draftFields(draft),
    id,
    sourceId,
    publishedAt,
    receivedAt,
    enteredAt,
    place,
    comparedAt: publishedAt,
    firstPublishedAt: publishedAt,
    isForgotten: false,
    heldUntil,
    hadPageJob: heldUntil !== null,
    visits: NO_VISITS,
  };
}

export function changed(stored: KnownArticle, update: ArticleUpdate): KnownArticle {
  const { draft, publishedAt, comparedAt, heldUntil } = update;
  return { ...stored, ...draftFields(draft), publishedAt, comparedAt, heldUntil };
}

/** The fields of a draft that decisions look at. */
function draftFields(draft: ArticleDraft) {
  const { title, contentHash, metadataHash, textHash, tokenCount, fingerprint } = draft;
  const { itemHash, receivedHash, receivedMetadataHash, rules, isFromPage } = draft;
  const { republish, isOnOwnHost, isSummaryOnly, canonicalUrl, guid, key, derived } = draft;
  return {
    key,
    guid,
    derived,
    givenAddress: givenAddress(draft.link),
    title,
    contentHash,
    metadataHash,
    textHash,
    tokenCount,
    fingerprint,
    itemHash,
    receivedHash,
    receivedMetadataHash,
    rules,
    isFromPage,
    republish,
    isOnOwnHost,
    isSummaryOnly,
    address: addressOf(canonicalUrl),
    attachments: attachmentsOf(draft),
  };
}
