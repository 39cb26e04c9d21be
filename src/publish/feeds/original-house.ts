import type { ItemSource } from "../../core/articles/item.ts";
import { houseOf, isSameHouse } from "../../core/articles/original-house.ts";
import type { EntrySource } from "../../core/entries/entry.ts";
import { publicId } from "../../core/urls/public-address.ts";

export type Credit = {
  /** Whose text it is. */
  readonly source: EntrySource;
  /** The source that passed the text on to us; `null` when it is the original house. */
  readonly via: EntrySource | null;
};

/** Credits the house that an item names as its source rather than the source that we polled, which passed it on. */
export function creditOf(source: EntrySource, origin: ItemSource | null): Credit {
  if (origin === null) return { source, via: null };
  const house = houseOf(origin);
  const { title } = house;
  if (title === null || isSameHouse(house, source)) return { source, via: null };
  const { id: feedId = null, rights } = origin;
  return {
    source: {
      ...house,
      id: source.id,
      title,
      feedId: publicId(feedId),
      ...(rights === undefined ? {} : { rights }),
    },
    via: source,
  };
}
