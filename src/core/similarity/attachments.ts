import type { Enclosure, Image } from "../media/media.ts";

/** What an article carries beside its text, as far as it tells stories apart. */
export type Attachments = {
  /** Recordings, films and documents; no pictures. */
  readonly files: readonly AttachedFile[];
  /** Its picture, by `pictureName`; `null` without one. */
  readonly picture: string | null;
};

export type AttachedFile = {
  /** Host and path, and the query where that names the file. */
  readonly name: string;
  readonly bytes: number | null;
};

export const NO_ATTACHMENTS: Attachments = { files: [], picture: null };

export function attachmentsOf(article: {
  readonly enclosures: readonly Enclosure[];
  readonly image: Image | null;
}): Attachments {
  const files = article.enclosures.filter((enclosure) => !isPicture(enclosure));
  return {
    files: files.map(({ url, bytes }) => ({ name: fileName(url), bytes })),
    picture: article.image === null ? null : pictureName(article.image.url),
  };
}

const PICTURE = /\.(?:jpe?g|png|gif|webp|avif|svg)$/i;
const NAMED_FILE = /\.[a-z0-9]{2,5}$/i;
const SCRIPT = /\.(?:php\d?|phtml|aspx?|ashx|jspx?|cfm|cgi|fcgi|pl|py|exe|dll|do)$/i;

function isPicture({ type, url, medium }: Enclosure): boolean {
  if (type !== null) return /^image\//i.test(type);
  return medium === undefined ? PICTURE.test(URL.parse(url)?.pathname ?? "") : medium === "image";
}

/** Players append counters and tokens to the name of a file; a script names the file in its query. */
function fileName(address: string): string {
  const url = URL.parse(address);
  if (url === null) return address;
  const isNamed = NAMED_FILE.test(url.pathname) && !SCRIPT.test(url.pathname);
  return `${url.host}${url.pathname}${isNamed ? "" : url.search}`;
}

/** Sizes that image servers write into an address: another size is the same picture. */
const SIZE = /[-_/@](?:\d{2,5}x\d{2,5}|\d{2,5}[wh]|[wh][_-]?\d{2,5}|[23]x)(?=[./_-])/gi;

function pictureName(address: string): string {
  const url = URL.parse(address);
  if (url === null) return address;
  const query = PICTURE.test(url.pathname) ? "" : url.search;
  return `${url.pathname.replace(SIZE, "")}${query}`;
}

/** Whether both have files and none of them is the same. */
export function haveOtherFiles(a: Attachments, b: Attachments): boolean {
  if (a.files.length === 0 || b.files.length === 0) return false;
  return !a.files.some((file) => b.files.some((other) => isSameFile(file, other)));
}

/** Whether both have a picture, and it is not the same. */
export const haveOtherPictures = (a: Attachments, b: Attachments): boolean =>
  a.picture !== null && b.picture !== null && a.picture !== b.picture;

/** From this size on, files of one length are one recording. Feeds write small numbers where they do not know the length. */
const LARGE_BYTES = 100_000;

/**
 * The same path at another host is the same file on another server of the house. So is an address within another one, as
 * counting services write it ("count.example/track/files.example/1.mp3").
 */
function isSameFile(a: AttachedFile, b: AttachedFile): boolean {
  if (a.name === b.name) return true;
  const [left, right] = [a.name.split("/"), b.name.split("/")];
  const shared = sharedEnd(left, right);
  const isOnePath = left.length === right.length && shared.length === left.length - 1;
  return isOnePath || shared.slice(0, -1).some(isHost) || isSameLength(a, b);
}

/** Compares lengths at different hosts only: one house may write one length into all its items. */
function isSameLength(a: AttachedFile, b: AttachedFile): boolean {
  const [hostOfA, hostOfB] = [a.name.split("/")[0], b.name.split("/")[0]];
  return a.bytes !== null && a.bytes >= LARGE_BYTES && a.bytes === b.bytes && hostOfA !== hostOfB;
}

const isHost = (segment: string): boolean => /^[a-z0-9-]+(?:\.[a-z0-9-]+)+$/i.test(segment);

/** The segments that both end with. */
function sharedEnd(a: readonly string[], b: readonly string[]): readonly string[] {
  let length = 0;
  while (length < Math.min(a.length, b.length) && a.at(-1 - length) === b.at(-1 - length)) {
    length += 1;
  }
  return a.slice(a.length - length);
}
