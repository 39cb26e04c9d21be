import type { DerivedField } from "../articles/article-draft.ts";
import type { Item } from "../articles/item.ts";
import type { ReceivedPage } from "../articles/received.ts";
import type { Result } from "../result.ts";
import type { ReadError } from "./errors.ts";
import type { ReadWarning } from "./feed.ts";

/** A file of a drop folder that is an article by itself. */
export type ArticleFile = {
  /** File name with its extension, which decides how it is read: .txt, .md, .html, .htm. */
  readonly name: string;
  readonly bytes: Uint8Array;
  /** When the file was last changed: the date of an article that gives none. */
  readonly changedAt: number;
};

/** What a text file says, and which fields we worked out ourselves. */
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
