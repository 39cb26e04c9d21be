import { canonicalUrl } from "../../core/urls/canonical-url.ts";
import { registrableDomain } from "../../core/urls/registrable-domain.ts";
import { webUrl } from "../markup/urls.ts";
import { isElement } from "./dom.ts";
import type { ShownBlock } from "./shown-page.ts";

/** Where a block leads that is mostly a link: to another page of the site, of another one, or nowhere. */
export type LinkReader = (block: ShownBlock) => "site" | "elsewhere" | null;

/** @param addresses of the page; without one, nothing is known to lead elsewhere. */
export function linkReader(addresses: readonly string[], baseUrl: string | null): LinkReader {
  const sites = new Set(addresses.map(siteOf));
  return ({ nodes, linkedShare, around }) => {
    const inside = nodes
      .filter(isElement)
      .flatMap((node) => [node, ...node.getElementsByTagName("A")])
      .find(({ tagName }) => tagName === "A");
    const link = linkedShare >= MOSTLY ? inside : around.find(({ tagName }) => tagName === "A");
    const url = canonicalUrl(webUrl(link?.getAttribute("href") ?? "", baseUrl) ?? "");
    if (url === null || addresses.length === 0 || addresses.includes(url)) return null;
    return sites.has(siteOf(url)) ? "site" : "elsewhere";
  };
}

const siteOf = (url: string): string => registrableDomain(new URL(url).hostname);

/** Share of a block's text. */
const MOSTLY = 0.5;
