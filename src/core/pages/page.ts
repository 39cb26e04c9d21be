import type { Author } from "../articles/item.ts";
import type { ReceivedPage } from "../articles/received.ts";
import type { RemovedBlock } from "../cleaning/clean-content.ts";
import type { CleanupContext } from "../cleaning/exceptions.ts";
import type { Image } from "../media/media.ts";
import type { Result } from "../result.ts";
import type { PageTerms } from "../rights/usage-terms.ts";
import type { ReadError } from "../sources/errors.ts";
import type { ReceivedDocument } from "../sources/feed.ts";

/** What a page says about its article: plain text, absolute addresses; `null` for what it does not say. */
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

/** One article page as read: the content that would be published, and the blocks that were removed. */
export type Page = PageMetadata & {
  /** The address it came from, after redirects. */
  readonly url: string | null;
  /** Sanitised and cleaned. */
  readonly contentHtml: string;
  /** The same as plain text, without captions, credits, bylines and dates. */
  readonly text: string;
  readonly removed: readonly RemovedBlock[];
  /** All sentences that the page shows, in the article or not: judgePage looks in them for the item's text. */
  readonly shownText: string;
  /** Address of a page that has more of the article, or all of it, and was not read yet; `null` if there is none. */
  readonly furtherUrl: string | null;
  /** Whether the article surely goes on at `furtherUrl`, and is not whole without that page. */
  readonly goesOn: boolean;
  readonly provenance: Provenance;
};

/** Decodes and guards a page. The HTML can be stored, and read any number of times without the bytes. */
export type PreparePage = (document: ReceivedDocument) => string;

/** Reads a prepared page. Deterministic. */
export type ReadPage = (
  page: Pick<ReceivedPage, "url" | "html" | "further">,
  cleanup: CleanupContext,
) => Result<Page, ReadError>;
