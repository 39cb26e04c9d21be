import {
  type Entry,
  type FeedDocument,
  FORMATS,
  type Format,
  MEDIA_TYPES,
} from "../../core/entry.ts";
import type { Attributes } from "./xml-element.ts";

/** Where we got an entry, and where else the same text appeared: the attributes of Atom links. */
export function provenanceLinks({ source, copies }: Entry): readonly Attributes[] {
  const via = source.feedUrl === null ? [] : [source.feedUrl];
  return [
    ...via.map((href) => ({ rel: "via", href, title: source.title })),
    ...copies.map((copy) => ({ rel: "related", href: copy.url, title: copy.title })),
  ];
}

/** The document itself, then the same feed in the other formats. */
export function formatLinks({ urls }: FeedDocument, self: Format): readonly Attributes[] {
  const others = FORMATS.filter((format) => format !== self);
  return [
    { rel: "self", type: bareType(self), href: urls[self] },
    ...others.map((format) => ({ rel: "alternate", type: bareType(format), href: urls[format] })),
  ];
}

/** RFC 4287 §4.2.7.3 gives the media type without parameters. */
const bareType = (format: Format): string => MEDIA_TYPES[format].split(";")[0] ?? "";
