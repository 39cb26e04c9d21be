import { pipeline, type Readable } from "node:stream";
import {
  constants,
  createBrotliDecompress,
  createGunzip,
  createInflate,
  createInflateRaw,
  createZstdDecompress,
} from "node:zlib";
import { FetchFailed } from "./fetch-failed.ts";

/** The content codings that `readBody` understands. */
export const ACCEPT_ENCODING = "gzip, br, zstd, deflate";

export type BodyOptions = {
  /** The `Content-Encoding` header. */
  readonly encoding: string | null;
  /** Limit of the decoded body; the agent limits the bytes on the wire. */
  readonly limitBytes: number;
  /** Reads this many bytes and ends the transfer; `undefined`: reads all. */
  readonly firstBytes?: number | undefined;
};

type Chunks = AsyncIterable<Uint8Array>;

/**
 * The decoded body, with never more than `limitBytes` of it in memory. Any error rejects (with a FetchFailed where we
 * find it ourselves) and ends the transfer.
 */
export function readBody(body: Readable, options: BodyOptions): Promise<Uint8Array> {
  const { limitBytes, firstBytes } = options;
  const chunks = decoded(body, options);
  return collect(firstBytes === undefined ? chunks : beginning(chunks, firstBytes), limitBytes);
}

async function* beginning(chunks: Chunks, bytes: number): AsyncGenerator<Uint8Array> {
  let left = bytes;
  for await (const chunk of chunks) {
    yield chunk.subarray(0, left);
    left -= chunk.length;
    if (left <= 0) return;
  }
}

async function collect(chunks: Chunks, limitBytes: number): Promise<Uint8Array> {
  const collected: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of chunks) {
    size += chunk.length;
    if (size > limitBytes) throw new FetchFailed({ kind: "too-large", limitBytes });
    collected.push(chunk);
  }
  return joined(collected, size);
}

/** Copies the chunks into memory of its own, which can be handed to a worker: small Buffers share theirs. */
function joined(chunks: readonly Uint8Array[], size: number): Uint8Array {
  const bytes = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}

/** One coding only: a chain of codings multiplies what a small body can become, and no publisher needs it. */
function decoded(body: Readable, { encoding, limitBytes }: BodyOptions): Chunks {
  const coding = (encoding ?? "").trim().toLowerCase();
  switch (coding) {
    case "":
    case "identity":
      return body;
    case "gzip":
    case "x-gzip":
      return pipeline(body, createGunzip(), errorsReachTheReader);
    case "br":
      return pipeline(body, createBrotliDecompress(), errorsReachTheReader);
    case "deflate":
      return inflate(body, limitBytes);
    case "zstd":
      return unzstd(body, limitBytes);
    default:
      throw new FetchFailed({
        kind: "bad-encoding",
        message: `Content-Encoding "${coding.slice(0, 80)}" is not one of ${ACCEPT_ENCODING}`,
      });
  }
}

/** `pipeline` destroys its last stream with the error, and the iteration over that stream throws it. */
const errorsReachTheReader = (): void => undefined;

/** Many servers send `deflate` without the zlib wrapper that RFC 9110 §8.4.1.2 asks for. */
async function* inflate(chunks: Chunks, limitBytes: number): AsyncGenerator<Uint8Array> {
  const body = await collect(chunks, limitBytes);
  const isWrapped = ((body[0] ?? 0) & 0x0f) === 8; // RFC 1950 §2.2: the method of a zlib header
  const decoder = isWrapped ? createInflate() : createInflateRaw();
  decoder.end(body);
  yield* decoder;
}

/** RFC 9659 §3: no HTTP body may need a larger window than 8 MB. */
const ZSTD_OPTIONS = { params: { [constants.ZSTD_d_windowLogMax]: 23 } };
const MAX_ZSTD_FRAMES = 1_000;

/** Decodes frame by frame: Node's decoder silently drops what follows the first one. */
async function* unzstd(chunks: Chunks, limitBytes: number): AsyncGenerator<Uint8Array> {
  let rest = await collect(chunks, limitBytes);
  for (let frame = 0; frame === 0 || rest.length > 0; frame += 1) {
    if (frame === MAX_ZSTD_FRAMES) {
      throw new FetchFailed({ kind: "bad-encoding", message: "too many zstd frames" });
    }
    const decoder = createZstdDecompress(ZSTD_OPTIONS);
    decoder.end(rest);
    yield* decoder as Chunks;
    rest = rest.subarray(decoder.bytesWritten);
  }
}
