import type { Kysely } from "kysely";
import { createPublicationLog } from "../../src/adapters/store/publishing/publications.ts";
import type { Tables } from "../../src/adapters/store/schema/tables.ts";
import type { PublishedDocument } from "../../src/core/entries/published.ts";
import type { FeedDefinition } from "../../src/core/settings/definitions.ts";
import { createPublishedDocuments } from "../../src/service/web/published-documents.ts";
import { textOf } from "./document-text.ts";

/** Follows a database's publications as a web process does. */
export function followTexts(db: Kysely<Tables>) {
  const log = createPublicationLog(db);
  const published = createPublishedDocuments();
  const texts = new Map<string, string>();
  const read = new Set<PublishedDocument>();
  let cursor = 0;

  const takeNews = async (): Promise<void> => {
    for (const { seq, feedId, name, etag } of await log.after(cursor)) {
      const document = etag === null ? null : await log.document(feedId, name);
      if (name !== "page") published.take(feedId, name, document);
      cursor = seq;
    }
  };
  return {
    /** By path; what was served once stays. */
    texts,
    /** Reads what was published since. */
    async read(feeds: readonly FeedDefinition[]): Promise<void> {
      await takeNews();
      for (const document of published.of(feeds)) {
        if (!read.has(document)) texts.set(document.path, textOf(document));
        read.add(document);
      }
    },
  };
}
