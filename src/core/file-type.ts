import type { Enclosure } from "./model.ts";
import { pictureType } from "./picture-type.ts";

/** Media types by the extension of a file name: of recordings, papers and what belongs to an episode. */
const TYPES: ReadonlyMap<string, string> = new Map([
  ["aac", "audio/aac"],
  ["epub", "application/epub+zip"],
  ["flac", "audio/flac"],
  ["htm", "text/html"],
  ["html", "text/html"],
  ["json", "application/json"],
  ["m3u8", "application/vnd.apple.mpegurl"],
  ["m4a", "audio/x-m4a"], // as Apple asks of podcasts
  ["m4b", "audio/mp4"],
  ["m4v", "video/x-m4v"],
  ["mka", "audio/x-matroska"],
  ["mkv", "video/x-matroska"],
  ["mov", "video/quicktime"],
  ["mp3", "audio/mpeg"],
  ["mp4", "video/mp4"],
  ["oga", "audio/ogg"],
  ["ogg", "audio/ogg"],
  ["ogv", "video/ogg"],
  ["opus", "audio/ogg"],
  ["pdf", "application/pdf"],
  ["srt", "application/x-subrip"],
  ["torrent", "application/x-bittorrent"],
  ["txt", "text/plain"],
  ["vtt", "text/vtt"],
  ["wav", "audio/wav"],
  ["webm", "video/webm"],
  ["zip", "application/zip"],
]);

/** What servers and programs say of files that they do not know. */
const SAYS_NOTHING = /^(?:application\/(?:octet-stream|binary|x-download)|binary\/octet-stream)$/i;

/** RFC 6838 §4.2. */
const MEDIA_TYPE = /^[\w.+-]+\/[\w.+-]+$/;

/** The declared type where it is one, else what the end of the path tells; `null` when neither does. */
export function fileType(declared: string | null, url: string): string | null {
  const type = declared !== null && MEDIA_TYPE.test(declared) ? declared : null;
  if (type !== null && !SAYS_NOTHING.test(type)) return type;
  const path = URL.parse(url)?.pathname ?? url;
  const byName = TYPES.get(/\.(\w{2,7})$/.exec(path)?.[1]?.toLowerCase() ?? "");
  return byName ?? pictureType(url) ?? type;
}

export const isRecording = ({ type }: Pick<Enclosure, "type">): boolean =>
  /^(?:audio|video)\/|mpegurl$/i.test(type ?? "");

export const isPicture = ({ type }: Pick<Enclosure, "type">): boolean =>
  /^image\//i.test(type ?? "");
