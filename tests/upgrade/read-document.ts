import { type ReadEntry, readAtom, readJsonFeed, readRss } from "../support/read-feeds.ts";
import { childrenOf, parseStrictXml } from "../support/strict-xml.ts";

export type ReadDocument = {
  readonly entries: readonly ReadEntry[];
  /** Ids of what is published no more. */
  readonly tombstones: readonly string[];
};

/** What a reader has of a feed or an archive document, by the path that it is served at. */
export function readDocument(path: string, text: string): ReadDocument {
  switch (/\.(rss|atom|json)$|^\/(rss|atom)\.xml$/.exec(path)?.slice(1).join("")) {
    case "rss":
      return { entries: readRss(text), tombstones: [] };
    case "atom":
      return { entries: readAtom(text), tombstones: deletedEntries(text) };
    case "json":
      return { entries: readJsonFeed(text), tombstones: withdrawnItems(text) };
    default:
      throw new Error(`${path} is no feed`);
  }
}

const DELETED = "{http://purl.org/atompub/tombstones/1.0}deleted-entry";

const deletedEntries = (xml: string): readonly string[] =>
  childrenOf(parseStrictXml(xml), DELETED).map(({ attributes }) => attributes.get("ref") ?? "");

const withdrawnItems = (json: string): readonly string[] => {
  const { _offprint } = JSON.parse(json) as { _offprint?: { withdrawn?: { id: string }[] } };
  return (_offprint?.withdrawn ?? []).map(({ id }) => id);
};
