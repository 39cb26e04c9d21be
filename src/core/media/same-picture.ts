/**
 * Whether two addresses show one picture: equal but for scheme, size and what image servers write
 * behind the question mark. Systems keep the sizes of a picture beside each other (`mill.jpg`, `mill-300x200.jpg`,
 * `mill-scaled.jpg`, `mill_thumb.jpg`, `mill@2x.jpg`) or in folders (`/thumbs/mill.jpg`, `/300x200/mill.jpg`).
 */
export const isSamePicture = (a: string, b: string): boolean =>
  a === b || pictureName(a) === pictureName(b);

/** The part of an address that all sizes of one picture have in common. */
export function pictureName(address: string): string {
  const url = URL.parse(address);
  if (url === null) return address;
  const isFile = FILE.test(url.pathname);
  const path = url.pathname
    .replace(WIKI_SIZE, "$1")
    .replace(SIZE_FOLDERS, "")
    .replace(SIZE_BEFORE, "/")
    .replace(SIZE, "");
  // A script that serves pictures tells them apart by its query.
  return `${url.host}${path}${isFile ? "" : url.search}`;
}

const FILE = /\.[a-z]{3,4}$/i;
/** MediaWiki: /thumb/a/ab/Mill.jpg/300px-Mill.jpg. */
const WIKI_SIZE = /\/thumb(\/.{1,500})\/\d{2,5}px-[^/]+$/;
const SIZE_FOLDERS =
  /\/(?:\d{2,5}x\d{2,5}|(?:[wh]_\d{2,5},?)+(?:[a-z]{1,2}_[\w.]{1,20},?)*|thumbs?|thumbnails?|small|medium|large|previews?|full|originals?|resized?)(?=\/)/gi;
const SIZE_BEFORE = /\/(?:thumb|thumbnail|tn|small|medium|large|preview)[_-](?=[^/]+$)/i;
const SIZE =
  /(?:[-_](?:\d{2,5}x\d{2,5}|\d{2,5}w|scaled|rotated|thumb|thumbnail|small|medium|large|preview|full|orig|original)|@[23]x)+(?=\.[a-z]{3,4}$)/i;

/** Whether a text in our own sanitised form shows a picture, in whatever size. */
export function showsPicture(html: string, address: string): boolean {
  return [...html.matchAll(/<img src="([^"]*)"/g)].some(([, src = ""]) =>
    isSamePicture(src.replaceAll("&quot;", '"').replaceAll("&amp;", "&"), address),
  );
}
