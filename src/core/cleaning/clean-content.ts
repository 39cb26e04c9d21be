import type { CleanupContext } from "./exceptions.ts";
import type { Outline } from "./repeated/outline.ts";

/** A block that the cleaner took out, and by which rule. */
export type RemovedBlock = { readonly text: string; readonly rule: string };

/** What a text is, whatever is known of its source. */
export type ContentPlace = {
  /** Base of relative URLs; with `null`, relative URLs are dropped. */
  readonly baseUrl: string | null;
  /** The title as plain text; a headline that repeats it is removed from the text. */
  readonly title: string | null;
  /** BCP 47, or `null`. */
  readonly language: string | null;
};

export type ContentContext = ContentPlace & {
  /** What an editor keeps or drops, and what the source repeats; NO_CLEANUP for neither. */
  readonly cleanup: CleanupContext;
};

export type CleanedContent = {
  /** Sanitised by allow-list, cleaned of what is not the article. */
  readonly contentHtml: string;
  /** The same as plain text: paragraphs separated by one empty line, lines of one paragraph by `\n`. */
  readonly text: string;
  readonly removed: readonly RemovedBlock[];
  /**
   * The lines after the word rules, before repeated lines, an editor's drops and the headline are removed: independent of
   * what is known of the source.
   */
  readonly outline: Outline;
};

/** Makes foreign HTML safe and takes out what is not the article. Output is stable when cleaned again. */
export type CleanContent = (html: string, context: ContentContext) => CleanedContent;

/** Foreign HTML that is read once, and cleaned by what is known of its source. */
export type ReadableContent = {
  readonly clean: (cleanup: CleanupContext) => CleanedContent;
  /** The text of `clean`, without the cost of its HTML and outline. */
  readonly textOf: (cleanup: CleanupContext) => string;
};

/** `readContent(html, place).clean(cleanup)` is what CleanContent makes. */
export type ReadContent = (html: string, place: ContentPlace) => ReadableContent;
