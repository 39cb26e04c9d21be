import type { FeedDocument } from "../../core/entry.ts";
import { atomEntry } from "./atom-entry.ts";
import { cleanDocument } from "./clean-document.ts";
import { rfc3339 } from "./instants.ts";
import { formatLinks } from "./links.ts";
import { textElement, writeXml, type XmlElement, xmlElement } from "./xml-element.ts";

/** Atom 1.0 (RFC 4287), written here: `feed` has no source, language or related links in it. */
export function renderAtom(document: FeedDocument): string {
  const clean = cleanDocument(document);
  const { feed, site, urls } = clean;
  const attributes = {
    xmlns: "http://www.w3.org/2005/Atom",
    "xmlns:media": "http://search.yahoo.com/mrss/",
    "xml:lang": feed.language === "" ? null : feed.language,
  };
  return writeXml(
    xmlElement("feed", attributes, [
      textElement("id", clean.id),
      textElement("title", feed.title),
      textElement("subtitle", feed.description),
      textElement("updated", rfc3339(clean.updatedAt)),
      feedAuthor(clean),
      ...formatLinks(clean, "atom").map((link) => xmlElement("link", link)),
      xmlElement("link", { rel: "alternate", type: "text/html", href: urls.page }),
      textElement("generator", "Offprint"),
      ...clean.entries.map((entry) => atomEntry(entry, site.url)),
    ]),
  );
}

function feedAuthor({ site }: FeedDocument): XmlElement {
  const email = site.contact === null ? [] : [textElement("email", site.contact)];
  return xmlElement("author", {}, [
    textElement("name", site.title),
    textElement("uri", site.url),
    ...email,
  ]);
}
