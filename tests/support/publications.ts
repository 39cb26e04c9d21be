import type {
  DocumentRecord,
  FeedPublication,
  PublicationStore,
  StoredDocument,
} from "../../src/core/entries/publication.ts";
import type { DocumentName } from "../../src/core/entries/published.ts";

type Kept = { readonly feedId: string; readonly document: StoredDocument; isPublished: boolean };

/** What is published, in memory; a test may fill the disk. */
export function createMemoryPublications() {
  const kept = new Map<string, Kept>();
  const world = { isDiskFull: false };
  const publications: FeedPublication[] = [];
  const removals: string[] = [];
  const write = (): void => {
    if (world.isDiskFull) throw new Error("disk full");
  };
  const store: PublicationStore = {
    records: async () => [...kept.values()].map(recordOf),
    async publish(publication) {
      write();
      const { feedId, documents } = publication;
      publications.push(publication);
      for (const document of documents) {
        kept.set(`${feedId}.${document.name}`, { feedId, document, isPublished: true });
      }
    },
    async remove(feedIds) {
      write();
      removals.push(...feedIds);
      for (const each of kept.values()) if (feedIds.includes(each.feedId)) each.isPublished = false;
    },
    noteTurn: async () => {},
    forget: async () => {},
  };
  return {
    ...{ store, world, publications, removals },
    /** As followers read it; `null` when it is not published. */
    document(feedId: string, name: DocumentName): StoredDocument | null {
      const found = kept.get(`${feedId}.${name}`);
      return found?.isPublished ? found.document : null;
    },
    /** What has been published since the last time that this was asked. */
    takeNews: (): readonly FeedPublication[] => publications.splice(0),
  };
}

const recordOf = ({ feedId, document, isPublished }: Kept): DocumentRecord => {
  const { name, etag, changedAt, links } = document;
  return { feedId, name, etag, changedAt, links, isPublished };
};
