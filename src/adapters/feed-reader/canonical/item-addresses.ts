import { firstOf } from "../fields.ts";
import { absoluteUrl, resolveHtml } from "../resolve-urls.ts";
import type { CanonicalNode } from "./node.ts";
import { ADDRESS_ATTRIBUTES, SPECS } from "./vocabulary.ts";

/*
 * RSS does not define relative addresses. Publishers copy the content of an item from its page, so addresses in it are
 * relative to the item's link, and to the document only where the item has no link. The link itself is relative to the
 * document. Where `xml:base` is in scope, it counts instead (XML Base §4).
 */

/** Makes the relative addresses of an RSS item absolute, in place. */
export function resolveItem({ children }: CanonicalNode, documentBase: string | null): void {
  const base = addressOf(children) ?? documentBase;
  for (const node of children) resolveNode(node, base);
}

const LINKS = ["feedburner:origlink", "rss:link", "atom:link"];

/** The page of an item, in the order of links.ts. */
function addressOf(children: readonly CanonicalNode[]): string | null {
  const link = firstOf(LINKS, (key) =>
    firstOf(
      children.filter((node) => node.key === key && isPage(node)),
      webAddress,
    ),
  );
  return link ?? firstOf(children.filter(isPermalink), webAddress);
}

const isPage = ({ attributes }: CanonicalNode): boolean =>
  (attributes.get("rel") ?? "alternate") === "alternate";

const isPermalink = ({ key, attributes }: CanonicalNode): boolean =>
  key === "rss:guid" && attributes.get("ispermalink")?.toLowerCase() !== "false";

function webAddress({ attributes, value }: CanonicalNode): string | null {
  const written = attributes.get("href") ?? value;
  return /^https?:\/\/\S+$/i.test(written) ? written : null;
}

function resolveNode(node: CanonicalNode, base: string | null): void {
  const isMarkup = SPECS.get(node.key)?.kind === "markup";
  if (isMarkup) node.value = resolveHtml(node.value, base);
  for (const child of node.children) resolveNode(child, base);
  if (node.key === "rss:source" || ![...node.attributes.keys()].some(isAddress)) return;
  node.attributes = new Map(
    [...node.attributes].map(([name, value]) => [
      name,
      isAddress(name) ? absoluteUrl(value, base) : value,
    ]),
  );
}

const isAddress = (name: string): boolean => ADDRESS_ATTRIBUTES.has(name);
