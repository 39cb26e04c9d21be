import { type FurtherLink, saysPage } from "../../core/pages/further-pages.ts";
import { linkUrl } from "../markup/urls.ts";
import { collapse } from "./blocks.ts";
import { commentPagerTest } from "./comment-pagers.ts";
import type { PageElement } from "./dom.ts";

/** Characters of a link's text that are read; labels are shorter. */
const MAX_TEXT = 80;
const MAX_LINKS = 3_000;

/**
 * The links of a page that may lead to the rest of its article: links to its own host, and pager links to another. Links
 * through the comments are left out, and so is a `rel=next` in the head whose address only comment links share.
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
  /** A `link` element, which has no place in the page. */
  readonly isInHead: boolean;
  /** It leads through the comments. */
  readonly isReaders: boolean;
};

/** One or two digits at the end of a part of an address. */
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
