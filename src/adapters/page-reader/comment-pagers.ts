import { isCommentsLabel, isCommentsName } from "../../core/cleaning/rules/comments-label.ts";
import { collapse } from "./blocks.ts";
import { isElement, type PageElement, TEXT_NODE } from "./dom.ts";
import { nameWords } from "./element-names.ts";

/*
 * Tests whether a link leads through the comments of a page or through its article: pagers of both write "2" and
 * `?page=2`. It leads through the comments if one of these holds:
 *   the link     says so ("Older comments"), or its address does: a place (`#comments`), a parameter (`cpage`)
 *   its pager    says so beside its links ("Comments 21 to 40")
 *   its place    is inside an element named for comments, or below a heading that says "12 comments" and nothing else
 *   the address  is a forum thread's, whose further pages hold answers
 */
export function commentPagerTest(
  elements: readonly PageElement[],
): (link: PageElement, url: string) => boolean {
  let below: ReadonlySet<PageElement> | null = null;
  const isWholeOnce = once(isWhole);
  const isNamedOnce = once(isNamedForComments);
  const isCommentPager = once((element) => isPager(element) && saysComments(element));
  return (link, url) => {
    if (isThread(url) || isCommentsAddress(url) || saysComments(link)) return true;
    const around = elementsAround(link, isWholeOnce);
    if (around.some(isNamedOnce)) return true;
    if (around.slice(0, MOST_AROUND).some(isCommentPager)) return true;
    below ??= linksBelowComments(elements);
    return below.has(link);
  };
}

/** Most elements from a link up to its pager. */
const MOST_AROUND = 5;

/** The elements around a link, up to one that holds the headline too: "has-comments" on that tells what it has, not is. */
function elementsAround(
  link: PageElement,
  isAll: (element: PageElement) => boolean,
): PageElement[] {
  const around: PageElement[] = [];
  for (let at = link.parentNode; isElement(at) && !isAll(at); at = at.parentNode) around.push(at);
  return around;
}

/** An answer about each element once: thousands of links may stand in the same elements, each with all of their text. */
function once(test: (element: PageElement) => boolean): (element: PageElement) => boolean {
  const known = new Map<PageElement, boolean>();
  return (element) => {
    const answer = known.get(element) ?? test(element);
    known.set(element, answer);
    return answer;
  };
}

const isWhole = (element: PageElement): boolean =>
  WHOLE.has(element.tagName) || element.getElementsByTagName("H1").length > 0;

const WHOLE = new Set(["HTML", "BODY", "MAIN", "ARTICLE"]);

const isNamedForComments = (element: PageElement): boolean =>
  nameWords(element).some((word) => READERS.has(word));

/** Names of elements that hold what readers wrote. */
const READERS: ReadonlySet<string> = new Set(
  `comment comments commentlist commentary kommentar kommentare kommentarer commentaire commentaires comentario comentarios commenti reacties
  komentarze reactions replies respond disqus postlist postbit postbits`.split(/\s+/),
);

const isPager = (element: PageElement): boolean =>
  element.tagName === "NAV" || nameWords(element).some((word) => PAGERS.has(word));

const PAGERS: ReadonlySet<string> = new Set(
  "pager pagers pagination paginator paging pagenav navigation".split(" "),
);

/** Whether a link, or the text of a pager beside its links, says that it is about comments. */
const saysComments = (element: PageElement): boolean =>
  [
    element.getAttribute("aria-label") ?? "",
    element.getAttribute("title") ?? "",
    element.tagName === "A" ? collapse(element.textContent.slice(0, MAX_TEXT)) : ownText(element),
  ].some(isCommentsLabel);

const MAX_TEXT = 200;

function ownText(element: PageElement): string {
  const read = (within: PageElement): string =>
    within.childNodes
      .map((child) => {
        if (isElement(child)) return child.tagName === "A" ? " " : read(child);
        return child.nodeType === TEXT_NODE ? child.textContent : " ";
      })
      .join("");
  return element.textContent.length > 2 * MAX_TEXT ? "" : collapse(read(element));
}

function isCommentsAddress(address: string): boolean {
  const url = URL.parse(address);
  return url !== null && [url.hash.slice(1), ...url.searchParams.keys()].some(isCommentsName);
}

/** Addresses of threads in vBulletin, phpBB, XenForo, Vanilla and systems like them. */
const isThread = (url: string): boolean =>
  /\/(?:showthread|viewtopic|viewthread|threads?|discussions?)(?:\.php)?[/?]/i.test(url);

/**
 * The links below headings such as "Comments (12)" that follow the text, up to the next heading of that rank. A heading
 * without a number may be the article's own ("Discussion"); it counts if readers can write below it.
 */
function linksBelowComments(elements: readonly PageElement[]): ReadonlySet<PageElement> {
  const headings = headingsBehindText(elements);
  const sections = headings
    .filter(({ isOfComments }) => isOfComments)
    .map(({ at, level, isCounted }) => {
      const end = headings.find(
        (next) => next.at > at && next.level <= level && !next.isOfComments,
      );
      return { isCounted, below: elements.slice(at, end?.at) };
    })
    .filter(({ isCounted, below }) => isCounted || below.some(isFieldToWrite));
  return new Set(sections.flatMap(({ below }) => below.filter(({ tagName }) => tagName === "A")));
}

const isFieldToWrite = ({ tagName }: PageElement): boolean => tagName === "TEXTAREA";

type Heading = {
  /** Index among the elements. */
  readonly at: number;
  readonly level: number;
  readonly isOfComments: boolean;
  /** It has a number. */
  readonly isCounted: boolean;
};

function headingsBehindText(elements: readonly PageElement[]): Heading[] {
  const text = elements.findIndex(
    ({ tagName, textContent }) => tagName === "P" && textContent.length >= LEAST_TEXT,
  );
  return elements.flatMap((element, at): Heading[] => {
    const level = Number(/^H([2-6])$/.exec(element.tagName)?.[1] ?? 0);
    if (level === 0 || text < 0 || at < text) return [];
    const words = collapse(element.textContent.slice(0, MAX_TEXT));
    return [{ at, level, isOfComments: isCommentsLabel(words), isCounted: /\d/.test(words) }];
  });
}

/** In characters; a shorter paragraph is not the article's text. */
const LEAST_TEXT = 60;
