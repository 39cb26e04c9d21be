import type { QualifiedName } from "./namespaces.ts";

/** The two forms that every feed is brought into. */
export type Dialect = "rss" | "atom";

/**
 * How an element is read. `markup`: text or HTML, given as escaped HTML. `text`: all text inside.
 * `date`: an instant, given in ISO 8601. `struct`: text and known elements inside.
 */
export type ElementKind = "markup" | "text" | "date" | "struct";

export type ElementSpec = {
  readonly kind: ElementKind;
  /** Attributes that are kept; all others are dropped. */
  readonly attributes: readonly string[];
};

/** Attributes that hold an address, made absolute. */
export const ADDRESS_ATTRIBUTES: ReadonlySet<string> = new Set([
  "href",
  "url",
  "rdf:resource",
  "resource",
  "img",
]);

const LINK = ["href", "rel", "type", "hreflang", "length", "title"];
const MEDIA = ["url", "type", "medium", "width", "height", "filesize", "duration", "lang"];

const ELEMENTS: Record<ElementKind, Record<string, readonly string[]>> = {
  markup: {
    "rss:title": [],
    "rss:description": [],
    "rss:copyright": [],
    "rss:body": [],
    "rss:fullitem": [],
    "atom:title": [],
    "atom:subtitle": [],
    "atom:summary": [],
    "atom:content": [],
    "atom:rights": [],
    "content:encoded": [],
    "dc:title": [],
    "dc:description": [],
    "dc:rights": [],
    "itunes:title": [],
    "itunes:summary": [],
    "itunes:subtitle": [],
    "media:title": [],
    "media:description": [],
    "xhtml:body": [],
  },
  text: {
    "rss:link": LINK,
    "rss:guid": ["ispermalink"],
    "rss:comments": [],
    "rss:category": ["domain", "term", "label"],
    "rss:language": [],
    "rss:managingeditor": [],
    "rss:generator": [],
    "rss:ttl": [],
    "rss:hour": [],
    "rss:day": [],
    "rss:url": [],
    "rss:width": [],
    "rss:height": [],
    "rss:source": ["url"],
    "atom:link": LINK,
    "atom:id": [],
    "atom:category": ["term", "label", "scheme"],
    "atom:generator": ["uri", "version"],
    "atom:name": [],
    "atom:email": [],
    "atom:uri": [],
    "dc:creator": [],
    "dc:subject": [],
    "dc:language": [],
    "dc:identifier": [],
    "dc:source": [],
    "itunes:author": [],
    "itunes:keywords": [],
    "itunes:image": ["href", "url"],
    "itunes:category": ["text"],
    "itunes:duration": [],
    "itunes:episode": [],
    "itunes:season": [],
    "itunes:episodetype": [],
    "itunes:explicit": [],
    "podcast:episode": [],
    "podcast:season": [],
    "podcast:transcript": ["url", "type", "language", "rel"],
    "podcast:chapters": ["url", "type"],
    "podcast:person": ["role", "group", "img", "href"],
    "podcast:license": ["url"],
    "cc:license": ["rdf:resource"],
    "dcterms:license": ["rdf:resource"],
    "media:license": ["href"],
    "media:credit": ["role"],
    "media:thumbnail": ["url", "width", "height"],
    "media:keywords": [],
    "media:category": ["label"],
    "media:text": [],
    "enc:enclosure": ["rdf:resource", "enc:type", "enc:length", "url", "type", "length"],
    "feedburner:origlink": [],
    "sy:updateperiod": [],
    "sy:updatefrequency": [],
  },
  date: {
    "rss:pubdate": [],
    "atom:published": [],
    "atom:updated": [],
    "dc:date": [],
    "dcterms:issued": [],
    "dcterms:created": [],
    "dcterms:modified": [],
  },
  struct: {
    "rss:author": [],
    "rss:image": ["rdf:resource", "href", "url"],
    "rss:enclosure": ["url", "type", "length"],
    "rss:skiphours": [],
    "rss:skipdays": [],
    "atom:author": [],
    "atom:contributor": [],
    "atom:source": [],
    "media:group": [],
    "media:content": MEDIA,
  },
};

/** Elements of other names that mean the same, by drafts, older versions and common habit. */
export const SYNONYMS: ReadonlyMap<string, string> = new Map([
  ["atom:tagline", "atom:subtitle"],
  ["atom:copyright", "atom:rights"],
  ["atom:issued", "atom:published"],
  ["atom:created", "dcterms:created"],
  ["atom:modified", "atom:updated"],
  ["atom:url", "atom:uri"],
  ["atom:homepage", "atom:uri"],
  ["rss:webmaster", "rss:managingeditor"],
  ["dc:author", "dc:creator"],
  ["dcterms:creator", "dc:creator"],
  ["dcterms:title", "dc:title"],
  ["dcterms:description", "dc:description"],
  ["dcterms:abstract", "dc:description"],
  ["dcterms:rights", "dc:rights"],
  ["dcterms:subject", "dc:subject"],
  ["dcterms:language", "dc:language"],
  ["dcterms:date", "dc:date"],
]);

export const SPECS: ReadonlyMap<string, ElementSpec> = new Map(
  Object.entries(ELEMENTS).flatMap(([kind, elements]) =>
    Object.entries(elements).map(([key, attributes]): [string, ElementSpec] => [
      key,
      { kind: kind as ElementKind, attributes },
    ]),
  ),
);

/**
 * The key of an element, `vocabulary:name`. Names of RSS and Atom are recognised in each other's
 * documents, where publishers mix them; without a namespace an element is of the document's own.
 */
export function elementKey(name: QualifiedName, dialect: Dialect): string {
  const { vocabulary, local } = name;
  if (vocabulary !== "rss" && vocabulary !== "atom") return synonym(`${vocabulary}:${local}`);
  const own = vocabulary === "rss" && dialect === "atom" ? "atom" : vocabulary;
  const key = synonym(`${own}:${local}`);
  if (SPECS.has(key)) return key;
  const foreign = synonym(`${own === "rss" ? "atom" : "rss"}:${local}`);
  return SPECS.has(foreign) ? foreign : key;
}

const synonym = (key: string): string => SYNONYMS.get(key) ?? key;

/** The element of the canonical document that carries a key. */
export function canonicalName(key: string, dialect: Dialect): string {
  return key.startsWith(`${dialect}:`) ? cased(key.slice(dialect.length + 1)) : key;
}

/** The spelling of RSS 2.0, for the names that rss-parser looks for. */
const CASED: ReadonlyMap<string, string> = new Map([
  ["pubdate", "pubDate"],
  ["managingeditor", "managingEditor"],
  ["skiphours", "skipHours"],
  ["skipdays", "skipDays"],
]);

const cased = (name: string): string => CASED.get(name) ?? name;
