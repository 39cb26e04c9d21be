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
  /** The same in two parts, between which a narrow column may break it. */
  readonly parts: readonly [string, string];
  /** On this site, to be followed. */
  readonly href: string;
};

/** A feed in each format. */
export function feedAddresses(site: SiteDefinition, feed: FeedDefinition): readonly FeedAddress[] {
  return FORMATS.map((format) => address(site, format, feedPath(feed.id, format)));
}

/** The first feed at the addresses that are easy to say. */
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
 * public one; what a reverse proxy serves below a prefix keeps the prefix. Others stay as they are.
 */
export function localHref(site: SiteDefinition, url: string): string {
  if (url !== site.url && !url.startsWith(`${site.url}/`)) return url;
  const prefix = new URL(site.url).pathname.replace(/\/$/, "");
  return prefix + (url.slice(site.url.length) || "/");
}

/** An article's page here. Never the address that an entry carries: this one cannot be foreign. */
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
