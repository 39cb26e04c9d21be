import type { FurtherLink } from "../../core/pages/further-pages.ts";
import { linkUrl } from "../markup/urls.ts";
import { collapse } from "./blocks.ts";
import type { PageElement } from "./dom.ts";

/** Longer texts of links are no labels. */
const MAX_TEXT = 80;
const MAX_LINKS = 3_000;

/** The links of a page that may lead to the rest of its article: to its own host. */
export function linksOfPage(
  elements: readonly PageElement[],
  baseUrl: string | null,
): FurtherLink[] {
  const host = URL.parse(baseUrl ?? "")?.host;
  if (host === undefined) return [];
  const links = elements.filter(({ tagName }) => tagName === "A" || tagName === "LINK");
  return links.slice(0, MAX_LINKS).flatMap((element): FurtherLink[] => {
    const url = linkUrl(element.getAttribute("href") ?? undefined, baseUrl);
    if (url === null || URL.parse(url)?.host !== host) return [];
    const isNext = /(?:^|\s)next(?:\s|$)/i.test(element.getAttribute("rel") ?? "");
    if (element.tagName === "LINK" && !isNext) return [];
    return [{ url, text: collapse(element.textContent).slice(0, MAX_TEXT), isNext }];
  });
}
