import { fold } from "../text/fold.ts";
import { originOf, publicAddress } from "../urls/public-address.ts";
import type { ItemSource } from "./item.ts";

/** A publisher as feeds name it. */
export type House = {
  readonly title: string | null;
  /** Its home page. */
  readonly url: string | null;
  readonly feedUrl: string | null;
};

/** The house that an item names as its own source; without a title it is called by its host. */
export function houseOf(origin: ItemSource): House {
  const url = homeOf(origin);
  return {
    title: origin.title ?? (url === null ? null : new URL(url).hostname),
    url,
    feedUrl: publicAddress(origin.feedUrl ?? null),
  };
}

/** RSS gives the address of the feed: its origin then stands for the home page. */
function homeOf({ url, feedUrl }: ItemSource): string | null {
  const home = url === feedUrl ? originOf(url) : publicAddress(url);
  return home ?? originOf(feedUrl ?? url);
}

/** Whether two houses are one, by title, feed or home page: many feeds name themselves as the source. */
export function isSameHouse(one: House, other: House): boolean {
  const isItsFeed = one.feedUrl !== null && one.feedUrl === other.feedUrl;
  return isItsFeed || isCalled(one.title, other.title) || isAt(one.url, other.url);
}

const isCalled = (one: string | null, other: string | null): boolean =>
  one !== null && other !== null && fold(one).trim() === fold(other).trim();

function isAt(one: string | null, other: string | null): boolean {
  const [a, b] = [one, other].map((url) => url?.replace(/^https?:\/\/(?:www\.)?|\/+$/g, ""));
  return a !== undefined && a === b;
}
