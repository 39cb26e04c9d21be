import { fileType } from "../../core/media/file-type.ts";
import type { Episode, EpisodeFile, EpisodePerson } from "../../core/media/media.ts";
import { textElement, type XmlElement, xmlElement } from "./xml-element.ts";

/**
 * What podcast apps read of an entry (podcasters.apple.com, podcastindex.org/namespace/1.0). `episode` must be clean.
 */
export function episodeElements(episode: Episode | null): readonly XmlElement[] {
  if (episode === null) return [];
  const { durationSeconds, number, season, type, isExplicit, image } = episode;
  return [
    ...valueElement("itunes:duration", durationSeconds),
    ...valueElement("itunes:episode", number || undefined), // Apple counts from one
    ...valueElement("itunes:season", season || undefined),
    ...valueElement("itunes:episodeType", type),
    ...valueElement("itunes:explicit", isExplicit),
    ...(image === undefined ? [] : [xmlElement("itunes:image", { href: image })]),
    ...(episode.transcripts ?? []).map((file) =>
      fileElement("podcast:transcript", file, "text/plain"),
    ),
    ...[episode.chapters ?? []]
      .flat()
      .map((file) => fileElement("podcast:chapters", file, "application/json+chapters")),
    ...(episode.persons ?? []).map(personElement),
  ];
}

const valueElement = (
  name: string,
  value: string | number | boolean | undefined,
): readonly XmlElement[] => (value === undefined ? [] : [textElement(name, String(value))]);

/** The type is required. Without one in the episode or by the file's name, it is the usual one. */
const fileElement = (name: string, file: EpisodeFile, usual: string): XmlElement =>
  xmlElement(name, {
    url: file.url,
    type: file.type ?? fileType(null, file.url) ?? usual,
    language: file.language ?? null,
    rel: file.rel ?? null,
  });

const personElement = ({ name, role, group, image, url }: EpisodePerson): XmlElement =>
  textElement("podcast:person", name, {
    role: role ?? null,
    group: group ?? null,
    img: image ?? null,
    href: url ?? null,
  });
