import type { ArticleDraft, ReceivedHashes } from "../articles/article-draft.ts";
import { NO_WEAK_NAMES, type WeakNames } from "../articles/identity/identity.ts";
import type { DocumentListing, Listing } from "../articles/listing.ts";
import type { ArticleOutline } from "../articles/stored-context.ts";
import type { CommonLine, LineSighting } from "../cleaning/repeated/learn-common.ts";
import type { BlockSighting } from "../similarity/comparison.ts";
import type { Judge } from "../similarity/remember-judgements.ts";
import type { SourceState } from "../sources/source-state.ts";
import type { ClusterChange } from "../stories/cluster-graph.ts";

/** What drafts are made from: a polled document, fetched pages, or what was received before (decide-ingest.ts). */
export type IngestMode = "poll" | "complete" | "revise";

/** What storage must change for the articles of one poll, decided without touching it. */
export type IngestIntent = {
  readonly inserts: readonly ArticleInsert[];
  readonly updates: readonly ArticleUpdate[];
  readonly rekeyed: readonly RekeyedArticle[];
  /** Articles of which only the publisher's date moved. */
  readonly redated: readonly RedatedArticle[];
  /** Names of the source that turned out to be weak. */
  readonly weakNames: WeakNames;
  readonly clusters: readonly ClusterChange[];
  readonly sightings: readonly BlockSighting[];
  readonly pageJobs: readonly PageJobChange[];
  readonly outlines: OutlineChanges;
  /** Blocks that are removed from now on. */
  readonly learned: readonly LearnedBlock[];
  /** Keys of blocks that none of the last articles carries any more. */
  readonly retired: readonly string[];
  readonly common: CommonChanges;
  /** Which stored articles must be drafted again because of this; `null` for none. */
  readonly revisionWanted: RevisionExtent | null;
  /** What the document listed, for the next one; `null` leaves what is stored. */
  readonly listing: Listing | null;
  readonly counts: IngestCounts;
  /** Nothing can be decided without a draft of every item: the document is to be read once more. */
  readonly wantsWhole: boolean;
};

export type RedatedArticle = Pick<ArticleUpdate, "id" | "publishedAt">;

export type LearnedBlock = {
  readonly key: string;
  /** One of the lines, for people. */
  readonly sample: string;
};

/** What was learnt of lines that are common to sources. */
export type CommonChanges = {
  /** Sightings in the source's own articles. */
  readonly sightings: readonly LineSighting[];
  readonly common: readonly (CommonLine & {
    /** One of the lines, for people. */
    readonly sample: string;
  })[];
};

export const NOTHING_COMMON: CommonChanges = { sightings: [], common: [] };

export type OutlineChanges = {
  readonly saved: readonly ArticleOutline[];
  /** Ids of articles that are no longer among the last. */
  readonly dropped: readonly string[];
};

/** A page to be fetched. */
export type PageJobChange = {
  readonly articleId: string;
  readonly sourceId: string;
  readonly url: string;
  /** `false` when the page that is kept serves. */
  readonly mustFetch: boolean;
  /** The earliest time of its turn. */
  readonly notBefore: number;
  /** The received item, when it is stored only together with its page; `null` when it is stored already. */
  readonly changed: (ReceivedHashes & Pick<ArticleDraft, "raw">) | null;
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
  readonly updatedAt: number;
  /** Fixes its place among the entries for good. */
  readonly enteredAt: number;
  /** Until when it waits for its page; `null` when it does not. */
  readonly heldUntil: number | null;
};

export type ArticleUpdate = {
  readonly id: string;
  readonly draft: ArticleDraft;
  readonly publishedAt: number;
  /** The date that its present text came with. */
  readonly comparedAt: number;
  readonly isNewText: boolean;
  /** When the change was seen; `null` when readers need not know of it. */
  readonly updatedAt: number | null;
  readonly heldUntil: number | null;
};

/** An article that gets another key, because its publisher renamed it. Readers see no difference. */
export type RekeyedArticle = Pick<ArticleDraft, "key" | "guid" | "itemHash"> & {
  readonly id: string;
};

/** Makes the ids that depend on nothing but what an article is. Pure. */
export type Ids = {
  readonly articleId: (sourceId: string, key: string) => string;
  readonly fallbackEntryId: (sourceId: string, key: string) => string;
};

export type DecideOptions = {
  readonly mode: IngestMode;
  readonly source: Pick<SourceState, "firstIngestAt" | "definition">;
  readonly drafts: readonly ArticleDraft[];
  /** Of a poll: all items of the document that have articles; `null` where `drafts` is all that is known. */
  readonly listing?: DocumentListing | null;
  readonly ids: Ids;
  readonly now: number;
  /** Remembers what was judged when the same drafts were decided before; changes no decision. */
  readonly judge?: Judge;
};

/** An intent that changes nothing. */
export const NO_CHANGES: IngestIntent = {
  inserts: [],
  updates: [],
  rekeyed: [],
  redated: [],
  weakNames: NO_WEAK_NAMES,
  clusters: [],
  sightings: [],
  pageJobs: [],
  outlines: { saved: [], dropped: [] },
  learned: [],
  retired: [],
  common: NOTHING_COMMON,
  revisionWanted: null,
  listing: null,
  wantsWhole: false,
  counts: { new: 0, updated: 0, unchanged: 0, merged: 0 },
};

/** Which stored articles of a source are to be drafted again: the last ones, or all of them. */
export type RevisionExtent = "recent" | "all";
