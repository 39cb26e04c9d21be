import {
  brotliCompressSync,
  deflateRawSync,
  deflateSync,
  gzipSync,
  zstdCompressSync,
} from "node:zlib";

/** Content codings that a source may use, by their names in `Content-Encoding`. */
export const ENCODINGS = ["gzip", "br", "deflate", "zstd"] as const;
export type Encoding = (typeof ENCODINGS)[number];

const ENCODERS: Readonly<Record<Encoding, (bytes: Uint8Array) => Buffer>> = {
  gzip: gzipSync,
  br: brotliCompressSync,
  deflate: deflateSync,
  zstd: zstdCompressSync,
};

export function encode(bytes: Uint8Array, encoding: Encoding | undefined): Uint8Array {
  return encoding === undefined ? bytes : ENCODERS[encoding](bytes);
}

/** What many servers wrongly send as `deflate`: without the zlib wrapper of RFC 9110 §8.4.1.2. */
export const encodeRawDeflate = (bytes: Uint8Array): Buffer => deflateRawSync(bytes);

/** A small body that becomes `decodedBytes` zeros. */
export function bomb(decodedBytes: number, encoding: Encoding): Uint8Array {
  return encode(Buffer.alloc(decodedBytes), encoding);
}
