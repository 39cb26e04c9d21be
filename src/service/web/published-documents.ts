import { feedPath } from "../../core/entries/addresses.ts";
import { ALIASES, FORMATS, type Format, MEDIA_TYPES } from "../../core/entries/formats.ts";
import type { StoredDocument } from "../../core/entries/publication.ts";
import type { PublishedDocument } from "../../core/entries/published.ts";
import type { FeedDefinition } from "../../core/settings/definitions.ts";

/** The documents of the feeds as last published, by the addresses under which they are served. */
export type PublishedDocuments = {
  /** Takes in one document as it is now; `null`: its feed is gone. */
  readonly take: (feedId: string, format: Format, document: StoredDocument | null) => void;
  /**
   * The documents of these feeds. Those of the first feed also appear at the short addresses; until it is published, the
   * former first feed keeps them. The same objects until they change.
   */
  readonly of: (feeds: readonly FeedDefinition[]) => readonly PublishedDocument[];
  /** Whether each of these feeds was published. */
  readonly hasAll: (feeds: readonly FeedDefinition[]) => boolean;
};

type Addressed = { readonly full: PublishedDocument; readonly short: PublishedDocument };

export function createPublishedDocuments(): PublishedDocuments {
  const documents = new Map<string, Addressed>();
  const find = (feedId: string, format: Format): Addressed | undefined =>
    documents.get(feedPath(feedId, format));
  /** The feed that has the short addresses. */
  let shortId: string | undefined;
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
    of(feeds) {
      const [first] = feeds;
      if (FORMATS.some((format) => find(first?.id ?? "", format))) shortId = first?.id;
      const short = FORMATS.flatMap((format) => find(shortId ?? "", format)?.short ?? []);
      const full = feeds.flatMap(({ id }) =>
        FORMATS.flatMap((format) => find(id, format)?.full ?? []),
      );
      return [...short, ...full];
    },
    hasAll: (feeds) =>
      feeds.every(({ id }) => FORMATS.every((format) => documents.has(feedPath(id, format)))),
  };
}
