import { ALIASES, feedPath } from "../../core/addresses.ts";
import type { FeedDefinition } from "../../core/definitions.ts";
import { FORMATS, type Format, MEDIA_TYPES } from "../../core/entry.ts";
import type { PublishedDocument } from "../../core/published.ts";
import type { StoredDocument } from "../../core/publishing/publication.ts";

/** The documents of the feeds as last published, by the addresses under which they are served. */
export type PublishedDocuments = {
  /** `null`: the document's feed is gone. */
  readonly take: (feedId: string, format: Format, document: StoredDocument | null) => void;
  /** Those of these feeds; the first one's have the short addresses, too. The same objects until they change. */
  readonly of: (feeds: readonly FeedDefinition[]) => readonly PublishedDocument[];
  /** Whether anything was published. */
  readonly isReady: () => boolean;
};

type Addressed = { readonly full: PublishedDocument; readonly short: PublishedDocument };

export function createPublishedDocuments(): PublishedDocuments {
  const documents = new Map<string, Addressed>();
  return {
    take(feedId, format, document) {
      const path = feedPath(feedId, format);
      if (document === null) {
        documents.delete(path);
        return;
      }
      const { etag, changedAt, br, links } = document;
      const full = { path, mediaType: MEDIA_TYPES[format], etag, changedAt, br, links };
      documents.set(path, { full, short: { ...full, path: ALIASES[format] } });
    },
    of: (feeds) =>
      feeds.flatMap(({ id }, index) =>
        FORMATS.flatMap((format) => {
          const found = documents.get(feedPath(id, format));
          if (found === undefined) return [];
          return index === 0 ? [found.full, found.short] : [found.full];
        }),
      ),
    isReady: () => documents.size > 0,
  };
}
