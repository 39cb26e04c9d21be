import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import { ALIASES, FORMATS } from "../../core/entries/formats.ts";
import type { StaticAnswer } from "../../deliver/static/static-site.ts";
import type { Inside, InsideAnswer } from "../../http/ask-inside.ts";
import { isCompressible } from "../../http/send.ts";

/** Asks for an address, and makes the codings that its answer lacks. */
export async function answerInAllCodings(ask: Inside["ask"], path: string): Promise<StaticAnswer> {
  const answer = await ask(path, HUMAN);
  const { status, headers, body } = answer;
  const mediaType = headers["content-type"] ?? "application/octet-stream";
  const changed = headers["last-modified"];
  const coded = hasBody(answer) && (await codingsOf(ask, { path, mediaType, body }));
  return {
    status,
    mediaType,
    cacheControl: headers["cache-control"] ?? "",
    lastModified: changed === undefined ? null : Date.parse(changed),
    body,
    ...(coded ? { coded } : {}),
  };
}

/** Problems are answered with a page. */
const HUMAN = { accept: "text/html" };

const hasBody = ({ status }: InsideAnswer): boolean => [200, 404, 410].includes(status);

type Plain = Pick<StaticAnswer, "mediaType" | "body"> & { readonly path: string };

/** `null` for what is left as it is. */
async function codingsOf(
  ask: Inside["ask"],
  { path, mediaType, body }: Plain,
): Promise<StaticAnswer["coded"] | null> {
  if (isFeedDocument(path)) {
    // These are kept compressed: what readers get from us.
    const [br, zipped] = await Promise.all(
      ["br", "gzip"].map((coding) => ask(path, { "accept-encoding": coding })),
    );
    return br?.status === 200 && zipped ? { br: br.body, gzip: zipped.body } : null;
  }
  if (!isCompressible(mediaType, body.byteLength)) return null;
  const [br, zipped] = await Promise.all([toBrotli(body, BROTLI), toGzip(body, { level: 9 })]);
  return { br, gzip: zipped };
}

const isFeedDocument = (path: string): boolean =>
  FORMATS.some(
    (format) =>
      ALIASES[format] === path || (path.startsWith("/feeds/") && path.endsWith(`.${format}`)),
  );

const toBrotli = promisify<Uint8Array, object, Buffer>(brotliCompress);
const toGzip = promisify<Uint8Array, object, Buffer>(gzip);

/** As for feeds. Measured: quality 11 takes forty times as long, for a twelfth of the bytes of a page; 9 brings nothing. */
const BROTLI = {
  params: {
    [constants.BROTLI_PARAM_QUALITY]: 5,
    [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
  },
};
