import { Readability } from "@mozilla/readability";
import { isRepeatedTitle } from "../../core/cleanup/repeated-title.ts";
import { collapse } from "./blocks.ts";
import type { PageDocument, PageElement } from "./dom.ts";
import { hideNames } from "./element-names.ts";

/**
 * Keeps the headings of sections from the library: it takes main headings for the title and drops them, and others by
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

/** Players that stay in the article: they become links. Everything else in a frame is an advert. */
const PLAYERS =
  /\/\/(?:www\.|player\.|open\.|w\.|embed\.)?(?:dailymotion|youtube|youtube-nocookie|vimeo|v\.qq|twitch|soundcloud|spotify|facebook|instagram|tiktok|ardmediathek|zdf|arte|ted|bandcamp|datawrapper|dwcdn|infogram|flourish)\.(?:com|tv|de|net|org)\b|\/\/youtu\.be\/|\/\/(?:www\.)?(?:twitter|x)\.com\/\w+\/status\/|\/\/[^/]+\/(?:@[^/]+\/\d+\/embed|videos\/embed\/[\w-]{8,})|\/\/(?:archive|upload\.wikimedia)\.org\b/i;

/**
 * The part of a page that holds its article, by its density of text; `null` when there is none.
 * Changes the document.
 */
export function extractArticle(document: PageDocument): PageElement | null {
  try {
    const found = new Readability<PageElement>(document as never, {
      keepClasses: true,
      disableJSONLD: true,
      allowedVideoRegex: PLAYERS,
      serializer: (element: unknown) => element as PageElement,
    }).parse();
    return found?.content ?? null;
  } catch {
    // A document odd enough for the library to stumble: readPage then reads its body.
    return null;
  }
}
