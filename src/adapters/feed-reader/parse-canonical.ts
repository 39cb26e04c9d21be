import { createRequire } from "node:module";
import Parser from "rss-parser";
import type { LongTexts } from "./canonical/long-texts.ts";
import { canonicalName, type Dialect } from "./canonical/vocabulary.ts";
import type { CanonicalXml } from "./canonical/write-xml.ts";

/** What xml2js makes of an element: its text alone, or an object when it has more than text. */
export type XmlValue = string | CanonicalElement;
export type CanonicalElement = { readonly [name: string]: unknown };

/** One item or the feed itself: its elements by key (canonical/vocabulary.ts), each in order. */
export type ParsedFields = { readonly [key: string]: unknown };

export type ParsedCanonical = {
  readonly channel: ParsedFields;
  readonly items: readonly ParsedFields[];
  readonly longTexts: LongTexts;
};

silenceSnippets();

/**
 * rss-parser makes a "snippet" of every text with a regular expression that is quadratic on
 * `<` (400 KB of them take 20 s), has no option to leave that out, and we do not use it.
 */
function silenceSnippets(): void {
  const utils = createRequire(import.meta.url)("rss-parser/lib/utils") as {
    getSnippet: (html: string) => string;
  };
  utils.getSnippet = () => "";
}

/**
 * Parses a canonical document with rss-parser; `null` when it cannot, which is a mistake of ours.
 *
 * rss-parser answers with a promise, but builds the feed before it returns: taking the feed as it
 * is built keeps the port synchronous, so that a worker does one document at a time.
 */
export function parseCanonical(
  { xml, longTexts, keys }: CanonicalXml,
  dialect: Dialect,
): ParsedCanonical | null {
  const taken: { feed: BuiltFeed | null } = { feed: null };
  const parser = new CapturingParser(optionsFor(keys, dialect), (feed) => {
    taken.feed = feed;
  });
  parser.parseString(xml).catch(ignoreFailure);
  return taken.feed ? { channel: taken.feed, items: taken.feed.items, longTexts } : null;
}

/** A failure needs no handling: no feed was built then. */
const ignoreFailure = (): void => {};

type BuiltFeed = ParsedFields & { readonly items: readonly ParsedFields[] };

/** The part of rss-parser that its type definitions leave out. */
type ParserInternals = new (
  options: object,
) => {
  readonly xmlParser: { readonly saxParser: { trackPosition: boolean } };
  parseString(xml: string): Promise<unknown>;
  buildAtomFeed(document: object): BuiltFeed;
  buildRSS2(document: object): BuiltFeed;
};

class CapturingParser extends (Parser as unknown as ParserInternals) {
  readonly #onFeed: (feed: BuiltFeed) => void;

  constructor(options: object, onFeed: (feed: BuiltFeed) => void) {
    super(options);
    this.#onFeed = onFeed;
    // Lines and columns are for error messages, which our own documents never cause. Counting them costs time.
    this.xmlParser.saxParser.trackPosition = false;
  }

  override buildAtomFeed(document: object): BuiltFeed {
    return this.#take(super.buildAtomFeed(document));
  }

  override buildRSS2(document: object): BuiltFeed {
    return this.#take(super.buildRSS2(document));
  }

  #take(feed: BuiltFeed): BuiltFeed {
    this.#onFeed(feed);
    return feed;
  }
}

/** Every element of the document, under its key, all of a name in an array. rss-parser looks for each in each item. */
function optionsFor({ channel, items }: CanonicalXml["keys"], dialect: Dialect): object {
  const fieldsOf = (keys: ReadonlySet<string>) =>
    [...keys].map((key) => [canonicalName(key, dialect), key, { keepArray: true }]);
  const attributes = ["$", "attributes", { keepArray: true }];
  return { customFields: { feed: fieldsOf(channel), item: [...fieldsOf(items), attributes] } };
}
