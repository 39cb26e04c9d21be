import { FORMATS, type Format } from "./entry.ts";

/** The paths of what we publish (contract §3). */

export const feedPath = (feedId: string, format: Format): string => `/feeds/${feedId}.${format}`;
export const feedPagePath = (feedId: string): string => `/feeds/${feedId}`;
export const articlePath = (articleId: string): string => `/articles/${articleId}`;

export const archivePath = (feedId: string, page: number, format: Format): string =>
  `/feeds/${feedId}/archive/${page}.${format}`;

/** The absolute addresses of a feed, in each format and as a page. */
export const feedUrls = (
  siteUrl: string,
  feedId: string,
): Readonly<Record<Format, string>> & { readonly page: string } => ({
  rss: `${siteUrl}${feedPath(feedId, "rss")}`,
  atom: `${siteUrl}${feedPath(feedId, "atom")}`,
  json: `${siteUrl}${feedPath(feedId, "json")}`,
  page: `${siteUrl}${feedPagePath(feedId)}`,
});

/** The same for one of its archive documents, which have no page. */
export const archiveUrls = (
  siteUrl: string,
  feedId: string,
  page: number,
): ReturnType<typeof feedUrls> => ({
  rss: `${siteUrl}${archivePath(feedId, page, "rss")}`,
  atom: `${siteUrl}${archivePath(feedId, page, "atom")}`,
  json: `${siteUrl}${archivePath(feedId, page, "json")}`,
  page: `${siteUrl}${feedPagePath(feedId)}`,
});

/** Short addresses of the first feed. */
export const ALIASES: Readonly<Record<Format, string>> = {
  rss: "/rss.xml",
  atom: "/atom.xml",
  json: "/feed.json",
};

/** Whether a URL is one of the feeds published below this site's URL. */
export function isFeedOf(siteUrl: string, url: string): boolean {
  if (!URL.canParse(url) || !URL.canParse(siteUrl)) return false;
  const site = new URL(siteUrl);
  const { host, pathname } = new URL(url);
  if (host !== site.host) return false;
  const base = site.pathname.replace(/\/$/, "");
  if (!pathname.startsWith(`${base}/`)) return false;
  const path = pathname.slice(base.length);
  return path.startsWith("/feeds/") || FORMATS.some((format) => ALIASES[format] === path);
}
