import type { Author } from "../articles/item.ts";
import type { ReceivedPage } from "../articles/received.ts";
import type { RemovedBlock } from "../cleaning/clean-content.ts";
import type { CleanupContext } from "../cleaning/exceptions.ts";
import type { Image } from "../media/media.ts";
import type { Result } from "../result.ts";
import type { PageTerms } from "../rights/usage-terms.ts";
import type { ReadError } from "../sources/errors.ts";
import type { ReceivedDocument } from "../sources/feed.ts";

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

/** Decodes and guards a page: HTML that can be kept, and read any number of times without its bytes. */
export type PreparePage = (document: ReceivedDocument) => string;

/** Reads a prepared page: the same page gives the same. */
export type ReadPage = (
  page: Pick<ReceivedPage, "url" | "html" | "further">,
  cleanup: CleanupContext,
) => Result<Page, ReadError>;
