import { type PageElement, standsIn } from "./dom.ts";

/** Class words for text that only screen readers read. */
const UNSEEN =
  /(?:^|\s)(?:sr-only|visually-?hidden|screen-reader-text|screenreader|u-hidden-visually|element-invisible|assistive-text)(?:\s|$)/i;
/** Class words for a box that appears while a pointer rests on a word; not for the word itself. */
const HOVER_BOX =
  /(?:^|[\s_-])(?:tool-?tip|pop-?over|hover-?card|roll-?over)[\s_-]*(?:block|body|box|bubble|card|content|inner|panel|text)(?:[\s_-]|$)/i;
const STYLE = /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)\b/i;

/** Class words for the markup of formulas: pages hide it and show a picture of the formula or draw it again. */
const FORMULA = /(?:^|[\s_-])(?:math|mathml|mathjax|mjx|katex)(?:[\s_-]|$)/i;

const isFormula = (element: PageElement): boolean =>
  FORMULA.test((element.getAttribute("class") ?? "").slice(0, 500));

/**
 * Whether readers do not see an element, at least until they point at something: by attribute (`popover` is hidden until
 * it is opened, HTML standard §6.12.1), role, style or a usual class.
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

/** Share of the page's characters; a hidden element with more is the article, which a script shows. */
const MOST_HIDDEN = 0.3;

/**
 * Removes hidden elements from a tree, in place, before its article is looked for. Formulas, hidden articles and the slides
 * of a gallery, which are hidden but for the first, are shown instead.
 *
 * @param own the element of an article that the page shows: what is hidden outside of it is none. `null` without one.
 */
export function settleHidden(elements: readonly PageElement[], own: PageElement | null): void {
  const isBeside = (element: PageElement): boolean =>
    own !== null && own !== element && !standsIn(element, own) && !standsIn(own, element);
  let total = -1;
  for (const formula of elements.filter(isFormula)) show(formula);
  for (const element of elements) {
    if (element.parentNode === null || !isHidden(element)) continue;
    if (total < 0) total = element.ownerDocument.body.textContent.length;
    const isArticle = element.textContent.length > MOST_HIDDEN * total && !isBeside(element);
    if (isArticle || isSlide(element)) show(element);
    else element.remove();
  }
}

/** Whether an element is a picture with no more text than a caption. */
const isSlide = (element: PageElement): boolean =>
  element.getElementsByTagName("IMG").length > 0 && element.textContent.trim().length <= 300;

function show(element: PageElement): void {
  element.removeAttribute("hidden");
  element.removeAttribute("style");
}
