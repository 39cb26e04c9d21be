import { articlePath, feedPath } from "../../core/entries/addresses.ts";
import {
  ALIASES,
  FORMAT_NAMES,
  FORMATS,
  type Format,
  MEDIA_TYPES,
} from "../../core/entries/formats.ts";
import type { FeedDefinition, SiteDefinition } from "../../core/settings/definitions.ts";

export type FeedAddress = {
  readonly name: string;
  /** Media type without parameters, for `link rel=alternate`. */
  readonly type: string;
  /** Absolute, to be copied into a reader. */
  readonly url: string;
  /** `url` in two parts, between which a narrow column may break the line. */
  readonly parts: readonly [string, string];
  /** The path of the link on this site. */
  readonly href: string;
};

/** A feed in each format. */
export function feedAddresses(site: SiteDefinition, feed: FeedDefinition): readonly FeedAddress[] {
  return FORMATS.map((format) => address(site, format, feedPath(feed.id, format)));
}

/** The first feed at its short addresses, such as `/rss.xml`. */
export function shortAddresses(site: SiteDefinition): readonly FeedAddress[] {
  return FORMATS.map((format) => address(site, format, ALIASES[format]));
}

const address = (site: SiteDefinition, format: Format, path: string): FeedAddress => ({
  name: FORMAT_NAMES[format],
  type: MEDIA_TYPES[format].split(";", 1)[0] ?? "",
  url: site.url + path,
  parts: [`${site.url}/`, path.slice(1)],
  href: localHref(site, site.url + path),
});

/**
 * An address on this site as a path, so that pages also work under another host name than the
 * public one. The path keeps the prefix of a site that is served below one. Foreign addresses stay as they are.
 */
export function localHref(site: SiteDefinition, url: string): string {
  if (url !== site.url && !url.startsWith(`${site.url}/`)) return url;
  const prefix = new URL(site.url).pathname.replace(/\/$/, "");
  return prefix + (url.slice(site.url.length) || "/");
}

/** The address of an article's page here. Made from the id, it cannot be foreign like an entry's own link. */
export const articleUrl = (site: SiteDefinition, articleId: string): string =>
  site.url + articlePath(articleId);

/** The address when a browser may follow it to the web, else `null`: a last guard before `href`. */
export function webHref(url: string | null): string | null {
  return url !== null && /^https?:\/\//i.test(url) && URL.canParse(url) ? url : null;
}

/** How to reach the people behind the site: `mailto:`, a page, or `null`. */
export function contactHref(contact: string | null): string | null {
  if (contact === null) return null;
  const isMail = /^[^\s@:/?#]+@[^\s@:/?#]+$/.test(contact);
  return isMail ? `mailto:${encodeURI(contact)}` : webHref(contact);
}
