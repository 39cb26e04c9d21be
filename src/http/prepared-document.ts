import { validateHeaderValue } from "node:http";
import type { PublishedDocument } from "../core/published.ts";
import type { AcceptedCoding } from "./accept-encoding.ts";
import type { CurrentValidators } from "./conditional.ts";

/** How long caches may keep a document (RFC 9111, RFC 5861). */
export type CachePolicy = {
  readonly maxAgeSeconds: number;
  readonly staleWhileRevalidateSeconds: number;
  readonly staleIfErrorSeconds: number;
};

/** One content coding of a document: bytes and header lists, ready for `writeHead`. */
export type PreparedVariant = {
  readonly body: Uint8Array;
  readonly okHeaders: string[];
  readonly notModifiedHeaders: string[];
};

export type PreparedDocument = {
  readonly document: PublishedDocument;
  readonly validators: CurrentValidators;
  readonly variants: Readonly<Record<AcceptedCoding, PreparedVariant>>;
};

/**
 * Composes every header list of a document once, when it changes, so that answering a request is
 * a Map look-up and a write (a 304 costs what raw `node:http` costs).
 */
export function prepareDocument(
  document: PublishedDocument,
  policy: CachePolicy,
): PreparedDocument {
  const lastModified = new Date(document.changedAt).toUTCString();
  const shared = { document, lastModified, cacheControl: cacheControl(policy) };
  return {
    document,
    validators: {
      etags: (["br", "gzip", "identity"] as const).map((coding) => etagOf(document, coding)),
      lastModified,
    },
    variants: {
      br: variant({ ...shared, coding: "br", body: document.encoded.br }),
      gzip: variant({ ...shared, coding: "gzip", body: document.encoded.gzip }),
      identity: variant({ ...shared, coding: "identity", body: document.identity }),
    },
  };
}

/** Each coding is a representation of its own, so its strong tag is its own (RFC 9110 §8.8.3.3). */
function etagOf({ etag }: PublishedDocument, coding: AcceptedCoding): string {
  return coding === "identity" ? etag : `${etag.slice(0, -1)}-${coding}"`;
}

const cacheControl = (policy: CachePolicy): string =>
  [
    "public",
    `max-age=${policy.maxAgeSeconds}`,
    `stale-while-revalidate=${policy.staleWhileRevalidateSeconds}`,
    `stale-if-error=${policy.staleIfErrorSeconds}`,
  ].join(", ");

type VariantOptions = {
  readonly document: PublishedDocument;
  readonly coding: AcceptedCoding;
  readonly body: Uint8Array;
  readonly lastModified: string;
  readonly cacheControl: string;
};

function variant({ document, coding, body, ...shared }: VariantOptions): PreparedVariant {
  // A 304 repeats what a cache updates its copy from (RFC 9110 §15.4.5), and nothing else.
  const notModifiedHeaders = [
    ...["Cache-Control", shared.cacheControl],
    ...["ETag", etagOf(document, coding)],
    ...["Last-Modified", shared.lastModified],
    ...["Vary", "Accept-Encoding"],
    ...["Access-Control-Allow-Origin", "*"],
  ];
  const okHeaders = [
    ...["Content-Type", document.mediaType],
    ...["Content-Length", String(body.byteLength)],
    ...(coding === "identity" ? [] : ["Content-Encoding", coding]),
    ...notModifiedHeaders,
    ...(document.links === "" ? [] : ["Link", document.links]),
    ...["Access-Control-Expose-Headers", "ETag, Link"],
    ...["X-Content-Type-Options", "nosniff"],
  ];
  checkHeaders(okHeaders);
  return { body, okHeaders, notModifiedHeaders };
}

/** Throws here, where the document is made, what would end the process while it is answered. */
function checkHeaders(headers: readonly string[]): void {
  for (let i = 0; i < headers.length; i += 2) {
    validateHeaderValue(headers[i] ?? "", headers[i + 1] ?? "");
  }
}
