import type { Author, Image, RemovedBlock } from "../articles/model.ts";

/** What a page says about how it may be used, as written; `null` where it says nothing. */
export type PageTerms = {
  /** Directives of `meta name=robots` and of those for us by name, lower-case, in order ("noarchive", "max-snippet:50"). */
  readonly robots: readonly string[];
  /** `tdm-reservation` (W3C TDM Reservation Protocol §5): true when text and data mining is reserved. */
  readonly isTdmReserved: boolean | null;
  readonly tdmPolicyUrl: string | null;
  /** schema.org `isAccessibleForFree`. */
  readonly isFree: boolean | null;
  readonly licenceUrl: string | null;
  /** Address of an RSL licence that the page names (rslstandard.org); `null` without one. */
  readonly rslLicence: string | null;
};

/** What a page says about its article: plain text, addresses absolute; `null` where it says nothing. */
export type PageMetadata = {
  readonly canonicalUrl: string | null;
  readonly title: string | null;
  readonly authors: readonly Author[];
  readonly publishedAt: number | null;
  readonly updatedAt: number | null;
  readonly siteName: string | null;
  readonly description: string | null;
  readonly image: Image | null;
  readonly language: string | null;
  /** Tags and keywords. */
  readonly categories: readonly string[];
  readonly section: string | null;
  readonly rights: string | null;
  readonly faviconUrl: string | null;
  readonly terms: PageTerms;
};

/** Where each value came from, by field ("json-ld", "og:title", "time"). */
export type Provenance = ReadonlyMap<string, string>;

/** One article page, read: what would be published of it, and what was taken out. */
export type Page = PageMetadata & {
  /** The address it came from, after redirects. */
  readonly url: string | null;
  /** Sanitised and cleaned. */
  readonly contentHtml: string;
  /** The same as plain text, without captions, credits, bylines and dates. */
  readonly text: string;
  readonly removed: readonly RemovedBlock[];
  /** The sentences that the page shows, of the article or not: what an item says of its article must not stand elsewhere. */
  readonly shownText: string;
  /** Address of a page with more of the article, or all of it, that is not read yet; `null` for none. */
  readonly furtherUrl: string | null;
  /** Whether the article surely goes on there: without that page it is not whole. */
  readonly goesOn: boolean;
  readonly provenance: Provenance;
};
