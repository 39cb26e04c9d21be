import type { Field, Fields } from "./fields.ts";

/** Media types of pages that people read: what an `alternate` link without a type means. */
const PAGE_TYPES = new Set(["text/html", "application/xhtml+xml", "text/plain", "application/xml"]);

/**
 * The page of an item or a feed: RSS's link, an Atom link, a guid that is an address. Where FeedBurner puts its counter
 * into the link, the publisher's own address from the element beside it.
 */
export function itemLink(fields: Fields): string | null {
  return originalLink(fields) ?? rssLink(fields) ?? alternate(fields) ?? permalink(fields);
}

function originalLink(fields: Fields): string | null {
  const written = fields.text("feedburner:origlink");
  return written !== null && /^https?:\/\/\S+$/i.test(written) ? written : null;
}

const rssLink = (fields: Fields): string | null => fields.text("rss:link");

function alternate(fields: Fields): string | null {
  const links = linkElements(fields).filter((link) => relOf(link) === "alternate");
  const pages = links.filter((link) => PAGE_TYPES.has(typeOf(link)));
  return hrefOf(pages[0] ?? links[0]);
}

const linkElements = (fields: Fields): readonly Field[] =>
  [...fields.all("rss:link"), ...fields.all("atom:link")].filter(
    (link) => link.attribute("href") !== null,
  );

/** RFC 4287 §4.2.7.2: a link without a rel is alternate. Relations may be written as IANA's addresses. */
const relOf = (link: Field): string =>
  (link.attribute("rel") ?? "alternate")
    .toLowerCase()
    .replace("http://www.iana.org/assignments/relation/", "");

const typeOf = (link: Field): string => (link.attribute("type") ?? "text/html").toLowerCase();

const hrefOf = (link: Field | undefined): string | null => link?.attribute("href") ?? null;

/**
 * RSS 2.0: a guid is an address unless `isPermaLink` says otherwise; many publishers forget that, so it must look like
 * one.
 */
function permalink(fields: Fields): string | null {
  const guid = fields.all("rss:guid").find(({ text }) => text !== null);
  if (!guid || guid.attribute("ispermalink")?.toLowerCase() === "false") return null;
  return /^https?:\/\/\S+$/i.test(guid.text ?? "") ? guid.text : null;
}

/** The page with the comments on an item; other `replies` links lead to feeds of them. */
export const commentsOf = (fields: Fields): string | null =>
  fields.text("rss:comments") ??
  hrefOf(linksWithRel(fields, "replies").find((link) => PAGE_TYPES.has(typeOf(link))));

/** Address of the first link with a relation. */
export function linkWithRel(fields: Fields, rel: string): string | null {
  return hrefOf(linkElements(fields).find((link) => relOf(link) === rel));
}

/** All links with a relation. */
export const linksWithRel = (fields: Fields, rel: string): readonly Field[] =>
  linkElements(fields).filter((link) => relOf(link) === rel);
