import type { WrittenHashes } from "../articles/listing.ts";
import type { Result } from "../result.ts";
import type { ReadError } from "./errors.ts";
import type { ParsedFeed, ReceivedDocument } from "./feed.ts";

/** Reads RSS, RDF, Atom or JSON Feed. Lenient: a bad item is dropped, a bad document is an error. */
export type ReadFeed = (
  document: ReceivedDocument,
  limits: ReadLimits,
) => Result<ParsedFeed, ReadError>;

export type ReadLimits = {
  readonly items: number;
  /** Items as they are written that are known, and are not parsed. */
  readonly known?: KnownItems;
};

export type KnownItems = {
  /** As in WrittenItems: in another feed, or with another head, the same words are another item. */
  readonly around: string;
  readonly hashes: readonly WrittenHashes[];
};
