import type {
  DocumentEntry,
  DocumentListing,
  ListedItem,
  StoredListing,
} from "../../core/articles/listing.ts";

/*
 * A document's listing as a worker sends it. Most of its entries are items of the last listing, which the receiver has:
 * their places in it are sent instead. Copies of them would be more than a third of what crosses threads for a feed of fifty items, two of them new.
 */

type SentEntry =
  /** The place in the last listing of an item that is wholly as it was. */
  | number
  | (Omit<DocumentEntry, "found"> & { readonly found: { readonly place: number } })
  | DocumentEntry;

export type SentListing = Omit<DocumentListing, "entries"> & {
  readonly entries: readonly SentEntry[];
};

export function sendListing(listing: DocumentListing, last: StoredListing | null): SentListing {
  const places = new Map(last?.listing.items.map((listed, place) => [listed, place]));
  const entries = listing.entries.map((entry): SentEntry => {
    if (!("listed" in entry.found)) return entry;
    const { listed } = entry.found;
    const place = places.get(listed);
    if (place === undefined) return entry;
    return isAsListed(entry, listed) ? place : { ...entry, found: { place } };
  });
  return { ...listing, entries };
}

const isAsListed = ({ stamp, written }: DocumentEntry, listed: ListedItem): boolean =>
  stamp.hash === listed.hash &&
  stamp.publishedAt === listed.publishedAt &&
  stamp.updatedAt === listed.updatedAt &&
  written?.whole === listed.written?.whole &&
  written?.undated === listed.written?.undated;

/** @param last the listing by which the document was read. */
export function receiveListing(sent: SentListing, last: StoredListing | null): DocumentListing {
  const listedAt = (place: number): ListedItem => {
    const listed = last?.listing.items[place];
    if (listed === undefined) throw new Error(`the last listing has no item ${place}`);
    return listed;
  };
  const entries = sent.entries.map((entry): DocumentEntry => {
    if (typeof entry === "number") return entryOf(listedAt(entry));
    const { found, ...rest } = entry;
    return "place" in found
      ? { ...rest, found: { listed: listedAt(found.place) } }
      : { ...rest, found };
  });
  return { ...sent, entries };
}

const entryOf = (listed: ListedItem): DocumentEntry => {
  const { hash, publishedAt, updatedAt, written } = listed;
  return { stamp: { hash, publishedAt, updatedAt }, written, found: { listed } };
};
