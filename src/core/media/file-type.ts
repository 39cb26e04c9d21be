import type { Enclosure, Image } from "./media.ts";
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
const SAYS_NOTHING =
  /^(?:application\/(?:octet-stream|binary|(?:x-|force-)?download)|binary\/octet-stream)$/;

/** RFC 6838 §4.2. */
const MEDIA_TYPE = /^[\w.+-]+\/[\w.+-]+$/;

/** Names that are written but never were registered. Importers refuse a picture or a recording for them. */
const MISNAMED: ReadonlyMap<string, string> = new Map([
  ["image/jpg", "image/jpeg"],
  ["image/pjpeg", "image/jpeg"],
  ["image/x-png", "image/png"],
  ["image/svg", "image/svg+xml"],
  ["image/x-webp", "image/webp"],
  ["image/tif", "image/tiff"],
  ["audio/mp3", "audio/mpeg"],
  ["audio/mpeg3", "audio/mpeg"],
  ["audio/mpg", "audio/mpeg"],
  ["audio/x-mp3", "audio/mpeg"],
  ["audio/x-mpeg", "audio/mpeg"],
  ["audio/x-mpeg-3", "audio/mpeg"],
  ["audio/m4a", "audio/x-m4a"],
  ["video/m4v", "video/x-m4v"],
  ["application/x-pdf", "application/pdf"],
]);

/** The declared type where it is one, else what the name of the file tells; `null` when neither does. */
export function fileType(declared: string | null, url: string): string | null {
  const known = knownType(declared);
  if (known !== null) return known;
  const path = URL.parse(url)?.pathname ?? url;
  const byName = TYPES.get(/\.(\w{2,7})$/.exec(path)?.[1]?.toLowerCase() ?? "");
  return byName ?? pictureType(url) ?? (declared === null ? null : registered(declared));
}

/** What is declared, under its registered name; `null` where that says nothing of the file. */
export function knownType(declared: string | null): string | null {
  const type = declared === null ? null : registered(declared);
  return type === null || SAYS_NOTHING.test(type) ? null : type;
}

/** Whether its type is known without a look at it. */
export const isTyped = ({ type, url }: Pick<Enclosure, "type" | "url">): boolean =>
  knownType(fileType(type, url)) !== null;

/** Without parameters, in lower case, under its registered name; `null` for what is no media type. */
function registered(declared: string): string | null {
  const type = declared.split(";", 1)[0]?.trim().toLowerCase() ?? "";
  return MEDIA_TYPE.test(type) ? (MISNAMED.get(type) ?? type) : null;
}

type File = Pick<Enclosure, "type" | "url" | "medium">;

export const isRecording = (file: File): boolean => {
  const kind = fileKind(file);
  return kind === "audio" || kind === "video";
};

export const isPicture = (file: File): boolean => fileKind(file) === "image";

/** Type of an entry's picture: as its publisher says, else as a look told, else by its name; `null` when nothing tells. */
export function imageType(
  image: Pick<Image, "url" | "type">,
  enclosures: readonly Enclosure[],
): string | null {
  const declared = enclosures.find(({ url }) => url === image.url)?.type ?? null;
  const types = [fileType(declared, image.url), image.type ?? null, pictureType(image.url)];
  return types.find((type) => type?.startsWith("image/")) ?? null;
}

/** The kind of a file by its type, else by what its feed calls it; `null` when nothing tells. */
function fileKind({ type: declared, url, medium }: File): string | null {
  const type = knownType(fileType(declared, url));
  if (type === null) return medium ?? null;
  return /mpegurl$/.test(type) ? "video" : (type.split("/")[0] ?? null);
}
