import { type FeedDocument, isOfManySources } from "../../core/entries/entry.ts";
import type { Branding } from "../../core/settings/branding.ts";
import { atomEntry } from "./atom-entry.ts";
import { cleanDocument } from "./clean-document.ts";
import { distinctUpdates } from "./distinct-updates.ts";
import { rfc3339 } from "./instants.ts";
import { formatLinks, HISTORY_NAMESPACE } from "./links.ts";
import { occasionalNamespaces } from "./namespaces.ts";
import { deletedEntry, TOMBSTONE_NAMESPACE } from "./tombstone.ts";
import { plainElement, textElement, writeXml, type XmlElement, xmlElement } from "./xml-element.ts";

/** Atom 1.0 (RFC 4287), written here: `feed` has no source, language or related links in it. */
export function renderAtom(document: FeedDocument): string {
  const clean = cleanDocument(document);
  const { feed, site } = clean;
  const isArchive = clean.chain.page !== null;
  const entries = distinctUpdates(clean.entries).map((entry) => atomEntry(entry, site.url));
  const attributes = {
    xmlns: "http://www.w3.org/2005/Atom",
    "xmlns:media": "http://search.yahoo.com/mrss/",
    "xmlns:at": clean.withdrawn.length > 0 ? TOMBSTONE_NAMESPACE : null,
    "xmlns:fh": isArchive ? HISTORY_NAMESPACE : null,
    ...occasionalNamespaces(entries),
    "xml:lang": feed.language === "" ? null : feed.language,
  };
  return writeXml(
    xmlElement("feed", attributes, [
      textElement("id", clean.id),
      plainElement("title", feed.title),
      plainElement("subtitle", feed.description),
      textElement("updated", rfc3339(clean.updatedAt)),
      ...feedAuthor(clean),
      ...formatLinks(clean, "atom").map((link) => xmlElement("link", link)),
      ...brandElements(feed.branding),
      plainElement("rights", clean.copyright),
      textElement("generator", "Offprint"),
      ...(isArchive ? [xmlElement("fh:archive", {})] : []),
      ...clean.withdrawn.map(deletedEntry),
      ...entries,
    ]),
  );
}

/** The icon should be square, the logo twice as wide as high (RFC 4287 §4.2.5, §4.2.8). */
const brandElements = ({ icon, logo }: Branding): readonly XmlElement[] => [
  ...(icon === null ? [] : [textElement("icon", icon.url)]),
  ...(logo === null ? [] : [textElement("logo", logo.url)]),
];

function feedAuthor(document: FeedDocument): readonly XmlElement[] {
  const { site } = document;
  if (isOfManySources(document)) return [];
  const email = site.contact === null ? [] : [textElement("email", site.contact)];
  return [
    xmlElement("author", {}, [
      textElement("name", site.title),
      textElement("uri", site.url),
      ...email,
    ]),
  ];
}
