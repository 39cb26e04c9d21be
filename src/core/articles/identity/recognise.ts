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
 * The listed item that is at each place of a document again; `null` where there is a new or changed one. A moved date of
 * publication is no change, a date that comes or goes is one. Of several versions of one article none is recognised when
 * one of them is gone, or stands in another place among them: another one may count now.
 */
export function recognise(
  stamps: readonly (ItemStamp | null)[],
  { items }: Pick<Listing, "items">,
): readonly (ListedItem | null)[] {
  const take = takeByHash(items);
  const found = stamps.map((stamp) => {
    const listed = stamp === null ? null : take(stamp.hash);
    return stamp !== null && listed !== null && areBothDated(listed, stamp) ? listed : null;
  });
  return withoutMovedVersions(stamps, withoutOtherVersions(found, items));
}

/** Finds each item once, the first of equal ones first. */
function takeByHash(items: readonly ListedItem[]): (hash: string) => ListedItem | null {
  const waiting = Map.groupBy(items.toReversed(), ({ hash }) => hash);
  return (hash) => waiting.get(hash)?.pop() ?? null;
}

const areBothDated = (listed: ListedItem, { publishedAt }: ItemStamp): boolean =>
  (listed.publishedAt === null) === (publishedAt === null);

function withoutOtherVersions(
  found: readonly (ListedItem | null)[],
  items: readonly ListedItem[],
): readonly (ListedItem | null)[] {
  const before = Map.groupBy(items, ({ articleId }) => articleId);
  const now = Map.groupBy(
    found.filter((listed) => listed !== null),
    ({ articleId }) => articleId,
  );
  const areAsListed = ({ articleId }: ListedItem): boolean => {
    const versions = now.get(articleId);
    return before.get(articleId)?.every((version, at) => version === versions?.[at]) ?? false;
  };
  return found.map((listed) => (listed !== null && areAsListed(listed) ? listed : null));
}

/** Of the versions of one article in a document the newest by date counts, so new dates may choose another one. */
function withoutMovedVersions(
  stamps: readonly (ItemStamp | null)[],
  found: readonly (ListedItem | null)[],
): readonly (ListedItem | null)[] {
  const carriers = new Map<Mark, number>();
  for (const name of found.flatMap((listed) => listed?.names ?? [])) {
    carriers.set(name, (carriers.get(name) ?? 0) + 1);
  }
  const isVersion = ({ names }: ListedItem): boolean =>
    names.some((name) => (carriers.get(name) ?? 0) > 1);
  return found.map((listed, at) => {
    const stamp = stamps[at] ?? null;
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
