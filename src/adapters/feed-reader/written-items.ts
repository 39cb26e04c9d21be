import { hash } from "node:crypto";

/** An XML feed as a text: each item from its start tag to its end tag, and what stands around all of them. */
export type SplitFeed = {
  readonly before: string;
  readonly items: readonly string[];
  readonly after: string;
};

/** Nobody needs more to describe a feed; patterns that are not linear look at no more than this. */
const MAX_AROUND = 50_000;

/**
 * Splits a feed whose items stand one right after the other, as in nearly all; `null` for another.
 *
 * This looks at a few characters, not at markup, so the parts may be wrong where a feed quotes feeds. Whoever uses them
 * sees whether the reader of markup finds as many items, and leaves out only such as were found before.
 */
export function splitFeed(text: string): SplitFeed | null {
  const first = FIRST_ITEM.exec(text);
  const name = first?.[1];
  if (first === null || name === undefined) return null;
  const close = `</${name}>`;
  const next = new RegExp(`\\s*(?=<${name}[\\s>])`, "y");
  const items: string[] = [];
  let [start, end] = [first.index, first.index];
  do {
    start = Math.max(start, next.lastIndex);
    const closing = text.indexOf(close, start);
    if (closing < 0) return null;
    end = closing + close.length;
    items.push(text.slice(start, end));
    next.lastIndex = end;
  } while (next.test(text));
  const [before, after] = [text.slice(0, first.index), text.slice(end)];
  const isWhole = before.length + after.length <= MAX_AROUND && !FIRST_ITEM.test(after);
  return isWhole ? { before, items, after } : null;
}

/** Where an item of RSS, RDF or Atom begins. */
const FIRST_ITEM = /<(item|entry)[\s>]/;

/** Whether neither its start nor its end stands in a comment or a CDATA section, as far as its characters tell. */
export const isClosedItem = (item: string): boolean =>
  isClosed(item, "<![CDATA[", "]]>") && isClosed(item, "<!--", "-->");

function isClosed(text: string, open: string, close: string): boolean {
  const [first, firstClose] = [text.indexOf(open), text.indexOf(close)];
  if (first < 0 || firstClose < 0) return first === firstClose;
  return first < firstClose && text.lastIndexOf(open) < text.lastIndexOf(close);
}

/**
 * A hash of all around the items on which their meaning depends: names of vocabularies, language, base address, authors.
 * Comments and the dates of the feed itself change with every poll, and say nothing of an item.
 *
 * @param url the base of relative addresses.
 */
export const hashAround = ({ before, after }: SplitFeed, url: string | null): string =>
  hashOfText(JSON.stringify([url, before, after].map((part) => part?.replaceAll(UNSTEADY, ""))));

const UNSTEADY =
  /<!--[\s\S]{0,2000}?-->|<(lastBuildDate|pubDate|updated|dc:date)>[^<]{0,100}<\/\1>/g;

/** SHA-256, cut to 64 bits, in base64url: it is only compared with those of the source's last document. */
export const hashOfText = (text: string): string =>
  hash("sha256", text, "base64url").slice(0, LENGTH);

const LENGTH = 11;
