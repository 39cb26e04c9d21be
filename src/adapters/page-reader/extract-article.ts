import { Readability } from "@mozilla/readability";
import type { PageDocument, PageElement } from "./dom.ts";

/** Players that stay in the article: they become links. Everything else in a frame is an advert. */
const PLAYERS =
  /\/\/(?:www\.|player\.|open\.|w\.|embed\.)?(?:dailymotion|youtube|youtube-nocookie|vimeo|v\.qq|twitch|soundcloud|spotify|facebook|instagram|tiktok|ardmediathek|zdf|arte|ted|bandcamp|datawrapper|dwcdn|infogram|flourish)\.(?:com|tv|de|net|org)\b|\/\/(?:archive|upload\.wikimedia)\.org\b/i;

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
