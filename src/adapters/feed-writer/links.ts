import type { Entry, FeedDocument } from "../../core/entries/entry.ts";
import { chainLinks } from "../../core/entries/feed-chain.ts";
import { FORMATS, type Format, MEDIA_TYPES } from "../../core/entries/formats.ts";
import { looksLikeHtml, type XmlAttributes } from "./xml-element.ts";

/** Links to where we got an entry, and to where else the same text appeared. */
export function provenanceLinks({ source, via, copies }: Entry): readonly XmlAttributes[] {
  const from = via ?? source;
  const address = from.feedUrl ?? from.url;
  return [
    ...(address === null ? [] : [{ rel: "via", href: address, title: linkTitle(from.title) }]),
    ...copies.map((copy) => ({ rel: "related", href: copy.url, title: linkTitle(copy.title) })),
  ];
}

/** RFC 4946. */
export const licenceLink = (href: string): XmlAttributes => ({ rel: "license", href });

/**
 * The title of a link, which is optional. `null` where a reader could take it for HTML, because an attribute cannot
 * declare what it holds.
 */
export const linkTitle = (title: string): string | null => (looksLikeHtml(title) ? null : title);

/**
 * Links to the page for people, the document itself, the other formats, and the neighbours in the archive. The page
 * comes first: SimplePie, ROME, rss-parser and XML::Feed take the first alternate link for the site's, whatever its
 * type.
 */
export function formatLinks(document: FeedDocument, self: Format): readonly XmlAttributes[] {
  const { urls } = document;
  const others = FORMATS.filter((format) => format !== self);
  return [
    { rel: "alternate", type: "text/html", href: urls.page },
    { rel: "self", type: bareType(self), href: urls[self] },
    ...others.map((format) => ({ rel: "alternate", type: bareType(format), href: urls[format] })),
    ...chainLinks(document, self).map(({ rel, url }) => ({ rel, type: bareType(self), href: url })),
  ];
}

/** Namespace of the element that marks an archive document (RFC 5005 §4). */
export const HISTORY_NAMESPACE = "http://purl.org/syndication/history/1.0";

/** RFC 4287 §4.2.7.3 gives the media type without parameters. */
const bareType = (format: Format): string => MEDIA_TYPES[format].split(";")[0] ?? "";
