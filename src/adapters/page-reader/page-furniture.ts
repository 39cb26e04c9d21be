import { elementsOf, isElement, type PageDocument, type PageElement } from "./dom.ts";
import { nameWords } from "./element-names.ts";
import { isHidden } from "./hidden.ts";

const TAGS = new Set("NAV FOOTER ASIDE FORM BUTTON DIALOG".split(" "));
const ROLES = new Set("navigation complementary dialog alert menu menubar search".split(" "));
const NAMES = new Set(
  "comment comments commentlist respond disqus related recommended newsletter sidebar breadcrumb breadcrumbs cookie share sharing social menu".split(
    " ",
  ),
);

/** Whether an element's tag, role or names say that it stands around articles, not in them. */
export function isFurniture(element: PageElement): boolean {
  if (TAGS.has(element.tagName) || ROLES.has(element.getAttribute("role") ?? "")) return true;
  if (element.tagName === "BODY" || element.tagName === "ARTICLE" || element.tagName === "MAIN")
    return false;
  return nameWords(element).some((word) => NAMES.has(word));
}

/** Removes furniture and hidden elements from a page, in place, and returns `root`: for pages without an extraction. */
export function withoutFurniture(
  document: PageDocument,
  root: PageElement = document.body,
): PageElement {
  for (const element of elementsOf(document)) {
    if (!isElement(element.parentNode) || element === root) continue;
    if (isFurniture(element) || isHidden(element)) element.remove();
  }
  return root;
}
