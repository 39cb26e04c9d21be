import { promisify } from "node:util";
import { brotliDecompress, gzip } from "node:zlib";
import type { PublishedDocument } from "../../core/entries/published.ts";
import type { AcceptedCoding } from "../accept-encoding.ts";

const fromBrotli = promisify(brotliDecompress);
const toGzip = promisify(gzip);

/** The bytes of a document in a coding, made in a thread of Node's pool from the stored Brotli. */
export async function encodeAs(
  { br }: Pick<PublishedDocument, "br">,
  coding: AcceptedCoding,
): Promise<Uint8Array> {
  if (coding === "br") return br;
  const identity = await fromBrotli(br);
  return coding === "identity" ? identity : toGzip(identity, { level: 6 });
}
