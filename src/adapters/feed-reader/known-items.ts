import type { ItemDates } from "../../core/articles/item.ts";
import type { WrittenHashes } from "../../core/articles/listing.ts";
import type { WrittenItems } from "../../core/sources/feed.ts";
import type { KnownItems } from "../../core/sources/read-feed.ts";
import { publicBase } from "../../core/urls/public-address.ts";
import { buildTree } from "./canonical/build-tree.ts";
import { datesOfNode } from "./canonical/node-dates.ts";
import { datesApart } from "./dates-apart.ts";
import { hashAround, hashOfText, isClosedItem, type SplitFeed } from "./written-items.ts";

/** Tells the items that are known as they are written, or known but for their dates, from those that have to be parsed. */
export function knowItems(
  split: SplitFeed,
  url: string | null,
  known: KnownItems | undefined,
): WrittenItems {
  const around = hashAround(split, url);
  const lookUp = lookUpIn(known?.around === around ? known.hashes : []);
  const items = split.items.map(lookUp);
  const hashes = items.map((item) => item.hashes);
  const redated = readDates(split, url, items) ?? NO_DATES;
  const parsed = [...items.keys()].filter((at) => !items[at]?.isKnown && !redated.has(at));
  return { around, hashes, parsed, redated };
}

/** As if no item were known. */
export const withAllParsed = (written: WrittenItems): WrittenItems => ({
  ...written,
  parsed: [...written.hashes.keys()],
  redated: NO_DATES,
});

const NO_DATES: WrittenItems["redated"] = new Map();

type LookedUp = {
  readonly hashes: WrittenHashes | null;
  readonly isKnown: boolean;
  /** Of an item that is known but for its dates: the item with nothing but these. */
  readonly dates: string | null;
};

function lookUpIn(known: readonly WrittenHashes[]): (item: string) => LookedUp {
  const whole = new Map(known.map((hashes) => [hashes.whole, hashes]));
  const undated = new Set(known.flatMap((hashes) => hashes.undated ?? []));
  return (item) => {
    const hash = hashOfText(item);
    const same = whole.get(hash);
    if (same !== undefined) return { hashes: same, isKnown: true, dates: null };
    if (!isClosedItem(item)) return { hashes: null, isKnown: false, dates: null };
    const apart = datesApart(item);
    const hashes = { whole: hash, undated: apart && hashOfText(apart.undated) };
    const dates = undated.has(hashes.undated ?? "") ? (apart?.dates ?? null) : null;
    return { hashes, isKnown: false, dates };
  };
}

/** Reads the dates of the items that are known but for these; `null` where that does not come out even. */
function readDates(
  { before, after }: SplitFeed,
  url: string | null,
  items: readonly LookedUp[],
): ReadonlyMap<number, ItemDates> | null {
  const places = [...items.keys()].filter((at) => items[at]?.dates);
  if (places.length === 0) return null;
  const text = [before, ...places.map((at) => items[at]?.dates), after].join("");
  const { tree, warnings } = buildTree(text, { url: publicBase(url), maxItems: places.length });
  const isEven = tree?.items.length === places.length && warnings.length === 0;
  if (tree === null || !isEven) return null;
  return new Map(tree.items.map((item, at) => [places[at] ?? -1, datesOfNode(item, tree.dialect)]));
}
