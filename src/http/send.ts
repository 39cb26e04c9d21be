import { createHash } from "node:crypto";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import type { Request, Response } from "express";
import { type AcceptedCoding, negotiateCoding } from "./accept-encoding.ts";
import { isNotModified } from "./conditional.ts";

export type Body = {
  readonly status?: number;
  readonly mediaType: string;
  /** Bytes for a picture. */
  readonly text: string | Buffer;
  readonly cacheControl: string;
  /** Request headers beside `Accept-Encoding` that the text depends on. */
  readonly vary?: readonly string[];
};

/**
 * Sends a text made for this request: with a weak ETag over its content, as 304 when the client
 * has it, compressed as the client likes it (in zlib's threads, not on this one).
 */
export async function send(request: Request, response: Response, body: Body): Promise<void> {
  const { status = 200, mediaType, text, cacheControl, vary = [] } = body;
  const etag = `"${createHash("sha256").update(text).digest("base64url").slice(0, 22)}"`;
  response.status(status).set("Cache-Control", cacheControl);
  response.set("Vary", ["Accept-Encoding", ...vary].join(", "));
  if (status === 200) {
    // Weak: the bytes of one text differ by coding and by version of zlib.
    response.set("ETag", `W/${etag}`);
    if (isNotModified(request.headers, { etags: [etag], lastModified: null })) {
      response.status(304).end();
      return;
    }
  }
  response.set("Content-Type", mediaType);
  const coding = negotiateCoding(request.get("accept-encoding")) ?? "identity";
  const isWorthIt = isCompressible(mediaType, Buffer.byteLength(text));
  const bytes = await compress(text, isWorthIt ? coding : "identity");
  if (bytes.coding !== "identity") response.set("Content-Encoding", bytes.coding);
  response.set("Content-Length", String(bytes.body.byteLength)).end(bytes.body);
}

/** Whether compression makes a text smaller in a way that counts. */
export const isCompressible = (mediaType: string, bytes: number): boolean =>
  bytes >= SMALL_BYTES && !PACKED.test(mediaType);

/** Pictures are compressed already. */
const PACKED = /^image\/(?!svg|bmp|x-icon)/;
/** A text that fits into one packet gains nothing from compression. */
const SMALL_BYTES = 1_200;
/** Between speed and size for what is compressed for one visitor (0.5 ms a page). */
const BROTLI_QUALITY = 4;

type Compressed = { readonly coding: AcceptedCoding; readonly body: Buffer };

async function compress(text: string | Buffer, coding: AcceptedCoding): Promise<Compressed> {
  if (coding === "br") return { coding, body: await brotli(text, BROTLI_OPTIONS) };
  if (coding === "gzip") return { coding, body: await gzipped(text) };
  return { coding, body: typeof text === "string" ? Buffer.from(text) : text };
}

const brotli = promisify<string | Buffer, object, Buffer>(brotliCompress);
const gzipped = promisify<string | Buffer, Buffer>(gzip);
const BROTLI_OPTIONS = {
  params: {
    [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY,
    [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
  },
};

export const HTML = "text/html; charset=utf-8";
export const JSON_TYPE = "application/json; charset=utf-8";
/** The type that readers know; it was never registered. */
export const OPML = "text/x-opml; charset=utf-8";
export const PLAIN_TEXT = "text/plain; charset=utf-8";

export const FOR_EVER = "public, max-age=31536000, immutable";
export const FOR_A_WHILE = "public, max-age=3600";

/** Pages may be a minute old, like feeds; caches may show old ones while we are down. */
export const PAGE_CACHE = "public, max-age=60, stale-while-revalidate=300, stale-if-error=86400";
