import type { ItemDates } from "../../core/articles/item.ts";
import { type Dialect, SPECS, SYNONYMS } from "./canonical/vocabulary.ts";
import { firstOf } from "./fields.ts";

/** Elements that say when an item was published; a format's own count before those of others. */
const PUBLISHED: Record<Dialect, readonly string[]> = {
  rss: ["rss:pubdate", "atom:published", "dcterms:issued", "dc:date", "dcterms:created"],
  atom: ["atom:published", "rss:pubdate", "dcterms:issued", "dc:date", "dcterms:created"],
};

const UPDATED: readonly string[] = ["atom:updated", "dcterms:modified"];

/** @param textOf the text of an element by its key, in ISO 8601; `null` for none. */
export const datesOf = (textOf: (key: string) => string | null, dialect: Dialect): ItemDates => ({
  publishedAt: firstOf(PUBLISHED[dialect], (key) => instantOf(textOf(key))),
  updatedAt: firstOf(UPDATED, (key) => instantOf(textOf(key))),
});

const instantOf = (text: string | null): number | null =>
  text === null || text === "" ? null : Date.parse(text);

const localName = (name: string): string => name.slice(name.indexOf(":") + 1);

/** The names of all elements that may be dates, whatever their vocabulary. No other element that we read has one of them. */
const DATE_NAMES: ReadonlySet<string> = new Set(
  [...SPECS.keys(), ...SYNONYMS.keys()]
    .filter((key) => SPECS.get(SYNONYMS.get(key) ?? key)?.kind === "date")
    .map(localName),
);

/** Whether an element of this name, as it is written, may be a date. */
export const isDateName = (name: string): boolean => DATE_NAMES.has(localName(name).toLowerCase());
