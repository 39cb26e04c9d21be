import { Feed } from "feed";
import type { FeedDocument } from "../../core/entries/entry.ts";
import { isRaster } from "../../core/settings/branding.ts";
import { cleanDocument } from "./clean-document.ts";
import { formatLinks } from "./links.ts";
import { occasionalNamespaces } from "./namespaces.ts";
import { extensions, guarded, marked } from "./rss-guard.ts";
import { itemElements, rssItem } from "./rss-item.ts";
import { rssStub } from "./rss-stub.ts";
import { deletedEntry } from "./tombstone.ts";
import { webFeedsElements } from "./web-feeds.ts";
import { textElement, type XmlElement, xmlElement } from "./xml-element.ts";

/** RSS 2.0, written by `feed` behind a guard: it escapes too little by itself (rss-guard.ts). */
export function renderRss(document: FeedDocument): string {
  const clean = cleanDocument(document);
  const { feed, urls, updatedAt } = clean;
  const writer = new Feed({
    title: marked(feed.title),
    description: marked(feed.description),
    link: urls.page,
    feed: urls.rss, // keeps the place of the links before the items
    updated: new Date(updatedAt), // without it, `feed` would write the time of building
    generator: "Offprint",
    copyright: marked(clean.copyright),
    ...(feed.language === "" ? {} : { language: feed.language }),
    ...channelImage(feed),
  });
  const links = formatLinks(clean, "rss").map((link) => xmlElement("atom:link", link));
  const isArchive = clean.chain.page !== null;
  const marks = isArchive ? [xmlElement("fh:archive", {})] : [];
  const gone = clean.withdrawn.map(deletedEntry);
  const brand = webFeedsElements(feed.branding);
  for (const extension of extensions([...links, ...marks, ...gone])) writer.addExtension(extension);
  for (const entry of clean.entries) writer.addItem(rssItem(entry));
  for (const stub of clean.stubs) writer.addItem(rssStub(stub));
  const isBranded = brand.length > 0;
  return guarded(writer.rss2(), {
    head: [...managingEditor(clean), ...brand],
    isArchive,
    isBranded,
    hasTombstones: gone.length > 0,
    namespaces: occasionalNamespaces(clean.entries.flatMap(itemElements)),
  });
}

/** A GIF, JPEG or PNG, as RSS 2.0 asks. */
function channelImage({ branding: { icon, logo } }: FeedDocument["feed"]): { image?: string } {
  const picture = [logo, icon].find((candidate) => candidate !== null && isRaster(candidate));
  return picture ? { image: marked(picture.url) } : {};
}

/** RSS takes a mail address only. */
const managingEditor = ({ site: { contact, title } }: FeedDocument): readonly XmlElement[] =>
  contact === null ? [] : [textElement("managingEditor", `${contact} (${title})`)];
