import type { Enclosure } from "../core/model.ts";

/** What is left where no pictures are shown (`site.images: none`). */

/** The HTML is our own sanitised form: a tag holds no unescaped `>`. */
export const withoutPictures = (html: string): string =>
  html.replace(/<img[^>]*>/g, "").replace(/<figure>\s*<\/figure>/g, "");

export const withoutPictureFiles = (enclosures: readonly Enclosure[]): readonly Enclosure[] =>
  enclosures.filter(({ type }) => !type?.startsWith("image/"));
