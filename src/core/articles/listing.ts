import type { SourceDefinition } from "../settings/definitions.ts";
import type { ItemMarks, Mark } from "./identity/marks.ts";
import { DRAFTING_RULES } from "./material-change.ts";

/*
 * What the last document of a source listed is kept with the source, so that the next document is recognised by it before
 * anything is worked on: of fifty items two are new (decisions/0021).
 */

/** An item as its document brings it, before any of our rules. */
export type ItemStamp = {
  /** SHA-256, cut to 128 bits, of all that it says but its dates and counters: publishers move these with every poll. */
  readonly hash: string;
  /** As it says; `null` for none, and for an impossible one. */
  readonly publishedAt: number | null;
  readonly updatedAt: number | null;
};

/** An item as it is written: SHA-256, cut to 64 bits. */
export type WrittenHashes = {
  readonly whole: string;
  /** Of all but the text of its dates; `null` where these cannot be told from the rest. */
  readonly undated: string | null;
};

/** An item of the last document, and the article that it is. */
export type ListedItem = ItemStamp &
  ItemMarks & {
    readonly articleId: string;
    /** When its article was received. */
    readonly receivedAt: number;
    /** `null` where it has to be parsed to be recognised. */
    readonly written: WrittenHashes | null;
  };

export type Listing = {
  /** `listingBasis` of the poll that made it. Another poll can use it only on the same basis. */
  readonly basis: string;
  /** In the order of the document, without items that became no article. */
  readonly items: readonly ListedItem[];
  /** Hash of all around them in the document (WrittenItems); `null` where they are not known as they are written. */
  readonly around: string | null;
  /** Traits that items share which are plainly not one article (identity/shared-marks.ts). */
  readonly shared: readonly Mark[];
};

/** A stored listing, with the number of the lease that wrote it. */
export type StoredListing = { readonly token: number; readonly listing: Listing };

/** An item of a document that was read: drafted, or recognised and left as it is. */
export type DocumentEntry = {
  readonly stamp: ItemStamp;
  /** As in ListedItem. */
  readonly written: WrittenHashes | null;
  readonly found: { readonly draft: number } | { readonly listed: ListedItem };
};

/** The items of a document in its order. `draft` counts the drafts that came with it. */
export type DocumentListing = {
  readonly entries: readonly DocumentEntry[];
  /** As in Listing. */
  readonly around: string | null;
  /** Shared traits that are known from the listing by which it was recognised. */
  readonly shared: readonly Mark[];
  /** Of that listing; `null` when there was none. */
  readonly token: number | null;
};

/** All on which it depends, beside the document itself, what becomes of an item: our rules and the source's definition. */
export const listingBasis = (definition: SourceDefinition): string =>
  JSON.stringify([LISTING_RULES, DRAFTING_RULES, definition]);

/** Version of the stamps and marks. Raise it when one of them is made in another way. */
const LISTING_RULES = 4;

/** An earlier date is a zero that was written for none, in whatever zone. */
const FIRST_DATE = 86_400_000;

/** A date as a publisher says it; `null` for an impossible one. */
export const plausibleDate = (date: number | null): number | null =>
  date !== null && date > FIRST_DATE ? date : null;

/** Its date of publication, or that of its last change: Atom requires no other (RFC 4287 §4.1.2). */
export const dateOfStamp = ({ publishedAt, updatedAt }: ItemStamp): number | null =>
  publishedAt ?? updatedAt;

type Dated = Pick<ItemStamp, "publishedAt" | "updatedAt">;

/** Of several versions of an article in a document the newer one counts; of equal ones the first. */
export const isNewer = (one: Dated, other: Dated): boolean => lastDateOf(one) > lastDateOf(other);

const lastDateOf = ({ publishedAt, updatedAt }: Dated): number =>
  Math.max(publishedAt ?? 0, updatedAt ?? 0);

/** Whether only its date of publication moved since it was listed. */
export const isRedated = (listed: ListedItem, now: ItemStamp): boolean =>
  listed.publishedAt !== now.publishedAt;
