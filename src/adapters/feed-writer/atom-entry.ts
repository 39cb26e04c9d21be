import type { Entry } from "../../core/entry.ts";
import type { Author } from "../../core/model.ts";
import { rfc3339 } from "./instants.ts";
import { provenanceLinks } from "./links.ts";
import { mediaElements } from "./media.ts";
import {
  type Attributes,
  escapeXml,
  htmlElement,
  plainElement,
  textElement,
  type XmlElement,
  xmlElement,
} from "./xml-element.ts";

/** A clean entry as an Atom element. */
export const atomEntry = (entry: Entry, siteUrl: string): XmlElement =>
  xmlElement("entry", { "xml:lang": entry.language }, [
    textElement("id", entry.id),
    plainElement("title", entry.title),
    ...entryLinks(entry).map((link) => xmlElement("link", link)),
    textElement("published", rfc3339(entry.publishedAt)),
    textElement("updated", rfc3339(entry.updatedAt)),
    ...entry.authors.map(author),
    ...entry.categories.map((term) => xmlElement("category", { term })),
    ...(entry.rights === null ? [] : [plainElement("rights", entry.rights)]),
    // As HTML, like the description of RSS: many readers take it for HTML whatever its type says.
    htmlElement("summary", escapeXml(entry.summary)),
    ...(entry.contentHtml === null ? [] : [htmlElement("content", entry.contentHtml)]),
    sourceElement(entry, siteUrl),
    ...mediaElements(entry, []),
  ]);

function entryLinks(entry: Entry): readonly Attributes[] {
  const files = entry.enclosures.map(({ url, type, bytes }) => ({
    rel: "enclosure",
    type,
    length: bytes,
    href: url,
  }));
  const replies =
    entry.commentsUrl === null
      ? []
      : [{ rel: "replies", type: "text/html", href: entry.commentsUrl }];
  return [
    { rel: "alternate", href: entry.link },
    ...provenanceLinks(entry),
    ...files,
    ...replies, // RFC 4685 §4
  ];
}

const author = ({ name, url, email }: Author): XmlElement =>
  xmlElement("author", {}, [
    textElement("name", name ?? ""),
    ...optional("uri", url),
    ...optional("email", email),
  ]);

/** Where the entry was published first (RFC 4287 §4.2.11). A folder is known by an address of ours. */
function sourceElement({ source, updatedAt }: Entry, siteUrl: string): XmlElement {
  const { feedId, feedUrl, url } = source;
  return xmlElement("source", {}, [
    textElement("id", feedId ?? feedUrl ?? url ?? `${siteUrl}/about#source-${source.id}`),
    plainElement("title", source.title),
    textElement("updated", rfc3339(Math.floor(updatedAt))), // when we know that it last changed
    ...(feedUrl === null ? [] : [xmlElement("link", { rel: "self", href: feedUrl })]),
    ...(url === null ? [] : [xmlElement("link", { rel: "alternate", href: url })]),
  ]);
}

const optional = (name: string, text: string | null): readonly XmlElement[] =>
  text === null ? [] : [textElement(name, text)];
