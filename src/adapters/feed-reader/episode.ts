import type { Episode, EpisodeFile, EpisodePerson } from "../../core/media/media.ts";
import { present } from "../../core/present.ts";
import type { Field, Fields } from "./fields.ts";
import { plainText } from "./plain-text.ts";

/** More files of a kind, or more persons, belong to no episode. */
const MAX_FILES = 20;
const MAX_PERSONS = 50;

/**
 * What podcast apps read of an item (podcasters.apple.com, podcastindex.org/namespace/1.0); `null` when the item has
 * none of it.
 */
export function episodeOf(fields: Fields): Episode | null {
  const episode = present<Episode>({
    durationSeconds: readDuration(fields.text("itunes:duration")),
    image: webAddress(fields.all("itunes:image")[0], "href", "url"),
    number: wholeNumber(fields.text("itunes:episode", "podcast:episode")),
    season: wholeNumber(fields.text("itunes:season", "podcast:season")),
    type: episodeType(fields.text("itunes:episodetype")),
    isExplicit: isExplicit(fields.text("itunes:explicit")),
    transcripts: filesOf(fields.all("podcast:transcript")).slice(0, MAX_FILES),
    chapters: filesOf(fields.all("podcast:chapters"))[0],
    persons: fields.all("podcast:person").flatMap(person).slice(0, MAX_PERSONS),
  });
  return Object.keys(episode).length === 0 ? null : episode;
}

/** Longer ones are dates or mistakes. */
const MAX_SECONDS = 1_000_000;

/** Seconds, or hours, minutes and seconds with colons; `null` for anything else and for nothing. */
export function readDuration(text: string | null): number | null {
  const parts = /^(?:(?:(\d{1,3}):)?(\d{1,4}):)?(\d{1,7})(?:[.,]\d+)?$/.exec(text?.trim() ?? "");
  if (parts === null) return null;
  const [, hours = "0", minutes = "0", seconds = "0"] = parts;
  const total = Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
  return total > 0 && total <= MAX_SECONDS ? total : null;
}

const wholeNumber = (text: string | null): number | null =>
  text !== null && /^\d{1,6}$/.test(text) ? Number(text) : null;

const EPISODE_TYPES = ["full", "trailer", "bonus"] as const;

const episodeType = (text: string | null): Episode["type"] =>
  EPISODE_TYPES.find((type) => type === text?.toLowerCase());

/** Apple's words of three generations; `null` for any other. */
function isExplicit(text: string | null): boolean | null {
  const word = text?.toLowerCase() ?? "";
  if (["yes", "true", "explicit"].includes(word)) return true;
  return ["no", "false", "clean"].includes(word) ? false : null;
}

const filesOf = (fields: readonly Field[]): readonly EpisodeFile[] =>
  fields.flatMap((field) => {
    const url = webAddress(field, "url");
    if (url === null) return [];
    const [type, language, rel] = ["type", "language", "rel"].map((name) => field.attribute(name));
    return [present<EpisodeFile>({ url, type, language, rel })];
  });

function person(field: Field): readonly EpisodePerson[] {
  const name = plainText(field.text ?? "");
  if (name === null) return [];
  return [
    present<EpisodePerson>({
      name,
      role: field.attribute("role"),
      group: field.attribute("group"),
      image: webAddress(field, "img"),
      url: webAddress(field, "href"),
    }),
  ];
}

function webAddress(field: Field | undefined, ...names: readonly string[]): string | null {
  const found = names.map((name) => field?.attribute(name) ?? null);
  return found.find((url) => url !== null && /^https?:\/\//i.test(url)) ?? null;
}
