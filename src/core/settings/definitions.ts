import type { CleanupExceptions } from "../cleaning/exceptions.ts";
import type { Rights } from "../rights/rights.ts";
import type { Branding } from "./branding.ts";

/** What the operator asked for, checked and complete (contract: data/offprint.yaml). */

export type SiteDefinition = {
  readonly title: string;
  readonly description: string;
  /** Public base URL without a trailing slash. */
  readonly url: string;
  /** BCP 47. */
  readonly language: string;
  readonly contact: string | null;
  /** Whether pages and feeds show pictures from where publishers keep them. */
  readonly images: "link" | "none";
  readonly branding: Branding;
  /** IANA name of the zone in which people read times; `null` for the machine's. */
  readonly timeZone: string | null;
  /** Linked on every page. */
  readonly imprint: string | null;
  readonly privacy: string | null;
};

export type FullText = "auto" | "always" | "never";

type SourceBase = {
  /** `[a-z0-9-]+`, stable for ever. */
  readonly id: string;
  readonly title: string | null;
  /** Smallest interval between polls. */
  readonly everyMs: number;
  readonly fullText: FullText;
  readonly rights: Rights;
  readonly paused: boolean;
  /** Added to each article of the source. */
  readonly categories: readonly string[];
  /** Lines that the cleaner leaves in its articles, and lines that it always takes out. */
  readonly cleanup: CleanupExceptions;
};

/** A feed, or a page that announces one. */
export type RemoteSource = SourceBase & { readonly kind: "remote"; readonly url: string };
/** A drop folder; `folder` is an absolute path. */
export type FolderSource = SourceBase & { readonly kind: "folder"; readonly folder: string };
export type SourceDefinition = RemoteSource | FolderSource;

/** Where a source is polled; its stored state belongs to this address. */
export const pollingAddress = (definition: SourceDefinition): string =>
  definition.kind === "remote" ? definition.url : `folder:${definition.folder}`;

/** Which articles a feed holds; an empty list or text restricts nothing. */
export type FeedFilter = {
  readonly sources: readonly string[];
  readonly categories: readonly string[];
  readonly languages: readonly string[];
  /** Words and "phrases", all of them, without regard to case and accents, in title and text. */
  readonly match: string;
  readonly exclude: string;
};

export type FeedDefinition = {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly language: string;
  readonly items: number;
  /** At most this much of an article; never more than its source's rights. */
  readonly content: Rights;
  /**
   * Most bytes of each of its documents, without compression: the oldest entries are left out until
   * every format fits. `null` for no limit.
   */
  readonly bytes: number | null;
  /** Whether texts of others end with a line that says whose they are. */
  readonly attribution: boolean;
  /** Ids of sources, the most preferred first: whose copy of a text is shown, before the cluster's own lead. */
  readonly prefer: readonly string[];
  /** How RSS tells of a withdrawal: by an item without a text for so many days, or not at all. */
  readonly withdrawn: { readonly form: "stub" | "drop"; readonly days: number };
  readonly where: FeedFilter;
  /** Its own, else the site's. */
  readonly branding: Branding;
  /** Whether an entry's picture is also shown at the top of its text, where that does not show it. */
  readonly leadImage: "content" | "metadata";
};

export type IngestLimits = {
  /** Decoded bytes of one document. */
  readonly bodyBytes: number;
  readonly items: number;
  readonly timeoutMs: number;
  readonly redirects: number;
};
