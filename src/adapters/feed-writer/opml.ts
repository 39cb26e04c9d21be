import type { FeedDocument } from "../../core/entries/entry.ts";
import type { SiteDefinition } from "../../core/settings/definitions.ts";
import { writableLine } from "../../core/text/clean.ts";
import { cleanLanguage } from "./language-tag.ts";
import { textElement, writeXml, type XmlElement, xmlElement } from "./xml-element.ts";

/** A feed as a subscription list names it. */
export type OpmlFeed = Pick<FeedDocument, "feed" | "urls">;

/** OPML 2.0: each feed once, by its RSS. No dates: the same feeds give the same bytes. */
export function renderOpml(site: SiteDefinition, feeds: readonly OpmlFeed[]): string {
  return writeXml(
    xmlElement("opml", { version: "2.0" }, [
      xmlElement("head", {}, [textElement("title", writableLine(site.title) || site.url)]),
      xmlElement("body", {}, feeds.map(outline)),
    ]),
  );
}

const outline = ({ feed, urls }: OpmlFeed): XmlElement =>
  xmlElement("outline", {
    type: "rss",
    text: writableLine(feed.title) || feed.id,
    title: writableLine(feed.title) || feed.id,
    description: writableLine(feed.description) || null,
    language: cleanLanguage(feed.language),
    version: "RSS2",
    xmlUrl: urls.rss,
    htmlUrl: urls.page,
  });
