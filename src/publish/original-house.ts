import type { EntrySource } from "../core/entry.ts";
import type { ItemSource } from "../core/model.ts";
import { originOf, publicAddress, publicId } from "../core/public-address.ts";

export type Credit = {
  /** Whose text it is. */
  readonly source: EntrySource;
  /** Who passed it on to us; `null` where that is its house. */
  readonly via: EntrySource | null;
};

/** Credits the house that an item names as its own source before the one that it came from: planets pass on. */
export function creditOf(source: EntrySource, origin: ItemSource | null): Credit {
  if (origin === null) return { source, via: null };
  const url = homeOf(origin);
  const feedUrl = publicAddress(origin.feedUrl ?? null);
  const title = origin.title ?? (url === null ? null : new URL(url).hostname);
  const house = { id: source.id, title: title ?? source.title, url, feedUrl };
  return isSame(house, source)
    ? { source, via: null }
    : {
        source: {
          ...house,
          feedId: publicId(origin.id ?? null),
          ...(origin.rights === undefined ? {} : { rights: origin.rights }),
        },
        via: source,
      };
}

/** What RSS gives is the address of a feed: the house is where that is. */
function homeOf({ url, feedUrl }: ItemSource): string | null {
  const home = url === feedUrl ? originOf(url) : publicAddress(url);
  return home ?? originOf(feedUrl ?? url);
}

/** Many feeds name themselves. */
function isSame(
  house: Pick<EntrySource, "title" | "url" | "feedUrl">,
  source: EntrySource,
): boolean {
  const isItsFeed = house.feedUrl !== null && house.feedUrl === source.feedUrl;
  return isItsFeed || fold(house.title) === fold(source.title) || isAt(house.url, source.url);
}

const fold = (title: string): string => title.normalize("NFKC").trim().toLowerCase();

function isAt(one: string | null, other: string | null): boolean {
  const [a, b] = [one, other].map((url) => url?.replace(/^https?:\/\/(?:www\.)?|\/+$/g, ""));
  return a !== undefined && a === b;
}
