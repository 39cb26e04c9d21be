import type { FeedDocument } from "../../core/entries/entry.ts";
import type { RemoteSource, SiteDefinition } from "../../core/settings/definitions.ts";
import { writableLine } from "../../core/text/clean.ts";
import { cleanLanguage } from "./language-tag.ts";
import { textElement, writeXml, type XmlElement, xmlElement } from "./xml-element.ts";

/** A feed as a subscription list names it. */
export type OpmlFeed = Pick<FeedDocument, "feed" | "urls">;

/** OPML 2.0: each feed once, by its RSS. No dates: the same feeds give the same bytes. */
export const renderOpml = (site: SiteDefinition, feeds: readonly OpmlFeed[]): string =>
  listOf(site, feeds.map(outline));

/** A source as a subscription list names it. */
export type OpmlSource = Pick<RemoteSource, "url"> & { readonly title: string };

/** The sources of a desk as OPML 2.0, for feed readers and other desks. Addresses are as they are polled, with their keys. */
export const renderSourceList = (site: SiteDefinition, sources: readonly OpmlSource[]): string =>
  listOf(
    site,
    sources.map(({ url, title }) => {
      const name = writableLine(title) || url;
      return xmlElement("outline", { type: "rss", text: name, title: name, xmlUrl: url });
    }),
  );

const listOf = ({ title, url }: SiteDefinition, outlines: readonly XmlElement[]): string =>
  writeXml(
    xmlElement("opml", { version: "2.0" }, [
      xmlElement("head", {}, [textElement("title", writableLine(title) || url)]),
      xmlElement("body", {}, outlines),
    ]),
  );

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
