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

/** What the store loads for a decision. Decisions change nothing of it in place. */

/**
 * Whether an item is unchanged, ignoring what changes with each request: publishers print reader counts in their articles.
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
    /** The canonical URL of the link as received; `address` may come from its page. */
    readonly givenAddress: string | null;
    /** The fields that we worked out ourselves. */
    readonly derived: readonly DerivedField[];
    readonly contentHash: string;
    readonly metadataHash: string;
    /** Version of the rules that made it; 0 when it is older than these versions. */
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
  /** The article that began it, and that returns to it when it is alone again. */
  readonly founderId: string;
  /** `null` while it has no members. */
  readonly leadId: string | null;
  readonly enteredAt: number;
  /** An editor withdrew it: no member leaves, and new copies of its text always join it. */
  readonly isWithdrawn: boolean;
  /** By article id; sorted by rank in clusters that a decision changed. */
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
  /** Texts to look for in all sources; those of unchanged items are skipped. */
  readonly texts: readonly LookupText[];
  /** Ids of articles whose items were recognised by the last document: these are not loaded. */
  readonly recognised: readonly string[];
};

/** What the source's articles have looked like lately. */
export type KnownOutlines = {
  /** The outlines of its last articles, in no order. */
  readonly recent: readonly ArticleOutline[];
  /** Keys of repeated blocks that are removed now. */
  readonly active: readonly string[];
  /** Where, in all sources, lines of the articles under decision were seen. */
  readonly sightings: readonly LineSighting[];
};

export const NO_OUTLINES: KnownOutlines = { recent: [], active: [], sightings: [] };

export type ArticleOutline = {
  readonly articleId: string;
  /** Decides which articles of a source are its last ones. */
  readonly enteredAt: number;
  readonly outline: Outline;
};

export type LookupText = ReceivedHashes &
  ComparableText &
  Pick<ArticleDraft, "identity" | "guid" | "link" | "publishedAt" | "outline">;

/** The answer to a lookup: the articles asked for, their clusters and those they founded, and all members of these. */
export type StoredContext = {
  /** By article id. */
  readonly articles: ReadonlyMap<string, KnownArticle>;
  /** Ids of the source's articles by the keys of the lookup. */
  readonly byKey: ReadonlyMap<string, string>;
  /** Ids of the lookup that are in use, by articles whose key has changed since. */
  readonly takenIds: ReadonlySet<string>;
  /** Names of the polled source that identify nothing. */
  readonly weakNames: WeakNames;
  /**
   * Words of items as received, by article id, for the source's articles that changed or may have got another key. Their
   * stored text may be that of a page, and their fingerprints may be gone.
   */
  readonly wordings: ReadonlyMap<string, Uint32Array>;
  readonly clusters: ReadonlyMap<string, KnownCluster>;
  /** Which of the guids (of the lookup and of the articles) are entry ids already. */
  readonly takenEntryIds: ReadonlySet<string>;
  /** For the paragraphs of the texts asked for and of the articles. */
  readonly blockClusters: BlockClusters;
  /**
   * Paragraphs of the last articles of one source, and of its recognised ones: the polled source, or that of both articles
   * to be compared.
   */
  readonly ownBlocks: readonly BlocksOfArticle[];
  /** Number of the lease that wrote the source's listing (listing.ts); `null` without one. */
  readonly listingToken: number | null;
  /** Place of that source in the configuration (`placeOf`). */
  readonly place: number;
  /** Pairs of the articles that an editor keeps apart, by `vetoKey`. */
  readonly vetoes: ReadonlySet<string>;
  /** Pairs of the articles that an editor keeps together, by `vetoKey`: they count while both are in one cluster. */
  readonly bonds: ReadonlySet<string>;
  /** Outlines of the polled source; empty where nothing changed. */
  readonly outlines: KnownOutlines;
  /** Ids of articles whose input changed since it was read for a new draft: nothing is decided for these. */
  readonly stale: ReadonlySet<string>;
};

/** One name for a pair of article ids, in either order. */
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
  listingToken: null,
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
   * The publication date that the publisher gave first: two articles that are redated with every poll must not keep
   * swapping places.
   */
  readonly firstPublishedAt: number;
  readonly receivedAt: number;
  readonly enteredAt: number;
};
