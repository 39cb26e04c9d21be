import type { Dialect } from "./vocabulary.ts";

/** An element that we know, with its meaning settled: addresses absolute, markup as HTML, dates in ISO 8601. */
export type CanonicalNode = {
  readonly key: string;
  attributes: ReadonlyMap<string, string>;
  value: string;
  readonly children: CanonicalNode[];
};

export type CanonicalItem = CanonicalNode & {
  /** Why the item cannot be used, or `null`. */
  fault: string | null;
};

/** The content of a document, before it is written in one of the two forms. */
export type FeedTree = {
  readonly format: "rss" | "rdf" | "atom";
  readonly dialect: Dialect;
  readonly channel: CanonicalNode;
  readonly items: readonly CanonicalItem[];
  readonly isTruncated: boolean;
  /** `xml:lang` of the root. */
  readonly language: string | null;
};

export const NO_ATTRIBUTES: ReadonlyMap<string, string> = new Map();
