import { Readability } from "@mozilla/readability";
import { isRepeatedTitle } from "../../core/cleaning/rules/repeated-title.ts";
import { isPlayerFrame, isPlayerUrl } from "../markup/players.ts";
import { collapse } from "./blocks.ts";
import type { PageDocument, PageElement } from "./dom.ts";
import { hideNames } from "./element-names.ts";

/**
 * Protects section headings from Readability: it drops main headings, which it takes for the title, and other headings by
 * their class ("header-anchor").
 */
export function keepHeadings(elements: readonly PageElement[], title: string | null): void {
  for (const heading of elements.filter(({ tagName }) => HEADING.test(tagName))) {
    const isTitle = isRepeatedTitle(collapse(heading.textContent), title);
    if (!isTitle) hideNames(heading.tagName === "H1" ? asSection(heading) : heading);
  }
}

const HEADING = /^H[1-6]$/;

function asSection(heading: PageElement): PageElement {
  const section = heading.ownerDocument.createElement("h2");
  for (const { name, value } of heading.attributes) section.setAttribute(name, value);
  for (const child of [...heading.childNodes]) section.appendChild(child);
  heading.parentNode?.replaceChild(section, heading);
  return section;
}

/** Frames that stay in the article: they become links. Every other one is an advert. */
const PLAYERS = { test: (address: string) => isPlayerFrame(address) || isPlayerUrl(address) };

/**
 * The part of a page that holds its article, by its density of text; `null` when there is none.
 * Changes the document.
 */
export function extractArticle(document: PageDocument): PageElement | null {
  try {
    const found = new Readability<PageElement>(document as never, {
      keepClasses: true,
      disableJSONLD: true,
      allowedVideoRegex: PLAYERS as RegExp,
      serializer: (element: unknown) => element as PageElement,
    }).parse();
    return found?.content ?? null;
  } catch {
    // Readability threw on an odd document: the page's body is read instead (page-content.ts).
    return null;
  }
}
