import type { Health } from "../../../core/sources/polling/source-health.ts";
import type { PageLanguage } from "../../words/language.ts";

/** Our own words on the pages about sources. */
export type SourceWords = {
  readonly all: (count: number) => string;
  readonly filter: string;
  readonly states: Readonly<Record<Health, string>>;
  readonly noneHere: string;
  readonly pages: string;
  readonly page: (page: number, pages: number) => string;
  readonly earlier: string;
  readonly later: string;
  readonly toList: string;
  readonly days: string;
  readonly daysWhat: string;
  readonly polls: string;
  readonly pollsWhat: string;
  readonly noPolls: string;
  readonly pollNow: string;
  readonly secretAddress: string;
  readonly columns: {
    readonly at: string;
    readonly result: string;
    readonly items: string;
    readonly size: string;
    readonly took: string;
  };
  readonly outcomes: Readonly<Record<"ok" | "unchanged" | "failed", string>>;
  readonly changes: (changes: Changes) => string;
  /** Before the time of the first of several. */
  readonly timesSince: (times: number) => string;
  readonly facts: {
    readonly polls: string;
    readonly failed: string;
    readonly fresh: string;
    readonly updated: string;
    readonly received: string;
    readonly average: string;
  };
  readonly perDay: (count: number) => string;
  /** Of the new articles. */
  readonly copies: (count: number) => string;
  readonly stripLabel: (strip: StripNumbers) => string;
  readonly stripShort: (total: number, most: number) => string;
};

export type Changes = {
  readonly items: number;
  readonly added: number;
  readonly updated: number;
  readonly merged: number;
  readonly failed: number;
};

export type StripNumbers = {
  readonly name: string;
  readonly total: number;
  readonly most: number;
  readonly from: string;
  readonly to: string;
  /** The day with the most; `null` when there was none. */
  readonly busiest: string | null;
  readonly failedDays: number;
};

const counts = { de: new Intl.NumberFormat("de-DE"), en: new Intl.NumberFormat("en-GB") };
const en = (count: number): string => counts.en.format(count);
const de = (count: number): string => counts.de.format(count);
const joined = (parts: readonly (string | false)[]): string => parts.filter(Boolean).join(", ");

const ENGLISH: SourceWords = {
  all: (count) =>
    count === 0 ? "No source yet" : count === 1 ? "The source" : `All ${en(count)} sources`,
  filter: "Show only",
  states: {
    failing: "Failing",
    unsteady: "Failed last time",
    waiting: "Not polled yet",
    paused: "Paused",
    good: "Working",
  },
  noneHere: "No source is in this state.",
  pages: "Pages of the list",
  page: (page, pages) => `Page ${en(page)} of ${en(pages)}`,
  earlier: "Back",
  later: "Next",
  toList: "All sources",
  days: "Last 30 days",
  daysWhat:
    "Bars are new articles a day (UTC), each on its own scale. A red foot is a day with a failed poll.",
  polls: "Last polls",
  pollsWhat:
    "The latest first; those in a row that found the same are one line, with size and time of the last. Sizes are those of documents, decompressed.",
  noPolls: "It has not been polled yet.",
  pollNow: "Poll now",
  secretAddress: "The address is not shown: it may hold a key.",
  columns: { at: "When", result: "Result", items: "Items", size: "Size", took: "Took" },
  outcomes: { ok: "Read", unchanged: "Nothing new", failed: "Failed" },
  changes: ({ items, added, updated, merged, failed }) =>
    joined([
      `${en(items)} listed`,
      added > 0 && `${en(added)} new`,
      merged > 0 && `${en(merged)} of them copies`,
      updated > 0 && `${en(updated)} changed`,
      failed > 0 && `${en(failed)} unreadable`,
    ]),
  timesSince: (times) => `${en(times)} times in a row, since`,
  facts: {
    polls: "Polls",
    failed: "failed",
    fresh: "New articles",
    updated: "Changed",
    received: "Received",
    average: "A poll takes",
  },
  perDay: (count) => `${en(count)} a day`,
  copies: (count) => `${en(count)} of them copies of others`,
  stripLabel: ({ name, total, most, from, to, busiest, failedDays }) =>
    joined([
      `New articles from ${name}, ${from} to ${to}: ${en(total)} in all`,
      busiest !== null && `most on ${busiest} (${en(most)})`,
      failedDays > 0 && `failed polls on ${en(failedDays)} ${failedDays === 1 ? "day" : "days"}`,
    ]),
  stripShort: (total, most) => (total === 0 ? "none" : `${en(total)}, most ${en(most)} a day`),
};

const GERMAN: SourceWords = {
  all: (count) =>
    count === 0 ? "Noch keine Quelle" : count === 1 ? "Die Quelle" : `Alle ${de(count)} Quellen`,
  filter: "Nur zeigen",
  states: {
    failing: "Gestört",
    unsteady: "Zuletzt fehlgeschlagen",
    waiting: "Noch nicht abgerufen",
    paused: "Pausiert",
    good: "In Ordnung",
  },
  noneHere: "Keine Quelle ist in diesem Zustand.",
  pages: "Seiten der Liste",
  page: (page, pages) => `Seite ${de(page)} von ${de(pages)}`,
  earlier: "Zurück",
  later: "Weiter",
  toList: "Alle Quellen",
  days: "Letzte 30 Tage",
  daysWhat:
    "Balken sind neue Artikel am Tag (UTC), jede Quelle mit eigenem Maßstab. Ein roter Fuß ist ein Tag mit einem fehlgeschlagenen Abruf.",
  polls: "Letzte Abrufe",
  pollsWhat:
    "Der jüngste zuerst; mehrere in Folge mit demselben Ergebnis sind eine Zeile, mit Größe und Dauer des letzten. Größen sind die der entpackten Dokumente.",
  noPolls: "Sie wurde noch nicht abgerufen.",
  pollNow: "Jetzt abrufen",
  secretAddress: "Die Adresse wird nicht gezeigt: Sie kann einen Schlüssel enthalten.",
  columns: { at: "Wann", result: "Ergebnis", items: "Einträge", size: "Größe", took: "Dauer" },
  outcomes: { ok: "Gelesen", unchanged: "Nichts Neues", failed: "Fehlgeschlagen" },
  changes: ({ items, added, updated, merged, failed }) =>
    joined([
      `${de(items)} gelistet`,
      added > 0 && `${de(added)} neu`,
      merged > 0 && `${de(merged)} davon Kopien`,
      updated > 0 && `${de(updated)} geändert`,
      failed > 0 && `${de(failed)} unlesbar`,
    ]),
  timesSince: (times) => `${de(times)}-mal in Folge, seit`,
  facts: {
    polls: "Abrufe",
    failed: "fehlgeschlagen",
    fresh: "Neue Artikel",
    updated: "Geändert",
    received: "Empfangen",
    average: "Ein Abruf dauert",
  },
  perDay: (count) => `${de(count)} am Tag`,
  copies: (count) => `${de(count)} davon Kopien anderer`,
  stripLabel: ({ name, total, most, from, to, busiest, failedDays }) =>
    joined([
      `Neue Artikel von ${name}, ${from} bis ${to}: insgesamt ${de(total)}`,
      busiest !== null && `die meisten am ${busiest} (${de(most)})`,
      failedDays > 0 &&
        `fehlgeschlagene Abrufe an ${de(failedDays)} ${failedDays === 1 ? "Tag" : "Tagen"}`,
    ]),
  stripShort: (total, most) =>
    total === 0 ? "keine" : `${de(total)}, höchstens ${de(most)} am Tag`,
};

export const SOURCE_WORDS: Readonly<Record<PageLanguage, SourceWords>> = {
  de: GERMAN,
  en: ENGLISH,
};
