import type { Rights } from "../../../core/rights/rights.ts";
import type { FullText } from "../../../core/settings/definitions.ts";
import type { PageLanguage } from "../../words/language.ts";

/** Our own words where sources are added and changed. */
export type EditWords = {
  readonly add: string;
  readonly addWhat: string;
  readonly address: string;
  readonly look: string;
  readonly looking: string;
  readonly announced: string;
  readonly takeThis: string;
  readonly wouldBe: (items: number) => string;
  readonly removed: string;
  readonly noDate: string;
  readonly fromPage: string;
  readonly pageUnused: string;
  readonly characters: (count: number) => string;
  readonly addThis: string;
  readonly addThisWhat: string;
  readonly id: string;
  readonly name: string;
  readonly nameWhat: string;
  readonly every: string;
  readonly rights: string;
  readonly rightsWords: Readonly<Record<Rights, string>>;
  readonly fullText: string;
  readonly fullTextWords: Readonly<Record<FullText, string>>;
  readonly categories: string;
  readonly categoriesWhat: string;
  readonly settings: string;
  readonly settingsWhat: string;
  readonly save: string;
  readonly pause: string;
  readonly resume: string;
  readonly pauseOrdered: (isPaused: boolean) => string;
  readonly test: string;
  readonly testOf: string;
  readonly rename: string;
  readonly renameWhat: string;
  readonly remove: string;
  readonly removeWhat: string;
  readonly inList: string;
  readonly asList: string;
};

const english = new Intl.NumberFormat("en-GB");
const german = new Intl.NumberFormat("de-DE");

const ENGLISH: EditWords = {
  add: "Add a source",
  addWhat:
    "The address of a feed, or of a page that announces one. It is read once; nothing is stored.",
  address: "Address",
  look: "Look at it",
  looking: "The source is being read. This page looks again by itself.",
  announced: "The page announces several feeds",
  takeThis: "Look at this one",
  wouldBe: (items) =>
    items === 1
      ? "Its article, as it would be published"
      : `Its newest articles, of ${english.format(items)}, as they would be published`,
  removed: "Removed",
  noDate: "no date",
  fromPage: "text of its page",
  pageUnused: "Its page was not used:",
  characters: (count) => `${english.format(count)} characters`,
  addThis: "Add this source",
  addThisWhat: "It is written into the configuration file and polled at once.",
  id: "Id, for ever",
  name: "Name",
  nameWhat: "Shown with its articles; empty: as the source calls itself.",
  every: "Smallest interval, such as 15m or 1h",
  rights: "How much may be passed on",
  rightsWords: { full: "the whole text", excerpt: "an excerpt", link: "title and link" },
  fullText: "Pages of its articles",
  fullTextWords: { auto: "where an item is only a summary", always: "always", never: "never" },
  categories: "Categories",
  categoriesWhat: "Added to each of its articles; separated by commas.",
  settings: "Settings",
  settingsWhat:
    "They stand in the configuration file. Its comments and its order stay as they are.",
  save: "Save",
  pause: "Pause",
  resume: "Resume",
  pauseOrdered: (isPaused) =>
    isPaused
      ? "Paused by an order; the configuration does not say so."
      : "Polled by an order, though the configuration says that it is paused.",
  test: "Test",
  testOf: "What it gives now",
  rename: "Rename",
  renameWhat:
    "Its articles, their ids and all that is known of it stay; feeds that name it follow.",
  remove: "Take it out",
  removeWhat: "It is polled no more and leaves the configuration. Its articles stay published.",
  inList: "It stands in an OPML list that the configuration names: change it there.",
  asList: "All sources as OPML",
};

const GERMAN: EditWords = {
  add: "Quelle hinzufügen",
  addWhat:
    "Die Adresse eines Feeds oder einer Seite, die einen nennt. Sie wird einmal gelesen; gespeichert wird nichts.",
  address: "Adresse",
  look: "Ansehen",
  looking: "Die Quelle wird gerade gelesen. Diese Seite sieht von selbst wieder nach.",
  announced: "Die Seite nennt mehrere Feeds",
  takeThis: "Diesen ansehen",
  wouldBe: (items) =>
    items === 1
      ? "Ihr Artikel, wie er veröffentlicht würde"
      : `Ihre neuesten Artikel, von ${german.format(items)}, wie sie veröffentlicht würden`,
  removed: "Entfernt",
  noDate: "ohne Datum",
  fromPage: "Text ihrer Seite",
  pageUnused: "Die Seite wurde nicht verwendet:",
  characters: (count) => `${german.format(count)} Zeichen`,
  addThis: "Diese Quelle hinzufügen",
  addThisWhat: "Sie wird in die Konfigurationsdatei geschrieben und sofort abgerufen.",
  id: "Kennung, für immer",
  name: "Name",
  nameWhat: "Steht bei ihren Artikeln; leer: wie die Quelle sich selbst nennt.",
  every: "Kleinster Abstand, etwa 15m oder 1h",
  rights: "Wie viel weitergegeben werden darf",
  rightsWords: { full: "der ganze Text", excerpt: "ein Auszug", link: "Titel und Link" },
  fullText: "Seiten ihrer Artikel",
  fullTextWords: {
    auto: "wo ein Eintrag nur eine Zusammenfassung ist",
    always: "immer",
    never: "nie",
  },
  categories: "Kategorien",
  categoriesWhat: "Kommen zu jedem ihrer Artikel; durch Kommas getrennt.",
  settings: "Einstellungen",
  settingsWhat:
    "Sie stehen in der Konfigurationsdatei. Deren Kommentare und Reihenfolge bleiben, wie sie sind.",
  save: "Speichern",
  pause: "Anhalten",
  resume: "Fortsetzen",
  pauseOrdered: (isPaused) =>
    isPaused
      ? "Auf Anordnung pausiert; in der Konfiguration steht das nicht."
      : "Auf Anordnung abgerufen, obwohl sie in der Konfiguration pausiert ist.",
  test: "Testen",
  testOf: "Was sie jetzt liefert",
  rename: "Umbenennen",
  renameWhat:
    "Ihre Artikel, deren Kennungen und alles, was von ihr bekannt ist, bleiben; Feeds, die sie nennen, folgen.",
  remove: "Herausnehmen",
  removeWhat:
    "Sie wird nicht mehr abgerufen und verlässt die Konfiguration. Ihre Artikel bleiben veröffentlicht.",
  inList: "Sie steht in einer OPML-Liste, die die Konfiguration nennt: Ändern Sie sie dort.",
  asList: "Alle Quellen als OPML",
};

export const EDIT_WORDS: Readonly<Record<PageLanguage, EditWords>> = { de: GERMAN, en: ENGLISH };
