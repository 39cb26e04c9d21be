/** Captions are not words of the text. The HTML is our own sanitised form: a tag holds no unescaped `>`. */
const CAPTIONS = /<(figcaption|caption)\b[^>]*>[\s\S]*?<\/\1>/g;
/** Tags that begin or end a block, across which no word goes on: all but inline elements. */
const BLOCK_TAGS =
  /<\/?(?:div|p|h[2-6]|[ou]l|li|d[ldt]|table|t(?:head|body|foot|r|[hd])|blockquote|pre|figure|hr)\b[^>]*>/g;
const REFERENCES = /&(?:amp|[lg]t|nbsp|quot);/g;

/** The words of a text as it was published, as `match` and `exclude` look for them in articles. */
export const publishedWords = (contentHtml: string): string =>
  contentHtml
    .replace(CAPTIONS, "\n\n")
    .replace(BLOCK_TAGS, "\n\n")
    .replace(/<br>/g, "\n")
    .replace(/<[^>]*>/g, "")
    .replace(REFERENCES, " ");
