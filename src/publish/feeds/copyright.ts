import type { Entry } from "../../core/entries/entry.ts";
import type { SiteDefinition } from "../../core/settings/definitions.ts";

/** Most names that are listed; "and others" stands for the rest. */
const MOST_NAMES = 20;

type CopyrightWords = {
  readonly each: string;
  readonly others: string;
  readonly collected: (site: string) => string;
};

const ENGLISH: CopyrightWords = {
  each: "Each text belongs to its publisher",
  others: "and others",
  collected: (site) => `Collected by ${site}.`,
};
const GERMAN: CopyrightWords = {
  each: "Jeder Text gehört dem Haus, das ihn veröffentlicht hat",
  others: "und andere",
  collected: (site) => `Zusammengestellt von ${site}.`,
};

/** The `copyright` of a feed: names the houses that own its texts. */
export function copyrightOf(
  entries: readonly Entry[],
  { site, language }: { readonly site: SiteDefinition; readonly language: string },
): string {
  const words = /^de\b/i.test(language) ? GERMAN : ENGLISH;
  const names = [...new Set(entries.map((entry) => nameOf(entry, site)))].toSorted();
  const listed = names.slice(0, MOST_NAMES).join(", ");
  const rest = names.length > MOST_NAMES ? ` ${words.others}` : "";
  return `${words.each}${listed === "" ? "" : `: ${listed}${rest}`}. ${words.collected(site.title)}`;
}

/** A text that was first published here belongs to the desk. */
const nameOf = ({ source, link, page }: Entry, site: SiteDefinition): string =>
  link === page && source.url === null ? site.title : source.title;
