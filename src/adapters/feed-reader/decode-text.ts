import iconv from "iconv-lite";
import { detectEncoding } from "./detect-encoding.ts";

/**
 * Bytes to text: byte-order mark, UTF-16 and UTF-32 by their zero bytes, HTTP charset, XML declaration, strict UTF-8,
 * and a guess. A declared encoding that is unknown, or declared UTF-8 that is not, falls through to the next.
 */
export function decodeText(bytes: Uint8Array, contentType: string | null): string {
  const marked = encodingOfMark(bytes);
  if (marked) return decode(bytes, marked.encoding, marked.length);
  const wide = encodingOfZeros(bytes);
  if (wide) return decode(bytes, wide, 0);
  const declared = [charsetOfContentType(contentType), charsetOfDeclaration(bytes)];
  for (const label of [...declared, "utf-8"]) {
    const text = label === null ? null : decodeAs(bytes, label);
    if (text !== null) return text;
  }
  return decodeDamagedUtf8(bytes) ?? decode(bytes, detectEncoding(bytes), 0);
}

/** The marks of UTF-32LE and UTF-16LE begin alike: the longer one is tried first. */
const MARKS: readonly { readonly encoding: string; readonly mark: readonly number[] }[] = [
  { encoding: "utf-32be", mark: [0, 0, 0xfe, 0xff] },
  { encoding: "utf-32le", mark: [0xff, 0xfe, 0, 0] },
  { encoding: "utf-8", mark: [0xef, 0xbb, 0xbf] },
  { encoding: "utf-16be", mark: [0xfe, 0xff] },
  { encoding: "utf-16le", mark: [0xff, 0xfe] },
];

function encodingOfMark(bytes: Uint8Array): { encoding: string; length: number } | null {
  const found = MARKS.find(({ mark }) => mark.every((byte, index) => bytes[index] === byte));
  if (!found) return null;
  // A UTF-16 mark in front of bytes without a single zero is a mistake: that is not how markup looks.
  const isWide = found.encoding.startsWith("utf-16") || found.encoding.startsWith("utf-32");
  if (isWide && !bytes.subarray(0, 64).includes(0) && looksNarrow(bytes.subarray(2, 64))) {
    return { encoding: "utf-8", length: 2 };
  }
  return { encoding: found.encoding, length: found.mark.length };
}

/** The bytes of `<` and ASCII letters without zeros between them. */
const looksNarrow = (bytes: Uint8Array): boolean => bytes[0] === 0x3c && (bytes[1] ?? 0) < 0x80;

/** XML 1.0 appendix F: how `<?` or `<x` look in each wide encoding without a mark. */
function encodingOfZeros(bytes: Uint8Array): string | null {
  const zeros = Array.from(bytes.subarray(0, 4), (byte) => (byte === 0 ? "0" : "x")).join("");
  const found: Record<"0x0x" | "x0x0" | "000x" | "x000", string> = {
    "0x0x": "utf-16be",
    x0x0: "utf-16le",
    "000x": "utf-32be",
    x000: "utf-32le",
  };
  return Object.hasOwn(found, zeros) ? found[zeros as keyof typeof found] : null;
}

function charsetOfContentType(contentType: string | null): string | null {
  const match = /;\s*charset\s{0,9}=\s{0,9}["']?([^\s"';]+)/i.exec(contentType ?? "");
  return match?.[1] ?? null;
}

/** How much of a document may come before the end of its XML declaration. */
const DECLARATION_BYTES = 512;

function charsetOfDeclaration(bytes: Uint8Array): string | null {
  const head = Buffer.from(bytes.subarray(0, DECLARATION_BYTES)).toString("latin1");
  const match = /^\s*<\?xml[^>]*?\sencoding\s{0,9}=\s{0,9}["']([^"']+)["']/.exec(head);
  return match?.[1] ?? null;
}

/** Labels that publishers use for a superset of what they name (WHATWG Encoding §4.2). */
const SUPERSETS: ReadonlyMap<string, string> = new Map([
  ["iso-8859-1", "windows-1252"],
  ["iso8859-1", "windows-1252"],
  ["latin1", "windows-1252"],
  ["latin-1", "windows-1252"],
  ["us-ascii", "windows-1252"],
  ["ascii", "windows-1252"],
  ["gb2312", "gb18030"],
  ["gbk", "gb18030"],
  ["x-gbk", "gb18030"],
  ["iso-8859-9", "windows-1254"],
  ["iso-8859-11", "windows-874"],
  ["ks_c_5601-1987", "cp949"],
]);

/** Encodings that hide markup from readers of the bytes; no publisher serves a feed in them. */
const REFUSED = new Set(["utf-7", "utf7", "utf-7-imap", "base64", "hex", "binary"]);

/** Encodings of Latin letters in single bytes. */
const LATIN = /^(?:windows-125[0247]|iso-?8859-(?:[1-4]|9|1[03-6]))$/;

/** `null` when the label is unknown, contradicts the bytes, or the bytes are no UTF-8. */
function decodeAs(bytes: Uint8Array, declared: string): string | null {
  const label = declared.trim().toLowerCase();
  const encoding = SUPERSETS.get(label) ?? label;
  if (encoding === "utf-8" || encoding === "utf8") return decodeStrictUtf8(bytes);
  // Bytes with neither a mark nor zeros at their beginning are in no wide encoding, whatever is declared.
  if (/^(?:utf-?(?:16|32)|ucs-?[24])/.test(encoding)) return null;
  if (REFUSED.has(encoding) || !iconv.encodingExists(encoding)) return null;
  // Many servers declare their default over a document in UTF-8. Latin-1 with accents is hardly ever valid UTF-8 by
  // chance.
  if (LATIN.test(encoding)) return decodeStrictUtf8(bytes) ?? decode(bytes, encoding, 0);
  return decode(bytes, encoding, 0);
}

function decodeStrictUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return null; // not UTF-8: the caller tries the next encoding
  }
}

/** Good characters beyond ASCII for each broken one, from which on the broken one is an accident. */
const GOOD_PER_BROKEN = 4;

/** UTF-8 in which something was cut or mixed in; `null` when the bytes are something else. */
function decodeDamagedUtf8(bytes: Uint8Array): string | null {
  const text = decode(bytes, "utf-8", 0);
  let foreign = 0;
  let broken = 0;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code >= 0x80) foreign += 1;
    if (code === 0xfffd) broken += 1;
  }
  return foreign - broken >= broken * GOOD_PER_BROKEN ? text : null;
}

function decode(bytes: Uint8Array, encoding: string, skip: number): string {
  const body = Buffer.from(bytes.buffer, bytes.byteOffset + skip, bytes.byteLength - skip);
  return encoding === "utf-8" ? body.toString("utf8") : iconv.decode(body, encoding);
}
