import type { IngestError } from "../errors.ts";
import type { FeedLink } from "../feed.ts";

/** Most announced feeds that are tried, best first: a page that names more lists its sections. */
const MAX_ANNOUNCED = 3;

/** Where publishers keep the feed of a page: WordPress, then what generators and frameworks write. */
const COMMON_PLACES = ["feed/", "rss.xml", "atom.xml", "feed.xml", "index.xml", "feed.json"];

/**
 * Addresses at which the feed of a page may be, best first: those that it announces; else common
 * places beside it, when `pageUrl` is given; feeds of comments last.
 */
export function feedCandidates(
  announced: readonly FeedLink[],
  pageUrl: string | null,
): readonly string[] {
  const articles = announced.filter((link) => !isCommentFeed(link));
  const comments = announced.filter(isCommentFeed).slice(0, 1);
  const isGuessed = articles.length === 0 && pageUrl !== null;
  const best = isGuessed
    ? placesBeside(pageUrl)
    : articles.slice(0, MAX_ANNOUNCED).map(({ url }) => url);
  return [...best, ...comments.map(({ url }) => url)];
}

/**
 * Only places below the page: instead of a section's feed, that of the whole site would be another
 * feed. None for an address with a feed's extension: it was meant to be the feed itself.
 */
function placesBeside(pageUrl: string): readonly string[] {
  const page = URL.parse(pageUrl);
  if (page === null || /\.(?:xml|rss|atom|rdf|json)$/i.test(page.pathname)) return [];
  const isFolder = !page.pathname.split("/").at(-1)?.includes(".");
  if (isFolder && !page.pathname.endsWith("/")) page.pathname += "/";
  return COMMON_PLACES.map((place) => new URL(place, page).href);
}

/** WordPress announces the comments of a site and of a page beside its articles. */
export const isCommentFeed = ({ url, title }: FeedLink): boolean =>
  /comment|kommentar|comentario/i.test(`${url} ${title ?? ""}`);

/**
 * Whether a candidate is missing or is no feed, so that the next one is tried. Any other failure may
 * pass: trying the next one would make us keep the second best for ever.
 */
export function isNoFeed(error: IngestError): boolean {
  if (error.kind !== "http-status") return error.kind === "not-a-feed" || error.kind === "empty";
  return error.status >= 400 && error.status < 500 && !PASSING.has(error.status);
}

/** Request Timeout, Too Early, Too Many Requests. */
const PASSING = new Set([408, 425, 429]);
