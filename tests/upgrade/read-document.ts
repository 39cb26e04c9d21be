import { type ReadEntry, readAtom, readJsonFeed, readRss } from "../support/read-feeds.ts";
import { childrenOf, parseStrictXml, type Tree } from "../support/strict-xml.ts";

export type ReadDocument = {
  readonly entries: readonly ReadEntry[];
  /** Ids of what is published no more. */
  readonly tombstones: readonly string[];
};

/** What a reader has of a feed or an archive document, by the path that it is served at. */
export function readDocument(path: string, text: string): ReadDocument {
  switch (/\.(rss|atom|json)$|^\/(rss|atom)\.xml$/.exec(path)?.slice(1).join("")) {
    case "rss":
      return { entries: rssEntries(text), tombstones: [] };
    case "atom":
      return { entries: readAtom(text), tombstones: deletedEntries(text) };
    case "json":
      return { entries: readJsonFeed(text), tombstones: withdrawnItems(text) };
    default:
      throw new Error(`${path} is no feed`);
  }
}

/** Without the stubs of what is published no more: 0.1.0 wrote none, nor tombstones in RSS. */
function rssEntries(text: string): readonly ReadEntry[] {
  const [channel] = childrenOf(parseStrictXml(text), "channel");
  const deleted = channel === undefined ? [] : deletedIn(channel);
  return readRss(text).filter(({ id }) => !deleted.includes(id ?? ""));
}

const DELETED = "{http://purl.org/atompub/tombstones/1.0}deleted-entry";

const deletedEntries = (xml: string): readonly string[] => deletedIn(parseStrictXml(xml));

const deletedIn = (tree: Tree): readonly string[] =>
  childrenOf(tree, DELETED).map(({ attributes }) => attributes.get("ref") ?? "");

const withdrawnItems = (json: string): readonly string[] => {
  const { _offprint } = JSON.parse(json) as { _offprint?: { withdrawn?: { id: string }[] } };
  return (_offprint?.withdrawn ?? []).map(({ id }) => id);
};
