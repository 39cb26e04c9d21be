import type { Format } from "./formats.ts";

/** The content codings that we answer with beside the plain bytes. */
export const CODINGS = ["br", "gzip"] as const;
export type Coding = (typeof CODINGS)[number];

/** What tells one version of a document from another. */
export type Version = {
  /** Strong entity tag of the plain bytes, quotes included (RFC 9110 §8.8.3). */
  readonly etag: string;
  /** When these bytes last changed here: whole seconds, rising with every change. */
  readonly changedAt: number;
};

/** A rendered document in one coding; the others are made of it when somebody asks for them. */
export type PublishedDocument = Version & {
  /** Request path without its query, such as `/feeds/all.rss`. */
  readonly path: string;
  readonly mediaType: string;
  /** The bytes, compressed with Brotli (RFC 7932). */
  readonly br: Uint8Array;
  /** Value of the `Link` header (RFC 8288): self and the other formats. */
  readonly links: string;
};

/** What is stored for a feed: its document in each format, and the model of its page for people. */
export type DocumentName = Format | "page";
