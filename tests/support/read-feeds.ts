import { childrenOf, parseStrictXml, type Tree, textOf } from "./strict-xml.ts";

/** What any reader takes from an entry, the same from each format. */
export type ReadEntry = {
  readonly id: string | null;
  readonly title: string | null;
  readonly link: string | null;
  /** Unix milliseconds. */
  readonly publishedAt: number;
  readonly updatedAt: number;
  readonly authors: readonly (string | null)[];
  readonly categories: readonly string[];
  readonly contentHtml: string | null;
  readonly summaryHtml: string | null;
};

export const ATOM = "{http://www.w3.org/2005/Atom}";
export const CONTENT = "{http://purl.org/rss/1.0/modules/content/}";
export const DC = "{http://purl.org/dc/elements/1.1/}";
export const DCTERMS = "{http://purl.org/dc/terms/}";
export const MEDIA = "{http://search.yahoo.com/mrss/}";
export const XML = "{http://www.w3.org/XML/1998/namespace}";

/** The items of an RSS document, by a strict parser. */
export function rssItems(xml: string): readonly Tree[] {
  const [channel] = childrenOf(parseStrictXml(xml), "channel");
  return channel ? childrenOf(channel, "item") : [];
}

/** The entries of an Atom document, by a strict parser. */
export const atomEntries = (xml: string): readonly Tree[] =>
  childrenOf(parseStrictXml(xml), `${ATOM}entry`);

export const readRss = (xml: string): readonly ReadEntry[] =>
  rssItems(xml).map((item) => ({
    id: textOf(item, "guid"),
    title: textOf(item, "title"),
    link: textOf(item, "link"),
    publishedAt: Date.parse(textOf(item, "pubDate") ?? ""),
    updatedAt: Date.parse(textOf(item, `${DCTERMS}modified`) ?? ""),
    authors: childrenOf(item, `${DC}creator`).map((creator) => creator.text),
    categories: childrenOf(item, "category").map((category) => category.text),
    contentHtml: textOf(item, `${CONTENT}encoded`),
    summaryHtml: textOf(item, "description"),
  }));

export const readAtom = (xml: string): readonly ReadEntry[] =>
  atomEntries(xml).map((entry) => ({
    id: textOf(entry, `${ATOM}id`),
    title: plainTextOf(entry, `${ATOM}title`),
    link: atomLinks(entry, "alternate")[0] ?? null,
    publishedAt: Date.parse(textOf(entry, `${ATOM}published`) ?? ""),
    updatedAt: Date.parse(textOf(entry, `${ATOM}updated`) ?? ""),
    authors: childrenOf(entry, `${ATOM}author`).map((author) => textOf(author, `${ATOM}name`)),
    categories: childrenOf(entry, `${ATOM}category`).map(
      (category) => category.attributes.get("term") ?? "",
    ),
    contentHtml: textOf(entry, `${ATOM}content`),
    summaryHtml: textOf(entry, `${ATOM}summary`),
  }));

/** The text of an Atom text construct, `text` or `html` that holds no markup (RFC 4287 §3.1). */
function plainTextOf(tree: Tree, name: string): string | null {
  const text = textOf(tree, name);
  const isHtml = childrenOf(tree, name)[0]?.attributes.get("type") === "html";
  if (text === null || !isHtml) return text;
  if (text.includes("<")) throw new Error(`Markup in ${name}: ${text}`);
  return text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");
}

/** Addresses of the Atom links with this relation. */
export const atomLinks = (tree: Tree, rel: string): readonly string[] =>
  childrenOf(tree, `${ATOM}link`)
    .filter((link) => link.attributes.get("rel") === rel)
    .map((link) => link.attributes.get("href") ?? "");

/** A JSON Feed item with the keys that tests look at. */
export type JsonItem = {
  readonly id: string;
  readonly url: string;
  readonly title: string;
  readonly content_html?: string;
  readonly content_text?: string;
  readonly summary: string;
  readonly image?: string;
  readonly date_published: string;
  readonly date_modified: string;
  readonly authors: readonly { readonly name: string; readonly url?: string }[];
  readonly tags?: readonly string[];
  readonly language?: string;
  readonly attachments?: readonly unknown[];
  readonly _offprint: Readonly<Record<string, unknown>>;
};

export const jsonItems = (json: string): readonly JsonItem[] =>
  (JSON.parse(json) as { items: JsonItem[] }).items;

export const readJsonFeed = (json: string): readonly ReadEntry[] =>
  jsonItems(json).map((item) => ({
    id: item.id,
    title: item.title,
    link: item.url,
    publishedAt: Date.parse(item.date_published),
    updatedAt: Date.parse(item.date_modified),
    authors: item.authors.map((author) => author.name),
    categories: item.tags ?? [],
    contentHtml: item.content_html ?? null,
    summaryHtml: item.summary.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;"),
  }));
