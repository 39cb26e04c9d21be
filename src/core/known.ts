import type { MemberReason } from "./entry.ts";
import type { ArticleDraft } from "./model.ts";
import type { BlockClusters, Compared } from "./similarity/comparison.ts";
import type { Candidate } from "./similarity/elect-lead.ts";

/** What the store shows to a decision: nothing of it is changed in place. */

/** A stored article as far as a decision looks at it. */
export type KnownArticle = Compared &
  Candidate & {
    readonly sourceId: string;
    readonly key: string;
    readonly guid: string | null;
    readonly contentHash: string;
    readonly metadataHash: string;
    readonly publishedAt: number;
    readonly receivedAt: number;
    readonly enteredAt: number;
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
  /** By article id. */
  readonly members: ReadonlyMap<string, MemberReason>;
};

/** What a decision asks the store for. */
export type Lookup = {
  /** Keys within the source. */
  readonly keys: readonly string[];
  /** Publishers' ids that may be taken. */
  readonly guids: readonly string[];
  /** Texts that may be known from any source; those of articles that are stored just so are passed over. */
  readonly texts: readonly LookupText[];
};

export type LookupText = Pick<
  ArticleDraft,
  "key" | "contentHash" | "metadataHash" | "textHash" | "tokenCount" | "publishedAt" | "fingerprint"
>;

/** The answer: the articles asked for, their clusters and those they founded, and all members of these. */
export type Known = {
  /** By article id. */
  readonly articles: ReadonlyMap<string, KnownArticle>;
  readonly clusters: ReadonlyMap<string, KnownCluster>;
  /** Which of the guids (of the lookup and of the articles) are entry ids already. */
  readonly takenEntryIds: ReadonlySet<string>;
  /** For the paragraphs of the texts asked for and of the articles. */
  readonly blockClusters: BlockClusters;
  /** Pairs of the articles that an editor keeps apart, by `vetoKey`. */
  readonly vetoes: ReadonlySet<string>;
  /** Pairs of the articles that an editor keeps together, by `vetoKey`: they count while both are in one cluster. */
  readonly bonds: ReadonlySet<string>;
};

/** One name for a pair of article ids, whichever comes first. */
export const vetoKey = (a: string, b: string): string => (a < b ? `${a} ${b}` : `${b} ${a}`);

export const NOTHING_KNOWN: Known = {
  articles: new Map(),
  clusters: new Map(),
  takenEntryIds: new Set(),
  blockClusters: new Map(),
  vetoes: new Set(),
  bonds: new Set(),
};
