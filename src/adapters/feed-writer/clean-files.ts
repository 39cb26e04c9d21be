import { fileType } from "../../core/media/file-type.ts";
import type {
  Enclosure,
  Episode,
  EpisodeFile,
  EpisodePerson,
  Image,
} from "../../core/media/media.ts";
import { present } from "../../core/present.ts";
import { cleanUrl } from "../../core/urls/clean-url.ts";
import { cleanLanguage } from "./language-tag.ts";
import { xmlLine } from "./plain-line.ts";

/** Pictures, files and recordings of an entry, as each format can write them. Idempotent. */

export function cleanImage(image: Image | null): Image | null {
  const url = cleanUrl(image?.url ?? null);
  if (image === null || url === null) return null;
  return {
    url,
    width: positive(image.width),
    height: positive(image.height),
    alt: lineOf(image.alt),
    credit: lineOf(image.credit),
    ...(image.type === undefined ? {} : { type: image.type }),
  };
}

export function cleanEnclosure(enclosure: Enclosure): readonly Enclosure[] {
  const url = cleanUrl(enclosure.url);
  if (url === null) return [];
  const known = present<Pick<Enclosure, "medium" | "title" | "durationSeconds">>({
    medium: enclosure.medium,
    title: lineOf(enclosure.title),
    durationSeconds: positive(enclosure.durationSeconds),
  });
  return [{ url, type: fileType(enclosure.type, url), bytes: positive(enclosure.bytes), ...known }];
}

export function cleanEpisode(episode: Episode | null): Episode | null {
  if (episode === null) return null;
  return present<Episode>({
    durationSeconds: positive(episode.durationSeconds),
    image: cleanUrl(episode.image ?? null),
    number: episode.number,
    season: episode.season,
    type: episode.type,
    isExplicit: episode.isExplicit,
    transcripts: episode.transcripts?.flatMap(cleanFile),
    chapters: [episode.chapters ?? []].flat().flatMap(cleanFile)[0],
    persons: episode.persons?.flatMap(cleanPerson),
  });
}

function cleanFile(file: EpisodeFile): readonly EpisodeFile[] {
  const url = cleanUrl(file.url);
  if (url === null) return [];
  const type = fileType(file.type ?? null, url);
  const language = cleanLanguage(file.language ?? null);
  return [present<EpisodeFile>({ url, type, language, rel: lineOf(file.rel) })];
}

function cleanPerson(person: EpisodePerson): readonly EpisodePerson[] {
  const name = lineOf(person.name);
  if (name === null) return [];
  return [
    present<EpisodePerson>({
      name,
      role: lineOf(person.role),
      group: lineOf(person.group),
      image: cleanUrl(person.image ?? null),
      url: cleanUrl(person.url ?? null),
    }),
  ];
}

const lineOf = (text: string | null | undefined): string | null => xmlLine(text ?? "") || null;

/** A size of zero means "unknown" in every feed that has one. */
const positive = (size: number | null | undefined): number | null =>
  size != null && Number.isSafeInteger(size) && size > 0 ? size : null;
