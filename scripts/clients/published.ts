import type { Format } from "../../src/core/entries/formats.ts";
import {
  ATOM,
  atomEntries,
  atomLinks,
  readAtom,
  readJsonFeed,
  readRss,
  rssItems,
} from "../../tests/support/read-feeds.ts";
import { childrenOf, parseStrictXml, textOf } from "../../tests/support/strict-xml.ts";

/** What a client has of a document, as far as clients are compared. */
export type ReadDocument = {
  /** The page of the feed. */
  readonly home: string | null;
  readonly entries: readonly ReadEntry[];
};

export type ReadEntry = {
  readonly id: string | null;
  readonly title: string | null;
  readonly link: string | null;
  /** Unix seconds. */
  readonly date: number | null;
  readonly enclosures: readonly string[];
};

/** What stands in a document, by the letter of its format. */
export const published = (format: Format, text: string): ReadDocument => READERS[format](text);

const READERS: Readonly<Record<Format, (text: string) => ReadDocument>> = {
  rss(xml) {
    const [channel] = childrenOf(parseStrictXml(xml), "channel");
    const enclosures = rssItems(xml).map((item) =>
      childrenOf(item, "enclosure").map(({ attributes }) => attributes.get("url") ?? ""),
    );
    return {
      home: channel ? textOf(channel, "link") : null,
      entries: withEnclosures(readRss(xml), enclosures),
    };
  },
  atom(xml) {
    const enclosures = atomEntries(xml).map((entry) => atomLinks(entry, "enclosure"));
    const home = childrenOf(parseStrictXml(xml), `${ATOM}link`).find(
      ({ attributes }) =>
        attributes.get("rel") === "alternate" && attributes.get("type") === "text/html",
    );
    return {
      home: home?.attributes.get("href") ?? null,
      entries: withEnclosures(readAtom(xml), enclosures),
    };
  },
  json(text) {
    const { home_page_url, items } = JSON.parse(text) as JsonFeed;
    const enclosures = items.map(({ attachments = [] }) => attachments.map(({ url }) => url));
    return { home: home_page_url, entries: withEnclosures(readJsonFeed(text), enclosures) };
  },
};

type JsonFeed = {
  readonly home_page_url: string;
  readonly items: readonly { readonly attachments?: readonly { readonly url: string }[] }[];
};

const withEnclosures = (
  entries: ReturnType<typeof readRss>,
  enclosures: readonly (readonly string[])[],
): readonly ReadEntry[] =>
  entries.map(({ id, title, link, publishedAt }, index) => ({
    ...{ id, title, link, date: publishedAt / 1000 },
    enclosures: enclosures[index] ?? [],
  }));
