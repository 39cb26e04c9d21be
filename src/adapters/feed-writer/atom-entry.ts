import type { Author } from "../../core/articles/item.ts";
import type { Entry } from "../../core/entries/entry.ts";
import { isRecording } from "../../core/media/file-type.ts";
import type { Enclosure } from "../../core/media/media.ts";
import { episodeElements } from "./episode.ts";
import { rfc3339 } from "./instants.ts";
import { licenceLink, linkTitle, provenanceLinks } from "./links.ts";
import { mediaElements } from "./media.ts";
import {
  escapeXml,
  htmlElement,
  plainElement,
  textElement,
  type XmlAttributes,
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
    // As HTML, like the description of RSS: many readers take a summary for HTML whatever its type says.
    htmlElement("summary", escapeXml(entry.summary)),
    ...(entry.contentHtml === null ? [] : [htmlElement("content", entry.contentHtml)]),
    sourceElement(entry, siteUrl),
    ...mediaElements(entry, []),
    ...episodeElements(entry.episode),
  ]);

function entryLinks(entry: Entry): readonly XmlAttributes[] {
  const files = entry.enclosures.toSorted(recordingsFirst).map((file) => ({
    rel: "enclosure",
    type: file.type,
    length: file.bytes,
    href: file.url,
    title: file.title === undefined ? null : linkTitle(file.title),
  }));
  const replies =
    entry.commentsUrl === null
      ? []
      : [{ rel: "replies", type: "text/html", href: entry.commentsUrl }];
  return [
    { rel: "alternate", href: entry.link },
    ...provenanceLinks(entry),
    ...entry.licences.map(licenceLink),
    ...files,
    ...replies, // RFC 4685 §4
  ];
}

/** Players take the first file. */
const recordingsFirst = (a: Enclosure, b: Enclosure): number =>
  Number(isRecording(b)) - Number(isRecording(a));

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
    ...(source.rights === undefined ? [] : [plainElement("rights", source.rights)]),
  ]);
}

const optional = (name: string, text: string | null): readonly XmlElement[] =>
  text === null ? [] : [textElement(name, text)];
