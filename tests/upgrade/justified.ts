import type { ReadEntry } from "../support/read-feeds.ts";

/**
 * What an entry of a released version may look like otherwise today, with the reason: each is taken out of both sides
 * before they are compared.
 */
const DIFFERENCES: Readonly<Record<string, (entry: ReadEntry) => ReadEntry>> = {
  "the line of attribution names the house that an item is from, and links what its feed declares, where 0.1.0 named \
the source and may have linked the address that is polled": (entry) => ({
    ...entry,
    contentHtml: entry.contentHtml?.replace(/\n<p>Source: [^\n]*<\/p>$/, "") ?? entry.contentHtml,
  }),
  "a short summary goes on with the text": (entry) => ({
    ...entry,
    summaryHtml: entry.summaryHtml?.slice(0, 20) ?? entry.summaryHtml,
  }),
  "an article that is stored anew for its licence is cleaned by the rules of today: directions, formulas, notes, embeds":
    (entry) =>
      entry.link === "https://courier.example/2026/99" ? { ...entry, contentHtml: null } : entry,
  "a text does not begin with the paragraph that is its title": (entry) => ({
    ...entry,
    contentHtml: entry.contentHtml?.replace(`<p>${entry.title}</p>\n`, "") ?? entry.contentHtml,
  }),
};

/** An entry without what may differ. */
export const comparable = (entry: ReadEntry): ReadEntry =>
  Object.values(DIFFERENCES).reduce((rest, takeOut) => takeOut(rest), entry);
