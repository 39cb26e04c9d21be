import { rememberLast } from "../remember-last.ts";
import { ALIASES, byFormat, FORMATS, type Format } from "./formats.ts";

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
  ...byFormat((format) => `${siteUrl}${feedPath(feedId, format)}`),
  page: `${siteUrl}${feedPagePath(feedId)}`,
});

/** As `feedUrls`, for an archive document of the feed; the page is that of the feed. */
export const archiveUrls = (
  siteUrl: string,
  feedId: string,
  page: number,
): ReturnType<typeof feedUrls> => ({
  ...byFormat((format) => `${siteUrl}${archivePath(feedId, page, format)}`),
  page: `${siteUrl}${feedPagePath(feedId)}`,
});

/** Whether a URL is one of the feeds published below this site's URL. */
export function isFeedOf(siteUrl: string, url: string): boolean {
  const site = siteAt(siteUrl);
  const asked = site && URL.parse(url);
  if (!site || !asked || asked.host !== site.host) return false;
  const { base } = site;
  const { pathname } = asked;
  if (!pathname.startsWith(`${base}/`)) return false;
  const path = pathname.slice(base.length);
  return path.startsWith("/feeds/") || FORMATS.some((format) => ALIASES[format] === path);
}

/** Each poll asks about the same site. `null` for what is no URL. */
const siteAt = rememberLast(4, (siteUrl) => {
  const site = URL.parse(siteUrl);
  return site && { host: site.host, base: site.pathname.replace(/\/$/, "") };
});
