import { isPicture } from "../../core/media/file-type.ts";
import type { Enclosure, Episode, EpisodePerson } from "../../core/media/media.ts";

/* Entries without pictures, for `site.images: none`. */

/** The HTML is our own sanitised form: a tag holds no unescaped `>`. */
export const withoutPictures = (html: string): string =>
  html.replace(/<img[^>]*>/g, "").replace(/<figure>\s*<\/figure>/g, "");

export const withoutPictureFiles = (enclosures: readonly Enclosure[]): readonly Enclosure[] =>
  enclosures.filter((file) => !isPicture(file));

export function withoutEpisodePictures(episode: Episode | null): Episode | null {
  if (episode === null) return null;
  const { image: _, persons, ...rest } = episode;
  const named = persons?.map(({ image: __, ...person }: EpisodePerson) => person);
  return { ...rest, ...(named === undefined ? {} : { persons: named }) };
}
