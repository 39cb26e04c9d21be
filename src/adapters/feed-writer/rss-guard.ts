import type { Extension } from "feed";
import { HISTORY_NAMESPACE } from "./links.ts";
import { TOMBSTONE_NAMESPACE } from "./tombstone.ts";
import { WEBFEEDS_NAMESPACE } from "./web-feeds.ts";
import type { XmlAttributes, XmlElement } from "./xml-element.ts";

/**
 * Stand-ins for `&` and `<` while text passes through `feed`, which decodes `&amp;` in text and escapes nothing in
 * attributes. They cannot occur in clean text, and are written as `&#x26;` and `&#x3C;`, the only spelling that all
 * readers of RSS titles read alike (RSS Profile, "Character data").
 */
const AMPERSAND = "\u0001";
const LESS_THAN = "\u0002";

const NAMESPACES = [
  ["atom", "http://www.w3.org/2005/Atom"],
  ["content", "http://purl.org/rss/1.0/modules/content/"],
  ["dc", "http://purl.org/dc/elements/1.1/"],
  ["dcterms", "http://purl.org/dc/terms/"],
  ["media", "http://search.yahoo.com/mrss/"],
] as const;
const ARCHIVE_NAMESPACE = ["fh", HISTORY_NAMESPACE] as const;

const rootOf = (namespaces: readonly (readonly [prefix: string, uri: string])[]): string =>
  `<rss version="2.0" ${namespaces.map(([prefix, uri]) => `xmlns:${prefix}="${uri}"`).join(" ")}>`;

/** Prepares clean text for `feed`, as text or as an attribute; not for CDATA. */
export const marked = (text: string): string =>
  text.replaceAll("&", AMPERSAND).replaceAll("<", LESS_THAN);

export type Guard = {
  /** Elements of the channel that hold only text; they are written before all others. */
  readonly head: readonly XmlElement[];
  readonly isArchive: boolean;
  readonly isBranded: boolean;
  readonly hasTombstones: boolean;
  /** Declarations that only some feeds need. */
  readonly namespaces: XmlAttributes;
};

/**
 * Completes what `feed` wrote: escapes the marks, declares all namespaces once at the root, and puts the elements of
 * the channel first. `feed` can only append them, and after the items they would make each item misplaced (RSS
 * Profile).
 */
export function guarded(xml: string, guard: Guard): string {
  const { head, isArchive, isBranded, hasTombstones, namespaces } = guard;
  const first = head.map(
    ({ name, content }) =>
      `\n        <${name}>${marked(String(content)).replaceAll(">", "&gt;")}</${name}>`,
  );
  const root = rootOf([
    ...NAMESPACES,
    ...(isArchive ? [ARCHIVE_NAMESPACE] : []),
    ...(isBranded ? [["webfeeds", WEBFEEDS_NAMESPACE] as const] : []),
    ...(hasTombstones ? [["at", TOMBSTONE_NAMESPACE] as const] : []),
    ...Object.entries(namespaces).map(([name, uri]) => [name.slice(6), String(uri)] as const),
  ]);
  return xml
    .replace(/<rss [^>]*>\s*<channel>/, () => `${root}\n    <channel>${first.join("")}`)
    .replaceAll(AMPERSAND, "&#x26;")
    .replaceAll(LESS_THAN, "&#x3C;");
}

/**
 * Elements as extensions of `feed`, which keeps only the last extension of a name: elements of one name become one
 * extension.
 */
export function extensions(elements: readonly XmlElement[]): Extension[] {
  return compactByName(elements).map(([name, objects]) => ({
    name,
    // `feed` types a record; its XML writer takes an array as repetition of the element.
    objects: objects as unknown as Record<string, unknown>,
  }));
}

/** The compact form of xml-js. */
type Compact = Record<string, unknown>;

const compactByName = (elements: readonly XmlElement[]): readonly [string, Compact[]][] =>
  [...Map.groupBy(elements, ({ name }) => name)].map(([name, same]) => [name, same.map(compact)]);

function compact({ attributes, content }: XmlElement): Compact {
  const children =
    typeof content === "string"
      ? { _text: marked(content) }
      : Object.fromEntries(compactByName(content));
  return { _attributes: markedAttributes(attributes), ...children };
}

const markedAttributes = (attributes: XmlAttributes): Compact =>
  Object.fromEntries(
    Object.entries(attributes).flatMap(([name, value]) =>
      value === null ? [] : [[name, marked(String(value))]],
    ),
  );
