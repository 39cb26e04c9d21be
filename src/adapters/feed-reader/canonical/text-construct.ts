import { plainTextToHtml } from "../../markup/plain-text.ts";
import { decodeHtmlText } from "../../markup/xml-events.ts";
import { escapeText } from "../plain-text.ts";
import { resolveHtml } from "../resolve-urls.ts";
import type { Dialect } from "./vocabulary.ts";

/** What was inside an element that holds text or markup. */
export type Captured = {
  readonly key: string;
  /** Decoded text, when there were no elements inside. */
  readonly text: string;
  /** Elements and text serialised in their order; `null` when there were no elements inside. */
  readonly html: string | null;
  /** Atom's `type` and the `mode` of Atom 0.3, lower-cased. */
  readonly type: string | null;
  readonly mode: string | null;
  readonly base: string | null;
};

/** The HTML that an element means (RFC 4287 §3.1 and §4.1.3; RSS says nothing, so it is guessed). */
export function constructHtml(captured: Captured, dialect: Dialect): string {
  if (isPicture(captured.type)) return "";
  if (captured.html !== null) return captured.html; // addresses resolved on the way
  const decoded = isBase64(captured) ? decodeBase64(captured) : captured;
  return resolveHtml(htmlOf(decoded, dialect), captured.base);
}

/** Sound, pictures and drawings are no text, however they are encoded. */
const isPicture = (type: string | null): boolean =>
  type !== null && /^(?:image|audio|video)\/|[/]svg/.test(type);

/**
 * Whether content is base64: its type is neither text nor XML (RFC 4287 §4.1.3.3). Also in titles and summaries, where
 * that is a publisher's mistake.
 */
function isBase64({ type, mode, text }: Captured): boolean {
  if (mode !== null) return mode === "base64";
  if (!type?.includes("/") || type.startsWith("text/") || /[/+]xml$/.test(type)) return false;
  return /^[a-z0-9+/\s]+(?:=[=\s]*)?$/i.test(text);
}

function decodeBase64(captured: Captured): Captured {
  const text = Buffer.from(captured.text, "base64").toString("utf8");
  const isText = captured.type?.startsWith("text/") ?? false;
  return { ...captured, text, type: isText ? captured.type : "html" };
}

function htmlOf({ type, text, key }: Captured, dialect: Dialect): string {
  if (type === null || type === "") return untypedHtml(text, key, dialect);
  if (type === "html" || /\bhtml\b/.test(type)) return text;
  const isMistaken = dialect === "rss" && hasMarkup(text);
  return isMistaken ? text : plainHtml(escapeText(text), key);
}

/** Atom's default is text, but publishers who forget the type of a body send HTML. */
function untypedHtml(text: string, key: string, dialect: Dialect): string {
  const isRss = dialect === "rss";
  const isHtml = isTitle(key) ? isRss && hasClosedMarkup(text) : hasMarkup(text);
  if (isHtml) return text;
  return plainHtml(isRss && hasReference(text) ? text : escapeText(text), key);
}

const isTitle = (key: string): boolean => key.endsWith(":title");

/** A headline about `<b>` is text; one that closes what it opens is HTML. */
const hasClosedMarkup = (text: string): boolean =>
  (/<\/[a-z]|<(?:br|img|wbr)\b/i.test(text) && hasMarkup(text)) || hasReference(text);

const hasReference = (text: string): boolean =>
  /&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z]\w{1,30});/i.test(text);

/** Whether a tag of HTML opens or closes anywhere. */
function hasMarkup(text: string): boolean {
  for (const match of text.matchAll(/<\/?([a-z][a-z0-9]{0,11})(?=[\s/>])/gi)) {
    if (HTML_ELEMENTS.has((match[1] ?? "").toLowerCase())) return true;
  }
  return false;
}

const HTML_ELEMENTS = new Set(
  (
    "a abbr acronym address article aside audio b big blink blockquote body br button canvas caption center cite code col " +
    "colgroup dd del details dfn dialog dir div dl dt em embed fieldset figcaption figure font footer form h1 h2 h3 h4 h5 h6 " +
    "head header hgroup hr html i iframe img input ins kbd label legend li link main map mark math menu meta nav nobr " +
    "noscript object ol optgroup option p param picture pre progress q rp rt ruby s samp script section select small source " +
    "span strike strong style sub summary sup svg table tbody td textarea tfoot th thead time title tr track tt u ul var " +
    "video wbr"
  ).split(" "),
);

/**
 * In a body without markup blank lines separate paragraphs, as in a .txt file (contracts §1). What platforms write
 * about a film is plain text (Media RSS: `type` is plain); its addresses become links, so that people can follow them.
 */
function plainHtml(html: string, key: string): string {
  if (isTitle(key)) return html;
  const lines = paragraphs(html);
  return key === "media:description" ? withLinks(lines) : lines;
}

const withLinks = (html: string): string => html.replace(ADDRESS, '<a href="$&">$&</a>');

/** An address up to a blank or a tag, without the full stop of its sentence. */
const ADDRESS = /\bhttps?:\/\/[^\s<>"]{1,2000}[^\s<>".,;:!?)\]]/g;

/** Writes HTML without tags as paragraphs, where it has several, or lines that end before their margin. */
export function paragraphs(html: string): string {
  if (!html.trim().includes("\n")) return html;
  const written = plainTextToHtml(decodeHtmlText(html));
  return written.includes("<br>") || written.includes("</p>\n<p>") ? written : html;
}
