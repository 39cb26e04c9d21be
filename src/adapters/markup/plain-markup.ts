import { decodeHTML } from "entities";
import type { Flow } from "./flow.ts";
import { type NoteIds, noteIdsIn } from "./note-ids.ts";
import { type FlowReader, flowReader } from "./read-flow.ts";
import {
  anchor,
  CLASSED_TAGS,
  mayBecomeAnother,
  pictureAttributes,
  withMeaning,
} from "./sanitize.ts";

/*
 * Most texts of feeds, and all that this program has written before, are plain: paragraphs, headings, lists, quotations,
 * links and pictures, properly nested, with quoted attributes. Such markup is read once, by the allow-list below. Whatever
 * differs in the least takes the long way, by the sanitiser and its parser (sanitize.ts, read-flow.ts), with the same result.
 */

/** Reads plain markup as blocks: what `readFlow(sanitizeMarkup(html, baseUrl))` gives; `null` for markup that is not plain. */
export function readPlain(html: string, baseUrl: string | null): Flow[] | null {
  if (html.length > MAX_LENGTH) return null;
  const reader = flowReader();
  const text: PlainText = { html, baseUrl, notes: noteIdsIn(html, baseUrl), reader, open: [] };
  for (let at = 0; at < html.length; ) {
    const tag = html.indexOf("<", at);
    const end = tag < 0 ? html.length : tag;
    if (end > at && !addText(text, at, end)) return null;
    at = tag < 0 ? end : readTag(text, tag);
    if (at === NOT_PLAIN) return null;
  }
  return text.open.length === 0 ? reader.end() : null;
}

/** In characters; longer markup comes near the bounds of the guard (guard.ts). */
const MAX_LENGTH = 500_000;
/** Deepest nesting; the bounds of what reads the blocks lie above it. */
const MAX_DEPTH = 30;
const NOT_PLAIN = -1;

type PlainText = {
  readonly html: string;
  readonly baseUrl: string | null;
  readonly notes: NoteIds;
  readonly reader: FlowReader;
  /** Names of the open elements, the innermost last. */
  readonly open: string[];
};

function addText({ html, reader }: PlainText, from: number, to: number): boolean {
  const decoded = decode(html.slice(from, to));
  if (decoded === null) return false;
  reader.text(decoded);
  return true;
}

/** `null` for a text with an ampersand that begins no whole reference. */
function decode(written: string): string | null {
  if (!written.includes("&")) return written;
  return STRAY_AMPERSAND.test(written) ? null : decodeHTML(written);
}

const STRAY_AMPERSAND = /&(?!(?:[a-zA-Z][a-zA-Z0-9]{1,30}|#\d{1,7}|#[xX][\da-fA-F]{1,6});)/;

/** Reads the tag that begins at `at`. @returns the place after it, or NOT_PLAIN. */
function readTag(text: PlainText, at: number): number {
  const { html, reader, open } = text;
  TAG.lastIndex = at;
  const found = TAG.exec(html);
  if (found === null) return NOT_PLAIN;
  const [, slash, written = ""] = found;
  if (slash === "/") {
    if (open.pop() !== written || html.charCodeAt(TAG.lastIndex) !== GREATER) return NOT_PLAIN;
    reader.close();
    return TAG.lastIndex + 1;
  }
  const parents = PARENTS.get(written);
  if (parents === undefined || !mayStandIn(parents, open)) return NOT_PLAIN;
  const attributes: Record<string, string> = {};
  const end = readAttributes(html, TAG.lastIndex, attributes);
  return end === NOT_PLAIN || !begin(text, written, attributes) ? NOT_PLAIN : end;
}

const TAG = /<(\/?)([a-z][a-z0-9]{0,9})/y;
const GREATER = 0x3e;

/** Reads attributes up to the end of their tag. @returns the place after it, or NOT_PLAIN. */
function readAttributes(html: string, from: number, into: Record<string, string>): number {
  let at = from;
  for (;;) {
    if (html.charCodeAt(at) === GREATER) return at + 1;
    ATTRIBUTE.lastIndex = at;
    const found = ATTRIBUTE.exec(html);
    if (found === null) break;
    const [, name = "", written = ""] = found;
    const value = decode(written);
    if (value === null || !isPlainAttribute(name, value)) return NOT_PLAIN;
    into[name] ??= value;
    at = ATTRIBUTE.lastIndex;
  }
  END.lastIndex = at;
  return END.test(html) ? END.lastIndex : NOT_PLAIN;
}

/** Values may be long only where a guard would let them pass. */
const ATTRIBUTE = /\s+([a-z][a-z-]{0,30})="([^"<>]{0,4000})"/y;
const END = /\s*\/?>/y;

/** Attributes that scripts read may hold a player or its address (standard-elements.ts); an address never has a bracket. */
const isPlainAttribute = (name: string, value: string): boolean =>
  (ATTRIBUTES.has(name) || (name.startsWith("data-") && !value.includes("//"))) &&
  name !== "data-embed" &&
  !value.includes("<");

const ATTRIBUTES: ReadonlySet<string> = new Set(
  (
    "href src alt title class style id name lang dir rel target width height srcset sizes loading decoding " +
    "align valign border role start reversed value type datetime itemprop fetchpriority"
  ).split(" "),
);

/** Opens an element, and closes it if it has no end tag. @returns whether it is plain. */
function begin({ open, reader, ...text }: PlainText, name: string, given: Record<string, string>) {
  if (given["class"] !== undefined && mayBecomeAnother(given["class"])) return false;
  const attributes = withMeaning(attributesOf(name, given, text), text.notes);
  if (attributes["href"]?.includes("<")) return false;
  reader.open(name === "h1" ? "h2" : name, attributes);
  if (VOID.has(name)) reader.close();
  else if (open.push(name) > MAX_DEPTH) return false;
  return true;
}

function attributesOf(
  name: string,
  given: Record<string, string>,
  { baseUrl, notes }: Pick<PlainText, "baseUrl" | "notes">,
): Readonly<Record<string, string>> {
  if (name === "img") return pictureAttributes(given, [], baseUrl);
  const { class: classes, ...others } = given;
  const kept = classes === undefined || CLASSED.has(name) ? given : others;
  return name === "a" ? anchor(kept, baseUrl, notes) : kept;
}

const CLASSED: ReadonlySet<string> = new Set(CLASSED_TAGS);
const VOID: ReadonlySet<string> = new Set(["br", "hr", "img"]);

/** Which element each may stand in: `null` for any, "" for none. A link within a link ends it. */
function mayStandIn(parents: ReadonlySet<string> | null, open: readonly string[]): boolean {
  if (parents === LINK) return !open.includes("a");
  return parents === null || parents.has(open.at(-1) ?? "");
}

const setOf = (names: string): ReadonlySet<string> => new Set(names.split(" "));
const LINK: ReadonlySet<string> = new Set();
const FLOWING = new Set(["", ...setOf("div blockquote figure figcaption li")]);

const PARENTS: ReadonlyMap<string, ReadonlySet<string> | null> = new Map<
  string,
  ReadonlySet<string> | null
>([
  ...[...setOf("p h1 h2 h3 h4 h5 h6 div blockquote figure ul ol hr")].map(
    (name) => [name, FLOWING] as const,
  ),
  ["li", setOf("ul ol")],
  ["figcaption", setOf("figure")],
  ...[
    ...setOf("abbr b br cite code del dfn em i img ins kbd mark q s small span strong sub sup u"),
  ].map((name) => [name, null] as const),
  ["time", null],
  ["a", LINK],
]);
