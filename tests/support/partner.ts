import { childrenOf, parseStrictXml, type Tree, textOf } from "./strict-xml.ts";

/**
 * A partner's importer that knows the standards and nothing of us: Atom with archives (RFC 5005) and tombstones
 * (RFC 6721), or JSON Feed with `next_url` and what `_offprint` is documented to say.
 */

export type Imported = {
  readonly id: string;
  readonly title: string;
  /** As written in the feed. */
  readonly updated: string;
};

export type Importer = {
  /** Reads the feed and, as far back as it is new, the archive. @returns how many documents were read. */
  readonly read: (url: string) => Promise<number>;
  readonly articles: () => readonly Imported[];
};

type Document = {
  readonly entries: readonly Imported[];
  readonly deleted: readonly { readonly id: string; readonly when: string }[];
  /** Address of the document with what came before. */
  readonly previous: string | null;
};

/** What a site writes as its own address is asked of where it listens. */
export type Fetch = (url: string) => Promise<string>;

export const atomImporter = (fetchText: Fetch): Importer =>
  importer(async (url) => readAtom(await fetchText(url)));

export const jsonImporter = (fetchText: Fetch): Importer =>
  importer(async (url) => readJson(await fetchText(url)));

function importer(load: (url: string) => Promise<Document>): Importer {
  const shelf: Shelf = { articles: new Map(), deleted: new Map() };
  const archives = new Set<string>();

  return {
    articles: () => [...shelf.articles.values()],
    async read(url) {
      const documents = [await load(url)];
      const fresh: string[] = [];
      for (let next = documents[0]?.previous ?? null; next !== null && !archives.has(next); ) {
        fresh.push(next);
        const document = await load(next);
        documents.push(document);
        next = document.previous;
      }
      // The oldest first, and only when all were read.
      for (const document of documents.toReversed()) take(document, shelf);
      for (const archive of fresh) archives.add(archive);
      return documents.length;
    },
  };
}

type Shelf = {
  readonly articles: Map<string, Imported>;
  /** When, by id. */
  readonly deleted: Map<string, string>;
};

function take(document: Document, { articles, deleted }: Shelf): void {
  for (const { id, when } of document.deleted) {
    if (isNewer(when, deleted.get(id))) deleted.set(id, when);
  }
  for (const entry of document.entries) {
    if (isNewer(entry.updated, articles.get(entry.id)?.updated)) articles.set(entry.id, entry);
  }
  // RFC 6721 §3: a tombstone holds for what is not newer than it.
  for (const { id, updated } of [...articles.values()]) {
    if (deleted.has(id) && !isNewer(updated, deleted.get(id))) articles.delete(id);
  }
}

const isNewer = (a: string, b: string | undefined): boolean =>
  b === undefined || Date.parse(a) > Date.parse(b);

const ATOM = "{http://www.w3.org/2005/Atom}";
const DELETED_ENTRY = "{http://purl.org/atompub/tombstones/1.0}deleted-entry";

function readAtom(xml: string): Document {
  const feed = parseStrictXml(xml);
  const links = childrenOf(feed, `${ATOM}link`);
  const previous = links.find(({ attributes }) => attributes.get("rel") === "prev-archive");
  return {
    entries: childrenOf(feed, `${ATOM}entry`).map(readEntry),
    deleted: childrenOf(feed, DELETED_ENTRY).map(({ attributes }) => ({
      id: attributes.get("ref") ?? "",
      when: attributes.get("when") ?? "",
    })),
    previous: previous?.attributes.get("href") ?? null,
  };
}

const readEntry = (entry: Tree): Imported => ({
  id: textOf(entry, `${ATOM}id`) ?? "",
  title: textOf(entry, `${ATOM}title`) ?? "",
  updated: textOf(entry, `${ATOM}updated`) ?? "",
});

type JsonFeed = {
  readonly items: readonly {
    readonly id: string;
    readonly title: string;
    readonly date_modified: string;
  }[];
  readonly next_url?: string;
  readonly _offprint?: {
    readonly withdrawn?: readonly { readonly id: string; readonly withdrawn_at: string }[];
  };
};

function readJson(text: string): Document {
  const feed = JSON.parse(text) as JsonFeed;
  const items = feed.items.map(({ date_modified: updated, id, title }) => ({ id, title, updated }));
  const withdrawn = feed._offprint?.withdrawn ?? [];
  return {
    entries: items,
    deleted: withdrawn.map(({ id, withdrawn_at: when }) => ({ id, when })),
    previous: feed.next_url ?? null,
  };
}
