import type { RemovedBlock } from "../../core/cleaning/clean-content.ts";
import type { PageMetadata } from "../../core/pages/page.ts";
import type { ReadWarning } from "../../core/sources/feed.ts";

/** The metadata of a page or a text without the fields that only we need. */
type ToldMetadata = Omit<PageMetadata, "image" | "section" | "faviconUrl" | "terms">;

/** The fields of contracts.md §2 for pages and texts, after `kind`. */
export type ArticleAnswer = ToldMetadata & {
  readonly url: string | null;
  readonly image: string | null;
  readonly contentHtml: string;
  readonly text: string;
  readonly removed: readonly RemovedBlock[];
  /** Where each value came from; for a text only the values that we worked out. */
  readonly provenance: Readonly<Record<string, string>>;
  /** Values of a text's front matter that could not be used; absent for a page. */
  readonly warnings?: readonly ReadWarning[];
};
