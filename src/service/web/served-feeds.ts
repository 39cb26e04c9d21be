import type { PublicationRow, StoredDocument } from "../../core/entries/publication.ts";
import type { FeedDefinition } from "../../core/settings/definitions.ts";
import { createDocumentCache, type DocumentCache } from "../../http/feeds/documents.ts";
import type { FoundArticle } from "../../publish/pages/page-model.ts";
import { createFeedPages, type FeedPages } from "./feed-pages.ts";
import { createPublishedDocuments } from "./published-documents.ts";
import { createPublishedTexts } from "./published-texts.ts";

/** The feeds as a web process serves them. */
export type ServedFeeds = {
  /** The documents, by their paths. */
  readonly cache: DocumentCache;
  readonly pages: FeedPages;
  /** An article that a feed carries, from the documents; `null` for any other. */
  readonly article: (id: string) => Promise<FoundArticle | null>;
  /** Takes in one document as it is now; served with the next `serve`. `null`: its feed is gone. */
  readonly take: (
    row: Pick<PublicationRow, "feedId" | "name">,
    document: StoredDocument | null,
  ) => void;
  /** Serves the documents taken in, of the feeds that are configured now. */
  readonly serve: () => void;
  /** Whether every feed was published once. Stays true when a feed is added: the others can still be served. */
  readonly isReady: () => boolean;
};

/** @param feeds the configured feeds; they change when the configuration is reread. */
export function createServedFeeds(feeds: () => readonly FeedDefinition[]): ServedFeeds {
  const cache = createDocumentCache();
  const pages = createFeedPages(feeds);
  const documents = createPublishedDocuments();
  let isReady = false;
  return {
    cache,
    pages,
    article: createPublishedTexts({ pages, document: cache.get }),
    take({ feedId, name }, document) {
      if (name === "page") pages.take(feedId, document?.br ?? null);
      else documents.take(feedId, name, document);
    },
    serve() {
      cache.replace(documents.of(feeds()));
      isReady ||= documents.hasAll(feeds());
    },
    isReady: () => isReady,
  };
}
