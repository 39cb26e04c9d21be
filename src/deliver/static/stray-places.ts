import {
  GONE,
  LITERAL,
  NOT_FOUND_PLACE,
  type StaticPlace,
} from "../../core/entries/static-files.ts";
import type { StaticSite } from "./static-site.ts";

export type StrayOptions = {
  /** Also looks for articles that the store has no more; default: only for other addresses. */
  readonly withArticles?: boolean;
};

/** Articles that are looked for at once. */
const LOOKED_FOR = 2_000;

/** The places of files that belong to no address any more: of feeds that left the configuration, of articles that are gone. */
export async function strayPlaces(
  places: Iterable<StaticPlace>,
  site: StaticSite,
  { withArticles = false }: StrayOptions = {},
): Promise<readonly StaticPlace[]> {
  const expected = await expectedPaths(site);
  const strays: StaticPlace[] = [];
  const articles = new Map<StaticPlace, string>();
  for (const place of places) {
    if (place.startsWith(LITERAL)) continue;
    const path = place.startsWith(GONE) ? place.slice(GONE.length) : place;
    const articleId = site.articleOf(path);
    if (articleId !== null) articles.set(place, articleId);
    else if (!expected.has(path)) strays.push(place);
  }
  if (withArticles) strays.push(...(await unknownArticles(articles, site)));
  return strays;
}

async function expectedPaths(site: StaticSite): Promise<ReadonlySet<string>> {
  const paths = [NOT_FOUND_PLACE, ...site.fixedPaths()];
  for (const feedId of site.feedIds()) {
    paths.push(...site.feedPaths(feedId));
    const pages = await site.changes.archivePages(feedId);
    for (let page = 1; page <= pages; page += 1) paths.push(...site.archivePaths(feedId, page));
  }
  return new Set(paths);
}

async function unknownArticles(
  articles: ReadonlyMap<StaticPlace, string>,
  { changes }: StaticSite,
): Promise<readonly StaticPlace[]> {
  const all = [...articles];
  const unknown: StaticPlace[] = [];
  for (let start = 0; start < all.length; start += LOOKED_FOR) {
    const part = all.slice(start, start + LOOKED_FOR);
    const known = await changes.known(part.map(([, id]) => id));
    unknown.push(...part.filter(([, id]) => !known.has(id)).map(([place]) => place));
  }
  return unknown;
}
