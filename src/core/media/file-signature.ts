import { knownType } from "./file-type.ts";

/** How much of a file tells what it is: the resource header of WHATWG MIME Sniffing §5.2. */
export const SIGNATURE_BYTES = 1_445;

/** What files begin with, one character per byte (WHATWG MIME Sniffing §6.1, §6.2; ISO/IEC 14496-12 §4.3 for `ftyp`). */
const SIGNATURES: readonly (readonly [RegExp, string])[] = [
  [/^\xff\xd8\xff/, "image/jpeg"],
  [/^\x89PNG\r\n/, "image/png"],
  [/^GIF8[79]a/, "image/gif"],
  [/^RIFF.{4}WEBPVP/s, "image/webp"],
  [/^.{4}ftyp.{0,32}avi[fs]/s, "image/avif"],
  [/^.{4}ftyphe(?:ic|ix|vc|im|is)/s, "image/heic"],
  [/^BM.{4}\0{4}/s, "image/bmp"],
  // biome-ignore lint/suspicious/noControlCharactersInRegex: it is made of bytes
  [/^\0\0\x01\0/, "image/x-icon"],
  [/^(?:II\*\0|MM\0\*)/, "image/tiff"],
  [/^ID3/, "audio/mpeg"],
  [/^fLaC/, "audio/flac"],
  [/^RIFF.{4}WAVE/s, "audio/wav"],
  [/^.{4}ftypM4[AB] /s, "audio/x-m4a"],
  [/^%PDF-/, "application/pdf"],
];

const SVG_START = /^(?:\xef\xbb\xbf)?\s*<(?:\?xml|!--|!doctype svg|svg)/i;

/** Whether a text is an SVG file. A web page is none, even with an SVG picture in it. */
const isSvg = (text: string): boolean =>
  SVG_START.test(text) && /<svg[\s>]/i.test(text) && !/<html[\s>]/i.test(text);

/** A web page in the place of a file is a wall or an error: it says nothing of the file. */
const SAYS_NOTHING = /^(?:text\/html|application\/xhtml\+xml)$/;

/**
 * The type of a file by what it begins with, else as its server says; `null` where neither tells. Some servers call a file
 * `image/jpeg` that they have recoded as WebP.
 */
export function typeOfFile(bytes: Uint8Array, contentType: string | null): string | null {
  const text = Buffer.from(bytes.subarray(0, SIGNATURE_BYTES)).toString("latin1");
  const signed = SIGNATURES.find(([signature]) => signature.test(text))?.[1];
  if (signed !== undefined || isSvg(text)) return signed ?? "image/svg+xml";
  const said = knownType(contentType);
  return said === null || SAYS_NOTHING.test(said) ? null : said;
}
