import { type FurtherLink, saysPage } from "../../core/pages/further-pages.ts";
import { linkUrl } from "../markup/urls.ts";
import { collapse } from "./blocks.ts";
import { commentPagerTest } from "./comment-pagers.ts";
import type { PageElement } from "./dom.ts";

/** Longer texts of links are no labels. */
const MAX_TEXT = 80;
const MAX_LINKS = 3_000;

/**
 * The links of a page that may lead to the rest of its article: to its own host, and pages of it on another one. Those through its
 * comments are none of them, nor is `rel=next` in the head where only such links have its address.
 */
export function linksOfPage(
  elements: readonly PageElement[],
  baseUrl: string | null,
): FurtherLink[] {
  const host = URL.parse(baseUrl ?? "")?.host;
  if (host === undefined) return [];
  const isOfComments = commentPagerTest(elements);
  const links = elements
    .filter(({ tagName }) => tagName === "A" || tagName === "LINK")
    .slice(0, MAX_LINKS)
    .flatMap((element): NumberedLink[] => {
      const link = linkOf(element, baseUrl);
      const isPager = link !== null && (link.isNext || saysPage(link.text));
      if (link === null || !(isPager || URL.parse(link.url)?.host === host)) return [];
      const mayLeadOn = isPager || MARKED.test(link.url);
      const isReaders = !link.isInHead && mayLeadOn && isOfComments(element, link.url);
      return [{ ...link, isReaders }];
    });
  const [ofReaders, others] = [true, false].map((isReaders) => {
    const same = links.filter((link) => !link.isInHead && link.isReaders === isReaders);
    return new Set(same.map(({ url }) => placeless(url)));
  });
  return links.flatMap(({ url, text, isNext }) =>
    ofReaders?.has(placeless(url)) && !others?.has(placeless(url)) ? [] : [{ url, text, isNext }],
  );
}

type NumberedLink = FurtherLink & {
  /** A `link`, which has no place in the page. */
  readonly isInHead: boolean;
  /** Through the comments. */
  readonly isReaders: boolean;
};

/** A number of few digits at the end of a part of an address. */
const MARKED = /(?<!\d)\d{1,2}(?=[/.&#]|$)/;

const placeless = (url: string): string => url.replace(/#.*/s, "");

function linkOf(
  element: PageElement,
  baseUrl: string | null,
): Omit<NumberedLink, "isReaders"> | null {
  const url = linkUrl(element.getAttribute("href") ?? undefined, baseUrl);
  const isInHead = element.tagName === "LINK";
  const isNext = /(?:^|\s)next(?:\s|$)/i.test(element.getAttribute("rel") ?? "");
  if (url === null || (isInHead && !isNext)) return null;
  return { url, text: collapse(element.textContent).slice(0, MAX_TEXT), isNext, isInHead };
}
