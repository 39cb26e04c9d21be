import type { PageElement } from "./dom.ts";

/** Class words for what only screen readers are told. */
const UNSEEN =
  /(?:^|\s)(?:sr-only|visually-?hidden|screen-reader-text|screenreader|u-hidden-visually|element-invisible|assistive-text)(?:\s|$)/i;
/** Class words for what is shown while a pointer rests on a word: the box, not the word that it belongs to. */
const HOVER_BOX =
  /(?:^|[\s_-])(?:tool-?tip|pop-?over|hover-?card|roll-?over)[\s_-]*(?:block|body|box|bubble|card|content|inner|panel|text)(?:[\s_-]|$)/i;
const STYLE = /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)\b/i;

/** Class words for formulas as markup: pages hide it behind a picture of it, or draw it a second time. */
const FORMULA = /(?:^|[\s_-])(?:math|mathml|mathjax|mjx|katex)(?:[\s_-]|$)/i;

const isFormula = (element: PageElement): boolean =>
  FORMULA.test((element.getAttribute("class") ?? "").slice(0, 500));

/**
 * Whether a page keeps an element from the eyes of its readers, at least until they point at something: by attribute
 * (`popover` is hidden until it is opened, HTML standard §6.12.1), role, style or a usual class.
 */
export function isHidden(element: PageElement): boolean {
  if (isFormula(element)) return false;
  const hidden = element.getAttribute("hidden");
  if (hidden !== null && hidden !== "until-found") return true;
  if (element.getAttribute("popover") !== null || element.getAttribute("role") === "tooltip")
    return true;
  const style = element.getAttribute("style");
  if (style !== null && STYLE.test(style.slice(0, 1_000))) return true;
  const names = element.getAttribute("class");
  if (names === null) return false;
  const known = names.slice(0, 500);
  return UNSEEN.test(known) || HOVER_BOX.test(known);
}

/** Hidden elements with more of a page's words are its article, which a script shows. */
const MOST_HIDDEN = 0.3;

/**
 * Takes what is hidden out of a tree before its article is looked for; slides of a gallery, hidden but for the first, are
 * shown. In place.
 */
export function settleHidden(elements: readonly PageElement[]): void {
  let total = -1;
  for (const formula of elements.filter(isFormula)) show(formula);
  for (const element of elements) {
    if (element.parentNode === null || !isHidden(element)) continue;
    if (total < 0) total = element.ownerDocument.body.textContent.length;
    const isArticle = element.textContent.length > MOST_HIDDEN * total;
    if (isArticle || isSlide(element)) show(element);
    else element.remove();
  }
}

/** A picture with no more than its caption. */
const isSlide = (element: PageElement): boolean =>
  element.getElementsByTagName("IMG").length > 0 && element.textContent.trim().length <= 300;

function show(element: PageElement): void {
  element.removeAttribute("hidden");
  element.removeAttribute("style");
}
