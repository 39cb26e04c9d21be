import type { PublishedDocument } from "../../core/entries/published.ts";
import type { AcceptedCoding } from "../accept-encoding.ts";
import type { CurrentValidators } from "../conditional.ts";
import { validateHeaderValue } from "../node-http.ts";
import { encodeAs } from "./content-codings.ts";

/** How long caches may keep a document (RFC 9111, RFC 5861). */
export type CachePolicy = {
  readonly maxAgeSeconds: number;
  readonly staleWhileRevalidateSeconds: number;
  readonly staleIfErrorSeconds: number;
};

/** One content coding of a document: bytes and headers, ready for `writeHead`. */
export type PreparedVariant = { readonly body: Uint8Array; readonly okHeaders: string[] };

export type PreparedDocument = {
  readonly document: PublishedDocument;
  readonly validators: CurrentValidators;
  readonly notModifiedHeaders: Readonly<Record<AcceptedCoding, string[]>>;
  /** A promise only until the coding has been made for the first time. */
  readonly variant: (coding: AcceptedCoding) => PreparedVariant | Promise<PreparedVariant>;
};

const ALL_CODINGS = ["br", "gzip", "identity"] as const;

/**
 * Composes the headers of a document once, when it changes, so that answering a request is a Map look-up and a write
 * (a 304 costs what raw `node:http` costs). A coding is made when the first client asks for it, and kept.
 */
export function prepareDocument(
  document: PublishedDocument,
  policy: CachePolicy,
): PreparedDocument {
  const lastModified = new Date(document.changedAt).toUTCString();
  const headersOf = (coding: AcceptedCoding): string[] =>
    notModified(document, { coding, lastModified, policy });
  const notModifiedHeaders = {
    br: headersOf("br"),
    gzip: headersOf("gzip"),
    identity: headersOf("identity"),
  };
  const compose: Compose = (coding, body) => ({
    body,
    okHeaders: okHeaders(document, { coding, body, notModified: notModifiedHeaders[coding] }),
  });
  return {
    document,
    validators: { etags: ALL_CODINGS.map((coding) => etagOf(document, coding)), lastModified },
    notModifiedHeaders,
    variant: makeOnce(document, compose),
  };
}

type Compose = (coding: AcceptedCoding, body: Uint8Array) => PreparedVariant;

/** Makes each coding once; a failed one is tried again for the next client. */
function makeOnce(document: PublishedDocument, compose: Compose): PreparedDocument["variant"] {
  const variants = new Map<AcceptedCoding, PreparedVariant | Promise<PreparedVariant>>();
  variants.set("br", compose("br", document.br));
  const make = async (coding: AcceptedCoding): Promise<PreparedVariant> => {
    try {
      const made = compose(coding, await encodeAs(document, coding));
      variants.set(coding, made);
      return made;
    } catch (cause) {
      variants.delete(coding);
      throw cause;
    }
  };
  return (coding) => {
    const variant = variants.get(coding) ?? make(coding);
    variants.set(coding, variant);
    return variant;
  };
}

/** Each coding is a representation of its own, so its strong tag is its own (RFC 9110 §8.8.3.3). */
function etagOf({ etag }: PublishedDocument, coding: AcceptedCoding): string {
  return coding === "identity" ? etag : `${etag.slice(0, -1)}-${coding}"`;
}

/** The value of `Cache-Control`. */
export const cacheControl = (policy: CachePolicy): string =>
  [
    "public",
    `max-age=${policy.maxAgeSeconds}`,
    `stale-while-revalidate=${policy.staleWhileRevalidateSeconds}`,
    `stale-if-error=${policy.staleIfErrorSeconds}`,
  ].join(", ");

type Validated = {
  readonly coding: AcceptedCoding;
  readonly lastModified: string;
  readonly policy: CachePolicy;
};

/** The headers of a 304: only those from which a cache updates its copy (RFC 9110 §15.4.5). */
const notModified = (
  document: PublishedDocument,
  { coding, lastModified, policy }: Validated,
): string[] => [
  ...["Cache-Control", cacheControl(policy)],
  ...["ETag", etagOf(document, coding)],
  ...["Last-Modified", lastModified],
  ...["Vary", "Accept-Encoding"],
  ...["Access-Control-Allow-Origin", "*"],
];

type Coded = {
  readonly coding: AcceptedCoding;
  readonly body: Uint8Array;
  readonly notModified: readonly string[];
};

function okHeaders(
  { mediaType, links }: PublishedDocument,
  { coding, body, notModified }: Coded,
): string[] {
  const headers = [
    ...["Content-Type", mediaType],
    ...["Content-Length", String(body.byteLength)],
    ...(coding === "identity" ? [] : ["Content-Encoding", coding]),
    ...notModified,
    ...(links === "" ? [] : ["Link", links]),
    ...["Access-Control-Expose-Headers", "ETag, Link"],
    ...["X-Content-Type-Options", "nosniff"],
  ];
  checkHeaders(headers);
  return headers;
}

/** Throws for an invalid header while the document is prepared: thrown while answering, it would end the process. */
function checkHeaders(headers: readonly string[]): void {
  for (let i = 0; i < headers.length; i += 2) {
    validateHeaderValue(headers[i] ?? "", headers[i + 1] ?? "");
  }
}
