import { type ItemStamp, isRedated, type ListedItem, type Listing } from "../listing.ts";
import type { ItemMarks, Mark } from "./marks.ts";

/*
 * Which items of a document are those of the last document, unchanged. Pure.
 *
 * A recognised item is not drafted, and its article is not loaded. It still has a say where others are identified: an
 * item that shares a name with a new one, or a trait that is not known to be shared, is drafted with it, so that
 * assign-keys.ts compares the same items as if all of them had been drafted.
 */

/**
 * The listed item that each stamp repeats; `null` where it is new or changed. A moved date of publication is no change,
 * a date that comes or goes is one.
 */
export function recognise(
  stamps: readonly ItemStamp[],
  { items }: Pick<Listing, "items">,
): readonly (ListedItem | null)[] {
  const waiting = new Map<string, ListedItem[]>();
  for (const item of items.toReversed()) {
    const alike = waiting.get(item.hash);
    if (alike === undefined) waiting.set(item.hash, [item]);
    else alike.push(item);
  }
  const found = stamps.map((stamp) => {
    const listed = waiting.get(stamp.hash)?.pop() ?? null;
    return listed !== null && areBothDated(listed, stamp) ? listed : null;
  });
  return withoutMovedVersions(stamps, found);
}

const areBothDated = (listed: ListedItem, { publishedAt }: ItemStamp): boolean =>
  (listed.publishedAt === null) === (publishedAt === null);

/** Of the versions of one article in a document the newest by date counts, so new dates may choose another one. */
function withoutMovedVersions(
  stamps: readonly ItemStamp[],
  found: readonly (ListedItem | null)[],
): readonly (ListedItem | null)[] {
  const carriers = new Map<Mark, number>();
  for (const name of found.flatMap((listed) => listed?.names ?? [])) {
    carriers.set(name, (carriers.get(name) ?? 0) + 1);
  }
  const isVersion = ({ names }: ListedItem): boolean =>
    names.some((name) => (carriers.get(name) ?? 0) > 1);
  return found.map((listed, at) => {
    const stamp = stamps[at];
    if (listed === null || stamp === undefined || !isVersion(listed)) return listed;
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
