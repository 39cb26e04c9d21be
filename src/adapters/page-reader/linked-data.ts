/** One JSON-LD object. A Map, because publishers choose its keys. */
export type LinkedNode = ReadonlyMap<string, unknown>;

/** Bounds of what is read of a page's JSON-LD; real articles stay far below. */
const MAX = { blocks: 20, length: 500_000, nodes: 400, depth: 4, list: 100 };

/**
 * The objects of a page's JSON-LD blocks, in order, with those in arrays, `@graph` and `mainEntity`. Invalid blocks are
 * passed over.
 */
export function readLinkedData(blocks: readonly string[]): LinkedNode[] {
  const nodes: LinkedNode[] = [];
  for (const block of blocks.slice(0, MAX.blocks)) {
    if (block.length <= MAX.length) collect(parseBlock(block), nodes, 0);
  }
  return nodes;
}

const NESTED = ["@graph", "mainEntity", "mainEntityOfPage"];

function collect(value: unknown, nodes: LinkedNode[], depth: number): void {
  if (depth > MAX.depth || nodes.length >= MAX.nodes) return;
  if (Array.isArray(value)) {
    for (const entry of value.slice(0, MAX.list)) collect(entry, nodes, depth + 1);
    return;
  }
  const node = nodeOf(value);
  if (!node) return;
  nodes.push(node);
  for (const key of NESTED) collect(node.get(key), nodes, depth + 1);
}

function parseBlock(block: string): unknown {
  const bare = block.replace(/^\s*(?:<!--|\/\*\s*<!\[CDATA\[\s*\*\/|<!\[CDATA\[)/, "");
  const end = bare.trimEnd().replace(/;$/, "").trimEnd();
  const json = end.replace(/(?:-->|\/\*\s*\]\]>\s*\*\/|\]\]>)$/, "").trim();
  return parse(json) ?? parse(json.replace(CONTROLS, " "));
}

/** Control characters: a line end inside a string is the usual mistake. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: taking them out is the purpose
const CONTROLS = /[\u0000-\u001f]+/g;

function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null; // broken JSON-LD is frequent and says nothing
  }
}

export const nodeOf = (value: unknown): LinkedNode | null =>
  typeof value === "object" && value !== null && !Array.isArray(value)
    ? new Map(Object.entries(value))
    : null;

/** The values of a list, or a single value as a list. */
export const listOf = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? value.slice(0, MAX.list) : value === undefined ? [] : [value];

/** Whether a node has one of these types, with or without an address in front of it (`NewsArticle`). */
const isOfType = (node: LinkedNode, types: RegExp): boolean =>
  listOf(node.get("@type")).some((type) => typeof type === "string" && types.test(type));

const ARTICLE = /(?:Article|Posting|^Report|\/Report)$/;
const PAGE = /(?:WebPage|ItemPage|AboutPage)$/;

/** What JSON-LD says about a page: its article, the page, and every object by its `@id`. */
export type LinkedData = {
  readonly article: LinkedNode | null;
  readonly page: LinkedNode | null;
  readonly byId: ReadonlyMap<string, LinkedNode>;
};

/** Chooses the article with one of these addresses, else the first: teasers are marked up as articles, too. */
export function articleOf(nodes: readonly LinkedNode[], addresses: readonly string[]): LinkedData {
  const articles = nodes.filter((node) => isOfType(node, ARTICLE) && hasSubstance(node));
  const own = articles.find((node) => addressesOf(node).some((url) => addresses.includes(url)));
  const byId = new Map<string, LinkedNode>();
  for (const node of nodes) {
    const id = node.get("@id");
    // The first node that is more than a reference.
    if (typeof id === "string" && node.size > 1 && !byId.has(id)) byId.set(id, node);
  }
  const page = nodes.find((node) => isOfType(node, PAGE)) ?? null;
  return { article: own ?? articles[0] ?? null, page, byId };
}

const hasSubstance = (node: LinkedNode): boolean =>
  ["headline", "datePublished", "articleBody", "name"].some((key) => node.has(key));

function addressesOf(node: LinkedNode): string[] {
  const page = node.get("mainEntityOfPage");
  const values = [node.get("url"), node.get("@id"), page, nodeOf(page)?.get("@id")];
  return values.filter((value) => typeof value === "string");
}
