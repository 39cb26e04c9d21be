import type { Item } from "feed";
import type { Entry } from "../../core/entries/entry.ts";
import { episodeElements } from "./episode.ts";
import { rfc3339 } from "./instants.ts";
import { licenceLink, provenanceLinks } from "./links.ts";
import { mediaElements, rssEnclosure } from "./media.ts";
import { extensions, marked } from "./rss-guard.ts";
import { escapeXml, textElement, type XmlElement, xmlElement } from "./xml-element.ts";

/** A clean entry as `feed` takes it. Without `guid` it writes the link as permanent id. */
export function rssItem(entry: Entry): Item {
  const file = rssEnclosure(entry);
  return {
    title: "", // by extension: `feed` would write CDATA, in which readers decode entities again
    link: entry.link,
    date: new Date(entry.publishedAt),
    description: escapeXml(entry.summary), // RSS descriptions are HTML
    category: entry.categories.map((name) => ({ name: marked(name) })),
    ...(entry.id === entry.link ? {} : { guid: marked(entry.id) }),
    ...(entry.contentHtml === null ? {} : { content: entry.contentHtml }),
    ...(file === null
      ? {}
      : { enclosure: { url: file.url, type: file.type ?? UNKNOWN, length: file.bytes ?? 0 } }),
    extensions: extensions(itemElements(entry)),
  };
}

/** RSS asks for a type and, of an unknown length, for 0 (RSS Profile). */
const UNKNOWN = "application/octet-stream";

export function itemElements(entry: Entry): readonly XmlElement[] {
  const file = rssEnclosure(entry);
  return [
    textElement("title", entry.title),
    ...entry.authors.map((author) => textElement("dc:creator", author.name ?? "")),
    ...sourceElement(entry),
    ...optional("comments", entry.commentsUrl),
    ...optional("dc:language", entry.language),
    ...optional("dc:rights", entry.rights),
    textElement("dcterms:modified", rfc3339(entry.updatedAt)),
    textElement("atom:updated", rfc3339(entry.updatedAt)),
    ...provenanceLinks(entry).map((link) => xmlElement("atom:link", link)),
    ...entry.licences.map(licenceElement),
    ...episodeElements(entry.episode),
    ...mediaElements(
      entry,
      entry.enclosures.filter((candidate) => candidate !== file),
    ),
  ];
}

/** The Creative Commons module is for their licences alone. */
const licenceElement = (url: string): XmlElement =>
  /^https?:\/\/(?:www\.)?creativecommons\.org\//i.test(url)
    ? textElement("creativeCommons:license", url)
    : xmlElement("atom:link", licenceLink(url));

/** RSS 2.0 asks for the address of the source's feed: a drop folder has none. */
function sourceElement({ source }: Entry): readonly XmlElement[] {
  const url = source.feedUrl ?? source.url;
  return url === null ? [] : [textElement("source", source.title, { url })];
}

const optional = (name: string, text: string | null): readonly XmlElement[] =>
  text === null ? [] : [textElement(name, text)];
