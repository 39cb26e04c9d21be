import { brotliCompressSync, brotliDecompressSync } from "node:zlib";

/** What a document says, for whatever coding it is asked. */
export const textOf = ({ br }: { readonly br: Uint8Array }): string =>
  brotliDecompressSync(br).toString();

/** A text as it is stored. */
export const brotliOf = (text: string): Uint8Array => brotliCompressSync(text);
