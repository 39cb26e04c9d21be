import { err, ok, type Result } from "../../core/result.ts";
import type { ReadError } from "../../core/sources/errors.ts";
import type { ParsedFeed, ReceivedDocument, WrittenItems } from "../../core/sources/feed.ts";
import type { ReadFeed, ReadLimits } from "../../core/sources/read-feed.ts";
import { publicBase } from "../../core/urls/public-address.ts";
import { boundItems } from "./bound-items.ts";
import { buildTree } from "./canonical/build-tree.ts";
import { writeCanonicalXml } from "./canonical/write-xml.ts";
import { decodeText } from "./decode-text.ts";
import { findFeedLinks } from "./find-feed-links.ts";
import { readJsonFeed } from "./json-feed.ts";
import { knowItems, withAllParsed } from "./known-items.ts";
import { mapFeed } from "./map-feed.ts";
import { parseCanonical } from "./parse-canonical.ts";
import { splitFeed } from "./written-items.ts";

type ReadItems = Result<ParsedFeed, ReadError>;

/**
 * Reads RSS, RDF, Atom or JSON Feed: bytes → text → canonical document → rss-parser → items.
 * Linear in the size of the document; what is wrong with parts of it becomes a warning.
 */
export const readFeed: ReadFeed = (document, limits) => {
  const text = decodeText(document.bytes, document.contentType).trimStart();
  if (text === "") return err({ kind: "empty", message: "the document has no content" });
  return /^[{[]/.test(text) ? readJson(text, document, limits) : readXml(text, document, limits);
};

function readJson(text: string, { url }: ReceivedDocument, limits: ReadLimits): ReadItems {
  const parsed = parseJson(text);
  if (!parsed.ok) return parsed;
  const feed = readJsonFeed(parsed.value, { url: publicBase(url), limits });
  return feed ? ok(boundItems(feed)) : notAFeed("JSON, but no JSON Feed", []);
}

function parseJson(text: string): Result<unknown, ReadError> {
  try {
    return ok(JSON.parse(text));
  } catch (error) {
    if (!(error instanceof SyntaxError || error instanceof RangeError)) throw error;
    return notAFeed("begins like JSON, but cannot be read as JSON", []);
  }
}

/** Parses the items that are not known as they are written, nor but for their dates; all of them, where that does not come out even. */
function readXml(text: string, document: ReceivedDocument, limits: ReadLimits): ReadItems {
  const split = splitFeed(text);
  if (split === null || split.items.length > limits.items) return parseXml(text, document, limits);
  const written = knowItems(split, document.url, limits.known);
  const { parsed } = written;
  if (parsed.length < split.items.length) {
    const rest = parsed.map((at) => split.items[at]).join("");
    const read = parseXml(`${split.before}${rest}${split.after}`, document, limits);
    if (isEven(read, parsed.length)) return withWritten(read, written);
  }
  const read = parseXml(text, document, limits);
  return isEven(read, split.items.length) ? withWritten(read, withAllParsed(written)) : read;
}

/** Whether a document was read without a warning, with as many items as it was split into. */
const isEven = (read: ReadItems, items: number): boolean =>
  read.ok &&
  read.value.items.length === items &&
  read.value.warnings.length === 0 &&
  !read.value.truncated;

const withWritten = (read: ReadItems, written: WrittenItems): ReadItems =>
  read.ok ? ok({ ...read.value, written }) : read;

function parseXml(text: string, { url }: ReceivedDocument, limits: ReadLimits): ReadItems {
  const { tree, warnings } = buildTree(text, { url: publicBase(url), maxItems: limits.items });
  if (!tree) return notAFeed("neither RSS, RDF, Atom nor JSON Feed", findFeedLinks(text, url));
  const parsed = parseCanonical(writeCanonicalXml(tree), tree.dialect);
  if (!parsed) return notAFeed("its canonical form could not be read", []);
  const mapped = mapFeed(parsed, tree.dialect, tree.language);
  const { format, isTruncated: truncated } = tree;
  return ok(boundItems({ format, ...mapped, written: null, warnings, truncated }));
}

const notAFeed = (
  message: string,
  feedLinks: Extract<ReadError, { kind: "not-a-feed" }>["feedLinks"],
): Result<never, ReadError> => err({ kind: "not-a-feed", message, feedLinks });
