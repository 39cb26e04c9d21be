import { decodeText } from "../feed-reader/decode-text.ts";

/** How far into a document browsers look for its charset (HTML Standard §13.2.3.2), with some mercy. */
const HEAD_BYTES = 4_096;

/**
 * Bytes of a page as text: byte order mark, HTTP charset, `meta` charset, strict UTF-8, and a guess.
 * An encoding that is unknown, or UTF-8 that is none, falls through to the next.
 */
export function decodePage(bytes: Uint8Array, contentType: string | null): string {
  if (/;\s{0,9}charset\s{0,9}=/i.test(contentType ?? "")) return decodeText(bytes, contentType);
  const declared = charsetOfMeta(bytes);
  return decodeText(bytes, declared === null ? contentType : `text/html; charset=${declared}`);
}

function charsetOfMeta(bytes: Uint8Array): string | null {
  const head = Buffer.from(bytes.subarray(0, HEAD_BYTES)).toString("latin1");
  const match = /<meta\s[^>]{0,300}?charset\s{0,9}=\s{0,9}["']?([\w:.-]{1,40})/i.exec(head);
  return match?.[1] ?? null;
}
