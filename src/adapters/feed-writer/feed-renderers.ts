import type { FeedRenderers } from "../../core/entries/entry.ts";
import { renderAtom } from "./atom.ts";
import { renderJsonFeed } from "./json-feed.ts";
import { renderRss } from "./rss.ts";

/** The writers of all formats that we publish. */
export const feedRenderers: FeedRenderers = {
  rss: renderRss,
  atom: renderAtom,
  json: renderJsonFeed,
};
