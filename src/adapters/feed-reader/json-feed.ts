import type { Author, Item } from "../../core/articles/item.ts";
import type { Enclosure, Image } from "../../core/media/media.ts";
import { present } from "../../core/present.ts";
import type { ParsedFeed, ReadWarning } from "../../core/sources/feed.ts";
import { NO_HINTS } from "../../core/sources/feed.ts";
import { createNewestItems } from "../../core/sources/newest-items.ts";
import type { ReadLimits } from "../../core/sources/read-feed.ts";
import { legalText } from "../../core/text/clean.ts";
import { paragraphs } from "./canonical/text-construct.ts";
import { readDuration } from "./episode.ts";
import { fullerContent } from "./fuller-content.ts";
import { escapeText } from "./plain-text.ts";
import { readDate } from "./read-date.ts";
import { absoluteUrl, resolveHtml } from "./resolve-urls.ts";
import { tooManyItems } from "./too-many-items.ts";

/** Own properties of a foreign object, behind a Map: no name from outside reaches an object. */
type Members = ReadonlyMap<string, unknown>;

type JsonFeedOptions = { readonly url: string | null; readonly limits: ReadLimits };

/** Reads JSON Feed 1.0 and 1.1 from a parsed document; `null` when it is none. */
export function readJsonFeed(
  document: unknown,
  { url, limits }: JsonFeedOptions,
): ParsedFeed | null {
  const feed = members(document);
  const items = feed?.get("items");
  if (!feed || !isJsonFeed(feed) || !Array.isArray(items)) return null;
  const base = url ?? text(feed, "feed_url") ?? text(feed, "home_page_url");
  const inherited = { base, authors: authors(feed, base), language: text(feed, "language") };
  const { kept, warnings } = newestOf(items, limits.items);
  return {
    format: "json",
    feed: {
      title: plainLine(text(feed, "title")),
      link: address(feed, "home_page_url", base),
      language: inherited.language,
      id: null,
      feedUrl: address(feed, "feed_url", base),
      description: plainLine(text(feed, "description")),
      generator: null,
      rights: null,
      hints: NO_HINTS,
    },
    items: kept.map((fields) => readItem(fields, inherited)),
    written: null,
    warnings: warnings.slice(0, MAX_WARNINGS),
    truncated: false,
  };
}

const MAX_WARNINGS = 100;

/** The number of items left out is the first warning, because the list of warnings is bounded. */
function newestOf(
  items: readonly unknown[],
  limit: number,
): { readonly kept: readonly Members[]; readonly warnings: readonly ReadWarning[] } {
  const newest = createNewestItems<Members>(limit);
  const dropped: ReadWarning[] = [];
  items.forEach((item, index) => {
    const fields = members(item);
    if (fields) newest.add(fields, dateOf(fields));
    else if (dropped.length < MAX_WARNINGS) dropped.push(notAnObject(index));
  });
  const [kept, leftOut] = [newest.items(), newest.leftOut()];
  return {
    kept,
    warnings: leftOut === 0 ? dropped : [tooManyItems(leftOut, kept.length), ...dropped],
  };
}

const notAnObject = (index: number): ReadWarning => ({
  kind: "item-dropped",
  detail: `item ${index + 1} is not an object`,
});

/** When an item was published, else updated. */
const dateOf = (item: Members): number | null =>
  dateIn(item, "date_published") ?? dateIn(item, "date_modified");

const dateIn = (item: Members, name: string): number | null => readDate(text(item, name) ?? "");

function members(value: unknown): Members | null {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return null;
  return new Map(Object.entries(value));
}

const isJsonFeed = (feed: Members): boolean =>
  (text(feed, "version") ?? "").includes("jsonfeed.org/version/");

/** A string or number as text, trimmed; `null` for everything else and for nothing. */
function text(from: Members, name: string): string | null {
  const value = from.get(name);
  if (typeof value !== "string" && typeof value !== "number") return null;
  const clean = legalText(String(value)).trim();
  return clean === "" ? null : clean;
}

const address = (from: Members, name: string, base: string | null): string | null => {
  const written = text(from, name);
  return written === null ? null : absoluteUrl(written, base);
};

/** A title is plain text (JSON Feed 1.1), on one line. */
const plainLine = (value: string | null): string | null =>
  value?.replace(/\s+/g, " ").trim() ?? null;

type InheritedFields = {
  readonly base: string | null;
  readonly authors: readonly Author[];
  readonly language: string | null;
};

function readItem(item: Members, inherited: InheritedFields): Item {
  const own = authors(item, inherited.base);
  const page = address(item, "url", inherited.base);
  const link = page ?? address(item, "external_url", inherited.base);
  // The specification asks for absolute addresses: a relative one was copied from the item's page with its text.
  const base = page ?? inherited.base;
  const title = plainLine(text(item, "title"));
  const summaryHtml = textHtml(text(item, "summary"));
  return {
    guid: text(item, "id"),
    link,
    title,
    authors: own.length > 0 ? own : inherited.authors,
    publishedAt: dateIn(item, "date_published"),
    updatedAt: dateIn(item, "date_modified"),
    summaryHtml,
    contentHtml: fullerContent(contentHtml(item, base, title), summaryHtml, title),
    categories: strings(item.get("tags")),
    language: text(item, "language") ?? inherited.language,
    rights: null,
    enclosures: attachments(item, base),
    image: image(item, base),
    source: null,
    commentsUrl: null,
  };
}

function contentHtml(item: Members, base: string | null, title: string | null): string | null {
  const html = text(item, "content_html");
  const plain = textHtml(text(item, "content_text"));
  if (html === null) return plain;
  return fullerContent(resolveHtml(html, base), plain, title) ?? plain;
}

/** Plain text as HTML: blank lines separate paragraphs. */
const textHtml = (value: string | null): string | null =>
  value === null ? null : paragraphs(escapeText(value));

/** JSON Feed 1.1 has a list of authors, 1.0 one author. A value of a wrong type counts as none. */
function authors(from: Members, base: string | null): readonly Author[] {
  const list = from.get("authors");
  const entries: readonly unknown[] = Array.isArray(list) ? list : [from.get("author")];
  const read = entries.slice(0, MAX_LIST).flatMap((entry) => author(entry, base));
  return read.length > 0 || !Array.isArray(list) ? read : author(from.get("author"), base);
}

/** Most values that are kept of a list: more belong to no article. */
const MAX_LIST = 100;

function author(value: unknown, base: string | null): Author[] {
  const fields = members(value);
  if (!fields) return [];
  const name = plainLine(text(fields, "name"));
  const written = address(fields, "url", base);
  const isMail = written?.toLowerCase().startsWith("mailto:") ?? false;
  const email = isMail ? (written?.slice("mailto:".length) ?? null) : null;
  const url = isMail ? null : written;
  return name === null && written === null ? [] : [{ name, email, url }];
}

const strings = (value: unknown): readonly string[] =>
  Array.isArray(value)
    ? value
        .slice(0, MAX_LIST)
        .flatMap((each) => (typeof each === "string" ? (plainLine(legalText(each)) ?? []) : []))
        .filter((each) => each !== "")
    : [];

function attachments(item: Members, base: string | null): readonly Enclosure[] {
  const list = item.get("attachments");
  if (!Array.isArray(list)) return [];
  return list.slice(0, MAX_LIST).flatMap((entry) => {
    const fields = members(entry);
    const url =
      fields && typeof fields.get("url") === "string" ? address(fields, "url", base) : null;
    if (!fields || url === null) return [];
    const bytes = fields.get("size_in_bytes");
    const isSize = typeof bytes === "number" && Number.isSafeInteger(bytes) && bytes > 0;
    const known = present<Pick<Enclosure, "title" | "durationSeconds">>({
      title: plainLine(text(fields, "title")),
      durationSeconds: readDuration(text(fields, "duration_in_seconds")),
    });
    return [{ url, type: text(fields, "mime_type"), bytes: isSize ? bytes : null, ...known }];
  });
}

function image(item: Members, base: string | null): Image | null {
  const url = address(item, "image", base) ?? address(item, "banner_image", base);
  if (url === null || !/^https?:\/\//i.test(url)) return null;
  return { url, width: null, height: null, alt: null, credit: null };
}
