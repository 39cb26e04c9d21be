import type { Author, Item } from "../../core/articles/item.ts";
import { type House, houseOf, isSameHouse } from "../../core/articles/original-house.ts";
import { present } from "../../core/present.ts";
import { authorsOf, personsOf } from "./authors.ts";
import type { Dialect } from "./canonical/vocabulary.ts";
import { datesOf } from "./date-elements.ts";
import { episodeOf } from "./episode.ts";
import { type Field, type Fields, firstOf } from "./fields.ts";
import { fullerContent } from "./fuller-content.ts";
import { itemSource } from "./item-source.ts";
import { licencesOfItem } from "./licences.ts";
import { commentsOf, itemLink } from "./links.ts";
import { enclosuresOf, imageOf } from "./media.ts";
import { plainText } from "./plain-text.ts";

/** What an item takes from its feed when it has none of its own. */
export type Inherited = {
  /** Whose feed it is. */
  readonly house: House;
  readonly authors: readonly Author[];
  readonly language: string | null;
  readonly rights: string | null;
  readonly licences: readonly string[];
};

export function mapItem(fields: Fields, dialect: Dialect, ofFeed: Inherited): Item {
  const source = itemSource(fields);
  const isOfOthers = source !== null && !isSameHouse(houseOf(source), ofFeed.house);
  const inherited = isOfOthers ? forOthers(ofFeed, dialect) : ofFeed;
  return {
    guid: guidOf(fields),
    link: itemLink(fields),
    title: titleOf(fields),
    authors: authorsOfItem(fields, inherited),
    ...datesOf(fields.text, dialect),
    ...bodyOf(fields, dialect),
    categories: categoriesOf(fields),
    language: fields.text("dc:language") ?? fields.attribute("xml:lang") ?? inherited.language,
    rights: rightsOf(fields, source?.rights ?? null) ?? inherited.rights,
    enclosures: enclosuresOf(fields),
    image: imageOf(fields),
    source,
    commentsUrl: commentsOf(fields),
    ...present<Pick<Item, "episode" | "licences">>({
      episode: episodeOf(fields),
      licences: licencesOfItem(fields, inherited.licences),
    }),
  };
}

/**
 * Rights, licences and authors that an aggregator's feed declares do not hold for items of other houses. Only the
 * authors of an Atom feed are those of all entries that name none (RFC 4287 §4.1.2).
 */
const forOthers = (ofFeed: Inherited, dialect: Dialect): Inherited => ({
  ...ofFeed,
  rights: null,
  licences: [],
  authors: dialect === "atom" ? ofFeed.authors : [],
});

/** An item's own rights, else those of the house that it is from (RFC 4287 §4.2.11). */
const rightsOf = (fields: Fields, ofSource: string | null): string | null =>
  firstOf(["atom:rights", "dc:rights", "rss:copyright"], (key) =>
    plainText(fields.text(key) ?? ""),
  ) ?? ofSource;

/** Without a guid, the subject of an RDF item is its identity (RSS 1.0 §5.5). */
const guidOf = (fields: Fields): string | null =>
  fields.text("rss:guid", "atom:id") ??
  fields.attribute("rdf:about") ??
  fields.text("dc:identifier");

const TITLES = ["atom:title", "rss:title", "dc:title", "media:title", "itunes:title"];

/** Items that are only a file may have their title with the file. */
const titleOf = (fields: Fields): string | null =>
  firstOf(TITLES, (key) => plainText(fields.text(key) ?? "")) ??
  firstOf(["media:group", "media:content", "rss:enclosure"], (key) =>
    plainText(firstOf(fields.all(key), (field) => field.childText("media:title")) ?? ""),
  );

/** An item's own authors, else its source's (RFC 4287 §4.2.1), else its feed's. */
function authorsOfItem(fields: Fields, inherited: Inherited): readonly Author[] {
  const own = authorsOf(fields);
  if (own.length > 0) return own;
  const source = fields.all("atom:source").flatMap((field) => personsOf(field.all("atom:author")));
  return source.length > 0 ? source : inherited.authors;
}

const CONTENTS = ["content:encoded", "atom:content", "xhtml:body", "rss:body", "rss:fullitem"];
const OTHER_SUMMARIES = [
  "dc:description",
  "itunes:summary",
  "media:description",
  "itunes:subtitle",
];
const SUMMARIES: Record<Dialect, readonly string[]> = {
  rss: ["rss:description", "atom:summary", ...OTHER_SUMMARIES],
  atom: ["atom:summary", "rss:description", ...OTHER_SUMMARIES],
};

function bodyOf(fields: Fields, dialect: Dialect): Pick<Item, "summaryHtml" | "contentHtml"> {
  const content = longest(CONTENTS.flatMap((key) => fields.all(key)));
  const summaryHtml = fields.text(...SUMMARIES[dialect]) ?? ofFile(fields);
  return { contentHtml: fullerContent(content, summaryHtml, titleOf(fields)), summaryHtml };
}

/** The description of an item's file, where the item has none (YouTube). */
const ofFile = (fields: Fields): string | null =>
  firstOf(["media:group", "media:content"], (key) =>
    firstOf(fields.all(key), (field) => field.childText("media:description")),
  );

/** The longest of several contents, which are translations or formats. */
function longest(contents: readonly Field[]): string | null {
  let best: string | null = null;
  for (const { text } of contents) {
    if (text !== null && text.length > (best?.length ?? 0)) best = text;
  }
  return best;
}

/** More categories than this say nothing about an article. */
const MAX_CATEGORIES = 100;

function categoriesOf(fields: Fields): readonly string[] {
  const terms = ["rss:category", "atom:category", "dc:subject"].flatMap((key) => fields.all(key));
  const listed = [...fields.all("itunes:keywords"), ...fields.all("media:keywords")];
  const names = [
    ...terms.map(categoryName),
    ...listed.flatMap(({ text }) => text?.split(",") ?? []),
  ];
  const known = new Set(names.flatMap((name) => plainText(name ?? "") ?? []));
  return [...known].slice(0, MAX_CATEGORIES);
}

const categoryName = (field: Field): string | null =>
  field.attribute("label") ?? field.attribute("term") ?? field.text;
