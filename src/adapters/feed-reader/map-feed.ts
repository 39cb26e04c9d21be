import type { Item } from "../../core/articles/item.ts";
import type { FeedInfo } from "../../core/sources/feed.ts";
import { authorsOf } from "./authors.ts";
import type { Dialect } from "./canonical/vocabulary.ts";
import { type Fields, fieldsOf, firstOf } from "./fields.ts";
import { licencesOf } from "./licences.ts";
import { itemLink, linkWithRel } from "./links.ts";
import { mapItem } from "./map-item.ts";
import type { ParsedCanonical } from "./parse-canonical.ts";
import { plainText } from "./plain-text.ts";
import { pollHints } from "./poll-hints.ts";

type MappedFeed = { readonly feed: FeedInfo; readonly items: readonly Item[] };

/** Turns what rss-parser found into our words: for each field the first usable of several elements. */
export function mapFeed(
  parsed: ParsedCanonical,
  dialect: Dialect,
  rootLanguage: string | null,
): MappedFeed {
  const reading = { dialect, longTexts: parsed.longTexts };
  const channel = fieldsOf(parsed.channel, reading);
  const language = channel.text("rss:language", "dc:language") ?? rootLanguage;
  const rights = textOf(channel, ["atom:rights", "rss:copyright", "dc:rights"]);
  const texts = feedTexts(channel);
  const [link, feedUrl] = [itemLink(channel), linkWithRel(channel, "self")];
  const inherited = {
    house: { title: texts.title, url: link, feedUrl },
    authors: authorsOf(channel),
    language,
    rights,
    licences: licencesOf(channel),
  };
  return {
    feed: {
      ...texts,
      link,
      language,
      id: channel.text("atom:id"),
      feedUrl,
      rights,
      hints: pollHints(channel),
    },
    items: parsed.items.map((item) => mapItem(fieldsOf(item, reading), dialect, inherited)),
  };
}

const feedTexts = (channel: Fields): Pick<FeedInfo, "title" | "description" | "generator"> => ({
  title: textOf(channel, ["atom:title", "rss:title", "dc:title"]),
  description: textOf(channel, [
    "atom:subtitle",
    "rss:description",
    "dc:description",
    "itunes:summary",
  ]),
  generator: channel.text("rss:generator", "atom:generator"),
});

const textOf = (channel: Fields, keys: readonly string[]): string | null =>
  firstOf(keys, (key) => plainText(channel.text(key) ?? ""));
