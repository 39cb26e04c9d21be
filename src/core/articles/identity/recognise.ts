import { type ItemStamp, isRedated, type ListedItem, type Listing } from "../listing.ts";
import type { ItemMarks, Mark } from "./marks.ts";

/*
 * Which items of a document are those of the last document, unchanged. Pure.
 *
 * A recognised item is not drafted, and its article is not loaded. It still has a say where others are identified: an
 * item that shares a name with a new one, or a trait that is not known to be shared, is drafted with it, so that
 * assign-keys.ts compares the same items as if all of them had been drafted.
 */

/** An item at its place in a document. */
export type DocumentPlace = {
  /** `null` for an item that was not parsed, because it is written as before. */
  readonly stamp: ItemStamp | null;
  /** As in ListedItem. */
  readonly written: string | null;
};

/**
 * The listed item that is at each place again; `null` where there is a new or changed one. A moved date of publication is
 * no change, a date that comes or goes is one.
 */
export function recognise(
  places: readonly DocumentPlace[],
  { items }: Pick<Listing, "items">,
): readonly (ListedItem | null)[] {
  const takeWritten = takeBy(items, ({ written }) => written);
  const asWritten = places.map(({ stamp, written }) =>
    stamp === null && written !== null ? takeWritten(written) : null,
  );
  const taken = new Set(asWritten);
  const takeStamped = takeBy(
    items.filter((item) => !taken.has(item)),
    ({ hash }) => hash,
  );
  const found = places.map(({ stamp }, at) => {
    if (stamp === null) return asWritten[at] ?? null;
    const listed = takeStamped(stamp.hash);
    return listed !== null && areBothDated(listed, stamp) ? listed : null;
  });
  return withoutMovedVersions(places, found);
}

/** Finds each item once, the first of equal ones first. */
function takeBy(
  items: readonly ListedItem[],
  keyOf: (item: ListedItem) => string | null,
): (key: string) => ListedItem | null {
  const waiting = new Map<string | null, ListedItem[]>();
  for (const item of items.toReversed()) {
    const alike = waiting.get(keyOf(item));
    if (alike === undefined) waiting.set(keyOf(item), [item]);
    else alike.push(item);
  }
  return (key) => waiting.get(key)?.pop() ?? null;
}

const areBothDated = (listed: ListedItem, { publishedAt }: ItemStamp): boolean =>
  (listed.publishedAt === null) === (publishedAt === null);

/** Of the versions of one article in a document the newest by date counts, so new dates may choose another one. */
function withoutMovedVersions(
  places: readonly DocumentPlace[],
  found: readonly (ListedItem | null)[],
): readonly (ListedItem | null)[] {
  const carriers = new Map<Mark, number>();
  for (const name of found.flatMap((listed) => listed?.names ?? [])) {
    carriers.set(name, (carriers.get(name) ?? 0) + 1);
  }
  const isVersion = ({ names }: ListedItem): boolean =>
    names.some((name) => (carriers.get(name) ?? 0) > 1);
  return found.map((listed, at) => {
    const stamp = places[at]?.stamp ?? null;
    if (listed === null || stamp === null || !isVersion(listed)) return listed;
    return isRedated(listed, stamp) || listed.updatedAt !== stamp.updatedAt ? null : listed;
  });
}

/**
 * Whether a recognised item must be drafted because of those that are not recognised.
 *
 * @param open the marks of these.
 * @param shared traits that are known to be shared.
 */
export function mustTestify(
  { names, traits }: ItemMarks,
  open: ReadonlySet<Mark>,
  shared: ReadonlySet<Mark>,
): boolean {
  return (
    names.some((name) => open.has(name)) ||
    traits.some((trait) => open.has(trait) && !shared.has(trait))
  );
}
