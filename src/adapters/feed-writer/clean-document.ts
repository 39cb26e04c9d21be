import type { FeedDocument } from "../../core/entries/entry.ts";
import { writableText } from "../../core/text/clean.ts";
import { cleanEmail } from "./clean-email.ts";
import { cleanEntry } from "./clean-entry.ts";
import { cleanInstant } from "./instants.ts";
import { cleanLanguage } from "./language-tag.ts";
import { xmlLine } from "./plain-line.ts";
import { cleanStub } from "./rss-stub.ts";
import { cleanTombstone } from "./tombstone.ts";

/**
 * Makes everything that is written harmless, once for all formats, so that all say the same. A writer only has to
 * escape. No entry is lost, whatever it holds.
 */
export function cleanDocument(document: FeedDocument): FeedDocument {
  const { site, feed } = document;
  const siteTitle = xmlLine(site.title) || site.url;
  const title = xmlLine(feed.title) || siteTitle;
  return {
    ...document,
    site: { ...site, title: siteTitle, contact: cleanEmail(site.contact) },
    feed: {
      ...feed,
      title,
      description: writableText(feed.description).trim() || title,
      language: cleanLanguage(feed.language) ?? "",
    },
    copyright: xmlLine(document.copyright),
    updatedAt: cleanInstant(document.updatedAt),
    entries: document.entries.map((entry) => cleanEntry(entry, site.url)),
    withdrawn: document.withdrawn.flatMap(cleanTombstone),
    stubs: document.stubs.flatMap((stub) => cleanStub(stub, site.url)),
  };
}
