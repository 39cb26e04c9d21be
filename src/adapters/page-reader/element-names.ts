import type { PageElement } from "./dom.ts";

/** Attribute in which an element keeps its own names, or those of a wrapper, through Readability. */
const KEPT_NAMES = "data-around";

/** Characters of an element's names that are read. */
const MAX_LENGTH = 500;

/** Parts that a machine drew at random, in hexadecimal: "e1ad" is no advert; "ad1" is one. */
const DRAWN =
  /(?<![a-z0-9])(?=[a-f0-9]*[0-9])(?![a-f]+[0-9]+(?![a-z0-9]))[a-f0-9]{3,}(?![a-z0-9])/gi;

/** Random parts of any letters, in which letters and digits alternate ("css-1ad2x9"); not sizes ("ad300x250"). */
const MIXED =
  /(?<![a-z0-9])(?![a-z]*[0-9]+x[0-9]+(?![a-z0-9]))(?:[a-z]+[0-9]+[a-z]+[0-9]|[0-9]+[a-z]+[0-9]+[a-z])[a-z0-9]*/gi;

/** Words of an element's class names, id and `itemprop`: "articleShare-box" is article, share, box. */
export function nameWords(element: PageElement): string[] {
  return `${writtenNames(element)} ${element.getAttribute("itemprop") ?? ""}`
    .slice(0, MAX_LENGTH)
    .replace(DRAWN, " ")
    .replace(MIXED, " ")
    .replace(/([a-z])(?=[A-Z])/g, "$1 ")
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter((word) => word.length > 1);
}

const writtenNames = (element: PageElement): string =>
  `${element.getAttribute("class") ?? ""} ${element.id} ${element.getAttribute(KEPT_NAMES) ?? ""}`;

/**
 * Copies the names of a wrapper to the only element in it: Readability replaces the wrapper by that element, and a name
 * such as "newsletter" would be lost.
 */
export function keepNames(elements: readonly PageElement[]): void {
  for (const element of elements) {
    const [only, second] = element.children;
    if (element.tagName !== "DIV" || !only || second) continue;
    const names = writtenNames(element).trim();
    if (names !== "") only.setAttribute(KEPT_NAMES, names.slice(0, MAX_LENGTH));
  }
}

/** Moves an element's names to where Readability, which drops elements by their class, does not look. */
export function hideNames(element: PageElement): void {
  const names = writtenNames(element).trim();
  if (names !== "") element.setAttribute(KEPT_NAMES, names.slice(0, MAX_LENGTH));
  element.removeAttribute("class");
}
