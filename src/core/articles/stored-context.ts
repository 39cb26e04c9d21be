import type { LineSighting } from "../cleaning/repeated/learn-common.ts";
import type { Outline } from "../cleaning/repeated/outline.ts";
import type { Rights } from "../rights/rights.ts";
import type { BlockClusters, Compared } from "../similarity/comparison.ts";
import type { MemberReason } from "../similarity/member-reason.ts";
import type { BlocksOfArticle } from "../similarity/own-blocks.ts";
import type {
  ArticleDraft,
  ComparableText,
  DerivedField,
  ReceivedHashes,
} from "./article-draft.ts";
import { NO_WEAK_NAMES, type WeakNames } from "./identity/identity.ts";

/** What the store shows to a decision: nothing of it is changed in place. */

/**
 * Whether an item was received just so before: by itself, else by what we make of it, for publishers
 * count readers in their articles.
 */
export const isSameItem = (a: ReceivedHashes, b: ReceivedHashes): boolean =>
  a.itemHash === b.itemHash ||
  (a.receivedHash === b.receivedHash && a.receivedMetadataHash === b.receivedMetadataHash);

/** What is known of the requests for an article's page. */
export type PageVisits = {
  /** When it was last asked for; `null` when never. */
  readonly fetchedAt: number | null;
  /** How often in a row it was asked for and brought hardly anything. */
  readonly quiet: number;
};

export const NO_VISITS: PageVisits = { fetchedAt: null, quiet: 0 };

/** A stored article as far as a decision looks at it. */
export type KnownArticle = Compared &
  Candidate &
  ReceivedHashes & {
    readonly guid: string | null;
    /** By the link as it was received; `address` may be what its page says. */
    readonly givenAddress: string | null;
    /** What of it we worked out ourselves. */
    readonly derived: readonly DerivedField[];
    readonly contentHash: string;
    readonly metadataHash: string;
    /** Of the rules that made it; 0 before they had versions. */
    readonly rules: number;
    readonly isFromPage: boolean;
    /** Its page was asked for before, whatever came of it. */
    readonly hadPageJob: boolean;
    readonly visits: PageVisits;
    /** Until when it is held back for its page; `null` when it was published. */
    readonly heldUntil: number | null;
    readonly publishedAt: number;
    readonly clusterId: string;
  };

/** Articles that carry one text. The entry id is pinned: it outlives every change of the lead. */
export type KnownCluster = {
  readonly id: string;
  readonly entryId: string;
  /** The article that began it, and that comes back to it when it stands alone again. */
  readonly founderId: string;
  /** `null` while it has no members. */
  readonly leadId: string | null;
  readonly enteredAt: number;
  /** An editor withdrew it: nobody leaves it, and its text joins it for ever. */
  readonly isWithdrawn: boolean;
  /** By article id; in what a decision changed, in the order in which they would lead. */
  readonly members: ReadonlyMap<string, MemberReason>;
};

/** What a decision asks the store for. */
export type Lookup = {
  /** Keys within the source. */
  readonly keys: readonly string[];
  /** Ids that new articles would get. */
  readonly articleIds: readonly string[];
  /** Publishers' ids that may be taken. */
  readonly guids: readonly string[];
  /** Texts that may be known from any source; those of items that were received just so are passed over. */
  readonly texts: readonly LookupText[];
};

/** What the source's articles have looked like lately. */
export type KnownOutlines = {
  /** Of its last articles, in no order. */
  readonly recent: readonly ArticleOutline[];
  /** Keys of repeated blocks that are removed now. */
  readonly active: readonly string[];
  /** Where lines of the articles to be decided on were seen, in all sources. */
  readonly sightings: readonly LineSighting[];
};

export const NO_OUTLINES: KnownOutlines = { recent: [], active: [], sightings: [] };

export type ArticleOutline = {
  readonly articleId: string;
  /** The last ones are those that entered last. */
  readonly enteredAt: number;
  readonly outline: Outline;
};

export type LookupText = ReceivedHashes &
  ComparableText &
  Pick<ArticleDraft, "identity" | "guid" | "link" | "publishedAt" | "outline">;

/** The answer: the articles asked for, their clusters and those they founded, and all members of these. */
export type StoredContext = {
  /** By article id. */
  readonly articles: ReadonlyMap<string, KnownArticle>;
  /** Ids of the source's articles by the keys of the lookup. */
  readonly byKey: ReadonlyMap<string, string>;
  /** Which of the ids of the lookup are given: to articles that got another key since. */
  readonly takenIds: ReadonlySet<string>;
  /** Of the source that is polled. */
  readonly weakNames: WeakNames;
  /**
   * Words of items as they were received, by article id: of the source's articles that changed, or may have got
   * another key. What is stored of these may be the text of a page, and their fingerprints may be forgotten.
   */
  readonly wordings: ReadonlyMap<string, Uint32Array>;
  readonly clusters: ReadonlyMap<string, KnownCluster>;
  /** Which of the guids (of the lookup and of the articles) are entry ids already. */
  readonly takenEntryIds: ReadonlySet<string>;
  /** For the paragraphs of the texts asked for and of the articles. */
  readonly blockClusters: BlockClusters;
  /** Paragraphs of the last articles of the source that is polled, or that two articles to be compared are of. */
  readonly ownBlocks: readonly BlocksOfArticle[];
  /** Place of that source in the configuration (`placeOf`). */
  readonly place: number;
  /** Pairs of the articles that an editor keeps apart, by `vetoKey`. */
  readonly vetoes: ReadonlySet<string>;
  /** Pairs of the articles that an editor keeps together, by `vetoKey`: they count while both are in one cluster. */
  readonly bonds: ReadonlySet<string>;
  /** Of the source that is polled; empty where nothing changed. */
  readonly outlines: KnownOutlines;
  /** Ids of articles that changed since they were read to be drafted again: nothing is decided for these. */
  readonly stale: ReadonlySet<string>;
};

/** One name for a pair of article ids, whichever comes first. */
export const vetoKey = (a: string, b: string): string => (a < b ? `${a} ${b}` : `${b} ${a}`);

export const EMPTY_CONTEXT: StoredContext = {
  articles: new Map(),
  byKey: new Map(),
  takenIds: new Set(),
  weakNames: NO_WEAK_NAMES,
  wordings: new Map(),
  clusters: new Map(),
  takenEntryIds: new Set(),
  blockClusters: new Map(),
  ownBlocks: [],
  place: 0,
  vetoes: new Set(),
  bonds: new Set(),
  outlines: NO_OUTLINES,
  stale: new Set(),
};

/** What decides which copy of a text is published. */
export type Candidate = {
  readonly id: string;
  readonly sourceId: string;
  /** Identity within the source. */
  readonly key: string;
  /** The place of its source in the configuration, the first is 0; see `placeOf`. */
  readonly place: number;
  /** Its source was forgotten: it is published no more (core/entries/forgetting.ts). */
  readonly isForgotten: boolean;
  readonly republish: Rights;
  readonly isOnOwnHost: boolean;
  readonly isSummaryOnly: boolean;
  readonly tokenCount: number;
  /**
   * When it was published as first said: an article that is dated anew with every poll must not
   * change places with another that does the same.
   */
  readonly firstPublishedAt: number;
  readonly receivedAt: number;
  readonly enteredAt: number;
};
