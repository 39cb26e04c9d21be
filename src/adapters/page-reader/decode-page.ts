import { decodeText } from "../feed-reader/decode-text.ts";

/** Bytes that are searched for a charset: four times what browsers search (HTML Standard §13.2.3.2). */
const HEAD_BYTES = 4_096;

/**
 * Decodes a page by its byte order mark, its declared charset (HTTP, else `meta`), strict UTF-8, or a guess. A declared
 * charset that is unknown, or declared UTF-8 that is invalid, is passed over.
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
