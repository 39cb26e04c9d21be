import type { Format } from "./entry.ts";

/** The content codings that we keep ready beside the plain bytes. */
export const CODINGS = ["br", "gzip"] as const;
export type Coding = (typeof CODINGS)[number];

/** A rendered document as the HTTP side keeps it: bytes, ready to send. */
export type PublishedDocument = {
  /** Request path without its query, such as `/feeds/all.rss`. */
  readonly path: string;
  readonly mediaType: string;
  /** Strong entity tag of the identity bytes, quotes included (RFC 9110 §8.8.3). */
  readonly etag: string;
  /** When these bytes last changed here: whole seconds, rising with every change. */
  readonly changedAt: number;
  readonly identity: Uint8Array;
  readonly encoded: Readonly<Record<Coding, Uint8Array>>;
  /** Value of the `Link` header (RFC 8288): self and the other formats. */
  readonly links: string;
};

/** What is kept of a document so that its `Last-Modified` survives a restart. */
export type DocumentRecord = {
  readonly feedId: string;
  readonly format: Format;
  readonly etag: string;
  readonly changedAt: number;
};
