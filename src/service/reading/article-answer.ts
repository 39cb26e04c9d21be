import type { Author } from "../../core/articles/item.ts";
import type { RemovedBlock } from "../../core/cleanup/clean-content.ts";
import type { ReadWarning } from "../../core/sources/feed.ts";

/** The fields of contracts.md §2 for pages and texts, after `kind`. */
export type ArticleAnswer = {
  readonly url: string | null;
  readonly canonicalUrl: string | null;
  readonly title: string | null;
  readonly authors: readonly Author[];
  readonly publishedAt: number | null;
  readonly updatedAt: number | null;
  readonly siteName: string | null;
  readonly description: string | null;
  readonly image: string | null;
  readonly language: string | null;
  readonly categories: readonly string[];
  readonly rights: string | null;
  readonly contentHtml: string;
  readonly text: string;
  readonly removed: readonly RemovedBlock[];
  /** Where each value of a page came from; of a text, for those that were worked out. */
  readonly provenance: Readonly<Record<string, string>>;
  /** Values of a text's front matter that could not be used; absent for a page. */
  readonly warnings?: readonly ReadWarning[];
};
