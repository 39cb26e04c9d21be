import type { Entry, EntrySource } from "../../core/entries/entry.ts";
import { escapeHtml } from "./escape-html.ts";

/**
 * Adds a line at the end of the text that names its house and links the original: readers seldom show
 * `atom:source` and `<source>`, and a text that is passed on loses them. Texts of our own and entries
 * without HTML stay as they are. Idempotent.
 */
export function attribute(entry: Entry, language: string): Entry {
  const { contentHtml, link, page } = entry;
  if (contentHtml === null || link === page) return entry;
  const line = lineOf(entry, wordsFor(language));
  return contentHtml.endsWith(line) ? entry : { ...entry, contentHtml: `${contentHtml}${line}` };
}

/** Takes that line off again. */
export function withoutAttribution(entry: Entry, language: string): Entry {
  const { contentHtml } = entry;
  const line = lineOf(entry, wordsFor(language));
  if (contentHtml === null || !contentHtml.endsWith(line)) return entry;
  return { ...entry, contentHtml: contentHtml.slice(0, -line.length) };
}

type AttributionWords = { readonly source: string; readonly original: string };

const ENGLISH: AttributionWords = { source: "Source", original: "Original article" };
const WORDS = new Map<string, AttributionWords>([
  ["de", { source: "Quelle", original: "Originalartikel" }],
  ["en", ENGLISH],
]);

const wordsFor = (language: string): AttributionWords =>
  WORDS.get(language.toLowerCase().split("-", 1)[0] ?? "") ?? ENGLISH;

function lineOf({ source, via, link }: Entry, words: AttributionWords): string {
  const passedOn = via === null ? "" : ` (via ${nameOf(via)})`;
  return `\n<p>${words.source}: ${nameOf(source)}${passedOn} · ${anchor(link, words.original)}</p>`;
}

function nameOf({ title, url }: EntrySource): string {
  const name = escapeHtml(title);
  const home = url === null ? null : webUrl(url);
  return home === null ? name : anchor(home, name);
}

const anchor = (url: string, text: string): string => `<a href="${escapeHtml(url)}">${text}</a>`;

/** The home page of a source is a foreign value: only web addresses are linked. */
function webUrl(value: string): string | null {
  if (!URL.canParse(value)) return null;
  const url = new URL(value);
  return /^https?:$/.test(url.protocol) ? url.href : null;
}
