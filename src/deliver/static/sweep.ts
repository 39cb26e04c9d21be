import type { SweepPlace } from "../../core/entries/static-files.ts";
import type { StaticSite } from "./static-site.ts";

export type SweepPart = {
  readonly paths: readonly string[];
  /** Where the sweep goes on; `null` when it is over. */
  readonly next: SweepPlace | null;
};

/** A part takes about a third of a second, so that what changes meanwhile does not wait. */
const ARTICLES = 100;
const ARCHIVE_PAGES = 5;

/** The next addresses of a sweep: first all articles by their ids, then all archive pages, feed by feed. */
export async function nextSweep(place: SweepPlace, site: StaticSite): Promise<SweepPart> {
  if (place.kind === "archives") return nextArchives(place, site);
  const ids = await site.changes.articlesAfter(place.id, ARTICLES);
  const paths = ids.map(site.articlePath);
  const last = ids.at(-1);
  if (last !== undefined) return { paths, next: { kind: "articles", id: last } };
  const [feedId] = site.feedIds();
  return { paths, next: feedId === undefined ? null : { kind: "archives", feedId, page: 0 } };
}

async function nextArchives(
  { feedId, page }: Extract<SweepPlace, { kind: "archives" }>,
  site: StaticSite,
): Promise<SweepPart> {
  const newest = await site.changes.archivePages(feedId);
  const last = Math.min(newest, page + ARCHIVE_PAGES);
  const pages = Array.from({ length: Math.max(0, last - page) }, (_, n) => page + 1 + n);
  const paths = pages.flatMap((each) => site.archivePaths(feedId, each));
  if (last < newest) return { paths, next: { kind: "archives", feedId, page: last } };
  const feedIds = site.feedIds();
  const following = feedIds[feedIds.indexOf(feedId) + 1];
  if (following === undefined) return { paths, next: null };
  return { paths, next: { kind: "archives", feedId: following, page: 0 } };
}
