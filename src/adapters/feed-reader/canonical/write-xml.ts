import { legalText } from "../../../core/text/clean.ts";
import { escapeAttribute, escapeText } from "../plain-text.ts";
import { type LongTexts, putAside } from "./long-texts.ts";
import type { CanonicalNode, FeedTree } from "./node.ts";
import { canonicalName, type Dialect } from "./vocabulary.ts";

const PREFIXES = [
  ["rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#"],
  ["dc", "http://purl.org/dc/elements/1.1/"],
  ["dcterms", "http://purl.org/dc/terms/"],
  ["content", "http://purl.org/rss/1.0/modules/content/"],
  ["media", "http://search.yahoo.com/mrss/"],
  ["itunes", "http://www.itunes.com/dtds/podcast-1.0.dtd"],
  ["podcast", "https://podcastindex.org/namespace/1.0"],
  ["cc", "http://creativecommons.org/ns#"],
  ["sy", "http://purl.org/rss/1.0/modules/syndication/"],
  ["enc", "http://purl.oclc.org/net/rss_2.0/enc#"],
  ["xhtml", "http://www.w3.org/1999/xhtml"],
] as const;

/** A tree as a document, for rss-parser. */
export type CanonicalXml = {
  /** RSS 2.0 or Atom 1.0, well-formed, with known names only. */
  readonly xml: string;
  readonly longTexts: LongTexts;
  /** Keys of the elements that stand in the feed itself, and in its items. */
  readonly keys: {
    readonly channel: ReadonlySet<string>;
    readonly items: ReadonlySet<string>;
  };
};

/** Writes the tree as RSS 2.0 or Atom 1.0. */
export function writeCanonicalXml({ dialect, channel, items }: FeedTree): CanonicalXml {
  const writing: XmlWriting = { dialect, aside: [] };
  const own = channel.children.map((node) => element(node, writing));
  const itemName = dialect === "rss" ? "item" : "entry";
  const parts = [...own, ...items.map((item) => wrap(itemName, item, writing))];
  const body = parts.join("\n");
  // rss-parser looks for the fields of podcasts where their namespace is declared.
  const namespaces = PREFIXES.filter(([prefix]) => body.includes(`${prefix}:`))
    .map(([prefix, uri]) => ` xmlns:${prefix}="${uri}"`)
    .join("");
  const xml =
    dialect === "rss"
      ? `<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"${namespaces}><channel>${body}</channel></rss>`
      : `<feed xmlns="http://www.w3.org/2005/Atom" xmlns:rss="http://purl.org/rss/2.0/"${namespaces}>${body}</feed>`;
  const keys = { channel: keysIn([channel]), items: keysIn(items) };
  return { xml, longTexts: writing.aside, keys };
}

const keysIn = (nodes: readonly CanonicalNode[]): ReadonlySet<string> =>
  new Set(nodes.flatMap(({ children }) => children.map(({ key }) => key)));

type XmlWriting = { readonly dialect: Dialect; readonly aside: string[] };

/** An element without value, attributes and children says nothing. */
function element(node: CanonicalNode, writing: XmlWriting): string {
  if (node.value === "" && node.attributes.size === 0 && node.children.length === 0) return "";
  return wrap(canonicalName(node.key, writing.dialect), node, writing);
}

function wrap(name: string, node: CanonicalNode, writing: XmlWriting): string {
  let attributes = "";
  for (const [key, value] of node.attributes) {
    attributes += ` ${key}="${escapeAttribute(legalText(value))}"`;
  }
  const value = node.value === "" ? "" : escapeText(putAside(legalText(node.value), writing.aside));
  let children = "";
  for (const child of node.children) children += element(child, writing);
  return `<${name}${attributes}>${value}${children}</${name}>`;
}
