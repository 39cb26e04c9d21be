import type { PageElement } from "./dom.ts";

/** Where an element keeps the names of those around it that Readability will unwrap. */
const KEPT_NAMES = "data-around";

/** Longest class names that are looked at. */
const MAX_LENGTH = 500;

/** What a machine has drawn, in hexadecimal: "e1ad" is no advert; "ad1" is. */
const DRAWN =
  /(?<![a-z0-9])(?=[a-f0-9]*[0-9])(?![a-f]+[0-9]+(?![a-z0-9]))[a-f0-9]{3,}(?![a-z0-9])/gi;

/** The same of all letters: numbers and letters in turn ("css-1ad2x9"), but no measure ("ad300x250"). */
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
 * Hands the names of a wrapper down to the only element in it: Readability replaces the one by the
 * other, and "newsletter" would be lost with it.
 */
export function keepNames(elements: readonly PageElement[]): void {
  for (const element of elements) {
    const [only, second] = element.children;
    if (element.tagName !== "DIV" || !only || second) continue;
    const names = writtenNames(element).trim();
    if (names !== "") only.setAttribute(KEPT_NAMES, names.slice(0, MAX_LENGTH));
  }
}

/** Keeps an element's names where the library, which drops elements by their class, does not look. */
export function hideNames(element: PageElement): void {
  const names = writtenNames(element).trim();
  if (names !== "") element.setAttribute(KEPT_NAMES, names.slice(0, MAX_LENGTH));
  element.removeAttribute("class");
}
