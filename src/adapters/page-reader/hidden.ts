import type { PageElement } from "./dom.ts";

/** Class words for what only screen readers are told. */
const UNSEEN =
  /(?:^|\s)(?:sr-only|visually-?hidden|screen-reader-text|screenreader|u-hidden-visually|element-invisible|assistive-text)(?:\s|$)/i;
const STYLE = /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)\b/i;

/** Whether a page keeps an element from the eyes of its readers: by attribute, style or a usual class. */
export function isHidden(element: PageElement): boolean {
  const hidden = element.getAttribute("hidden");
  if (hidden !== null && hidden !== "until-found") return true;
  const style = element.getAttribute("style");
  if (style !== null && STYLE.test(style.slice(0, 1_000))) return true;
  const names = element.getAttribute("class");
  return names !== null && UNSEEN.test(names.slice(0, 500));
}
