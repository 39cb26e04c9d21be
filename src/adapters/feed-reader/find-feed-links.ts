import type { FeedLink } from "../../core/sources/feed.ts";
import { isCommentFeed } from "../../core/sources/polling/feed-candidates.ts";
import { decodeReferences, type RawAttribute, readMarkup } from "../markup/xml-events.ts";
import { absoluteUrl } from "./resolve-urls.ts";

/** Media types under which feeds are announced, best first. */
const FEED_TYPES = [
  "application/atom+xml",
  "application/rss+xml",
  "application/feed+json",
  "application/json",
  "application/rdf+xml",
  "application/xml",
  "text/xml",
];

/** More links than this are no announcement. */
const MAX_LINKS = 50;
const MAX_ATTRIBUTES = 50;

/**
 * The feeds that a page announces (`link rel=alternate` of a feed's type), best first: in the
 * order of the page, feeds of comments behind the others.
 */
export function findFeedLinks(html: string, url: string | null): readonly FeedLink[] {
  const found = new Map<string, FeedLink>();
  let base = url;
  readMarkup(
    html,
    {
      onOpen: (name, attributes) => {
        const tag = name.toLowerCase();
        if (tag === "base") base = baseOf(attributes, url) ?? base;
        if (tag !== "link" || found.size >= MAX_LINKS) return;
        const link = feedLink(attributes, base);
        if (link && !found.has(link.url)) found.set(link.url, link);
      },
    },
    { dialect: "html", maxAttributes: MAX_ATTRIBUTES },
  );
  const links = [...found.values()];
  return [...links.filter((link) => !isCommentFeed(link)), ...links.filter(isCommentFeed)];
}

function baseOf(attributes: readonly RawAttribute[], url: string | null): string | null {
  const href = attribute(attributes, "href");
  const base = href === null ? "" : absoluteUrl(href, url);
  return URL.canParse(base) ? base : null;
}

function attribute(attributes: readonly RawAttribute[], name: string): string | null {
  const found = attributes.find((each) => each.name.toLowerCase() === name);
  return found ? decodeReferences(found.value).trim() : null;
}

function feedLink(attributes: readonly RawAttribute[], base: string | null): FeedLink | null {
  const rel = (attribute(attributes, "rel") ?? "").toLowerCase().split(/\s+/);
  const type = (attribute(attributes, "type") ?? "").toLowerCase().split(";")[0]?.trim() ?? "";
  const href = attribute(attributes, "href");
  const isFeed = rel.includes("feed") || (rel.includes("alternate") && FEED_TYPES.includes(type));
  if (!isFeed || !href || rel.includes("stylesheet")) return null;
  const address = absoluteUrl(href.replace(/^feed:(?:\/\/)?(?=https?:)/i, ""), base);
  if (!URL.canParse(address) || !/^https?:/i.test(address)) return null;
  const title = attribute(attributes, "title");
  return { url: address, title: title === "" ? null : title };
}
