import { readFile } from "node:fs/promises";
import { renderOpml } from "../../adapters/feed-writer/opml.ts";
import type { Config } from "../../config/config.ts";
import { feedUrls } from "../../core/entries/addresses.ts";
import { composeFront } from "../../publish/pages/front-page.ts";
import type { PublishedSite } from "../../publish/pages/ports.ts";
import type { SharedState } from "../sharing/shared-state.ts";
import type { ServedFeeds } from "./served-feeds.ts";

/**
 * What is public of a site, but for its articles, its archives and its status.
 *
 * @param picture the bytes of a picture file that the configuration names; `null` for one that is not there.
 */
export const publishedPages = (
  config: () => Config,
  feeds: Pick<ServedFeeds, "pages" | "isReady">,
  picture: PublishedSite["picture"],
): Omit<PublishedSite, "article" | "archive" | "status"> => ({
  site: () => config().site,
  feeds: () => config().feeds,
  front: async () => composeFront(await feeds.pages.all(), config().sources.length),
  feedPage: feeds.pages.find,
  opml: () => opmlOf(config()),
  picture,
  userAgent: () => config().ingest.userAgent,
  isReady: feeds.isReady,
});

/**
 * Of a shared configuration from memory: the file may lie on another node.
 *
 * @param shared what nodes share of the configuration; `null` where they share nothing.
 */
export const pictureOf =
  (shared: SharedState | null): PublishedSite["picture"] =>
  async (file) =>
    shared === null ? readFile(file).catch(() => null) : (shared.files.get(file) ?? null);

const opmlOf = ({ site, feeds }: Config): string =>
  renderOpml(
    site,
    feeds.map((feed) => ({ feed, urls: feedUrls(site.url, feed.id) })),
  );

/** The zone that TZ sets, else the machine's; pages say in which zone their times are. */
export const timeZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone;
