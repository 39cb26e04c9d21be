import type {
  DerivedField,
  FolderError,
  Item,
  ParsedFeed,
  ReadError,
  ReadWarning,
  ReceivedDocument,
  RemovedBlock,
} from "./articles/model.ts";
import type { ReceivedPage } from "./articles/received.ts";
import type { CleanupContext } from "./cleanup/exceptions.ts";
import type { Outline } from "./cleanup/outline.ts";
import type { Page } from "./pages/page.ts";
import type { Result } from "./result.ts";
import type { FileProblem, FileState, KnownFile } from "./sources/source-state.ts";

/** Reads RSS, RDF, Atom or JSON Feed. Lenient: a bad item is dropped, a bad document is an error. */
export type ReadFeed = (
  document: ReceivedDocument,
  limits: ReadLimits,
) => Result<ParsedFeed, ReadError>;

export type ReadLimits = { readonly items: number };

/** A file of a drop folder that is an article by itself. */
export type ArticleFile = {
  /** File name with its extension, which decides how it is read: .txt, .md, .html, .htm. */
  readonly name: string;
  readonly bytes: Uint8Array;
  /** When the file was last changed: the date of an article that gives none. */
  readonly changedAt: number;
};

/** What a text file says, and which of it we worked out ourselves. */
export type TextItem = {
  readonly item: Item;
  readonly derived: readonly DerivedField[];
  /** An HTML file itself: the item then has nothing but its name and its time. */
  readonly page: ReceivedPage | null;
};

/** Reads one article file; front matter and metadata where there is some, else derived. Warns of values that it cannot use. */
export type ReadArticleFile = (
  file: ArticleFile,
) => Result<{ readonly text: TextItem; readonly warnings: readonly ReadWarning[] }, ReadError>;

export type ContentContext = {
  /** Base of relative URLs; `null` drops what stays relative. */
  readonly baseUrl: string | null;
  /** Plain text, to take a repeated headline out of the text. */
  readonly title: string | null;
  /** BCP 47, or `null`. */
  readonly language: string | null;
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
   * Its lines after the rules on words, before repeated lines, drops and the headline go: the same
   * whatever is known of the source.
   */
  readonly outline: Outline;
};

/** Makes foreign HTML safe and takes out what is not the article. Output is stable when cleaned again. */
export type CleanContent = (html: string, context: ContentContext) => CleanedContent;

/** Decodes and guards a page: HTML that can be kept, and read any number of times without its bytes. */
export type PreparePage = (document: ReceivedDocument) => string;

/** Reads a prepared page: the same page gives the same. */
export type ReadPage = (
  page: Pick<ReceivedPage, "url" | "html" | "further">,
  cleanup: CleanupContext,
) => Result<Page, ReadError>;

/** BCP 47 primary language of a text, or `null` when it is too short or unclear. */
export type DetectLanguage = (text: string) => string | null;

/** A file of a drop folder that is new or changed and lies still. */
export type FolderFile = {
  readonly name: string;
  readonly state: FileState;
  /** When its author last wrote it: copying a file keeps this, unlike the state's time. */
  readonly modifiedAt: number;
  /** `null` when it was not read; `problem` says why. */
  readonly bytes: Uint8Array | null;
  readonly problem: FileProblem | null;
};

export type FolderBatch = {
  readonly files: readonly FolderFile[];
  /** Known files that wait for another attempt and are not there any more. */
  readonly gone: readonly string[];
  /** Ask again with these files known. */
  readonly hasMore: boolean;
};

/** The files that changed since they were last read, and those whose next attempt is due (polling/file-retry.ts). */
export type ReadFolder = (
  folder: string,
  known: ReadonlyMap<string, KnownFile>,
) => Promise<Result<FolderBatch, FolderError>>;
