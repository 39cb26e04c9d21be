import { createHash } from "node:crypto";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import { feedPagePath } from "../core/addresses.ts";
import type { FeedDefinition } from "../core/definitions.ts";
import { type FeedDocument, FORMATS, type Format, MEDIA_TYPES } from "../core/entry.ts";
import { chainLinks } from "../core/feed-chain.ts";
import type { DocumentRecord, PublishedDocument } from "../core/published.ts";

export type Rendered = {
  readonly feed: FeedDefinition;
  readonly format: Format;
  readonly body: Uint8Array;
  readonly known: DocumentRecord | undefined;
  readonly now: number;
};

/**
 * Last-Modified is when the bytes last changed here, in whole seconds, and rises by at least one with
 * every change: a merge or a back-dated arrival must not answer 304.
 */
export function recordOf({ feed, format, body, known, now }: Rendered): DocumentRecord {
  const etag = `"${createHash("sha256").update(body).digest("base64url").slice(0, 27)}"`;
  if (known?.etag === etag) return known;
  const second = Math.floor(now / 1000) * 1000;
  const changedAt = Math.max(second, (known?.changedAt ?? 0) + 1000);
  return { feedId: feed.id, format, etag, changedAt };
}

export type Encodable = {
  readonly format: Format;
  readonly body: Uint8Array;
  readonly record: DocumentRecord;
};

const toGzip = promisify(gzip);
const toBrotli = promisify(brotliCompress);
/** Measured: brotli 11 costs sixty times as much for a tenth of the bytes. */
const BROTLI = { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } };

/** The bytes in every coding that we keep ready, with what their headers need. */
export async function encodeDocument(
  document: FeedDocument,
  { format, body, record }: Encodable,
): Promise<Omit<PublishedDocument, "path">> {
  const [br, compressed] = await Promise.all([toBrotli(body, BROTLI), toGzip(body, { level: 6 })]);
  return {
    mediaType: MEDIA_TYPES[format],
    etag: record.etag,
    changedAt: record.changedAt,
    identity: body,
    encoded: { br, gzip: compressed },
    links: linkHeader(document, format),
  };
}

/** RFC 8288: where this document is, the same for other programs and for people, and what came before. */
function linkHeader(document: FeedDocument, self: Format): string {
  const { urls, site, feed } = document;
  const link = (url: string, rel: string, type: string): string =>
    `<${url}>; rel="${rel}"; type="${type.split(";")[0]}"`;
  return [
    link(urls[self], "self", MEDIA_TYPES[self]),
    ...FORMATS.filter((format) => format !== self).map((format) =>
      link(urls[format], "alternate", MEDIA_TYPES[format]),
    ),
    link(`${site.url}${feedPagePath(feed.id)}`, "alternate", "text/html"),
    ...chainLinks(document, self).map(({ rel, url }) => link(url, rel, MEDIA_TYPES[self])),
  ].join(", ");
}
