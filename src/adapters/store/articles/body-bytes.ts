import {
  deflateRawSync,
  deflateSync,
  gunzipSync,
  gzipSync,
  inflateRawSync,
  inflateSync,
  type ZlibOptions,
} from "node:zlib";
import type { ArticleDraft } from "../../../core/articles/article-draft.ts";

/** What readers get of an article, and what was taken out of it. */
export type ArticleBody = Pick<ArticleDraft, "contentHtml" | "text" | "removed">;

/** As a body is stored, with what was received. */
export type PackedBody = {
  /** The body by itself; `null` where there is a difference. */
  readonly body: Uint8Array | null;
  /** What was received; where there is no difference it need not be loaded. */
  readonly received: Uint8Array | null;
  /** The body with what was received as its dictionary; `null` where it is stored by itself. */
  readonly difference: Uint8Array | null;
};

/** Bytes of its window that zlib does not look back over. */
const LOOK_AHEAD = 262;
/**
 * Bytes of what was received, up to which it can serve as a dictionary: DEFLATE looks back no further (RFC 1951). A longer
 * one holds a page, which would have to be unpacked for each reading.
 */
const LONGEST_DICTIONARY = 32_768 - LOOK_AHEAD;

/**
 * Packs a body with what was received, as JSON. Most of an item's body stands in the item: of 150 to 300 words the
 * difference takes 80 bytes, where the body by itself takes 950 and twice the CPU.
 */
export function packBody(
  { contentHtml, text, removed }: ArticleBody,
  raw: string,
): PackedBody & { readonly received: Uint8Array } {
  const json = JSON.stringify([contentHtml, text, removed]);
  const dictionary = Buffer.from(raw);
  const received = gzipSync(dictionary, memoryFor(dictionary.length));
  // The format of RFC 1950 says which dictionary it needs, and checks what comes out.
  return dictionary.length > LONGEST_DICTIONARY
    ? { body: deflateRawSync(json), received, difference: null }
    : { body: null, received, difference: differenceTo(dictionary, Buffer.from(json)) };
}

const differenceTo = (dictionary: Uint8Array, json: Uint8Array): Uint8Array =>
  deflateSync(json, { dictionary, ...memoryFor(dictionary.length + json.length) });

/**
 * zlib clears 268 KB for each text, whatever its length. A window as long as the text finds all that a longer one finds,
 * and what comes out says how long it must be.
 */
function memoryFor(bytes: number): ZlibOptions {
  const windowBits = Math.min(15, Math.max(9, Math.ceil(Math.log2(bytes + LOOK_AHEAD))));
  return {
    windowBits,
    memLevel: Math.min(8, windowBits - 6),
    chunkSize: Math.min(16_384, Math.max(64, bytes)),
  };
}

export function unpackBody({ body, received, difference }: PackedBody): ArticleBody {
  const json =
    difference === null
      ? inflateRawSync(present(body))
      : inflateSync(difference, { dictionary: gunzipSync(present(received)) });
  const [contentHtml, text, removed] = JSON.parse(json.toString("utf8")) as [
    ArticleBody["contentHtml"],
    ArticleBody["text"],
    ArticleBody["removed"],
  ];
  return { contentHtml, text, removed };
}

function present(bytes: Uint8Array | null): Uint8Array {
  if (bytes === null) throw new Error("an article has no body");
  return bytes;
}
