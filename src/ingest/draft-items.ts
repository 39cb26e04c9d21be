import type { ArticleDraft } from "../core/articles/article-draft.ts";
import type { Item } from "../core/articles/item.ts";
import type { StoredListing } from "../core/articles/listing.ts";
import type { Received } from "../core/articles/received.ts";
import { err, ok, type Result } from "../core/result.ts";
import type { ReadArticleFile } from "../core/sources/article-file.ts";
import type { ReadError } from "../core/sources/errors.ts";
import type { ParsedFeed, ReadWarning } from "../core/sources/feed.ts";
import type { KnownItems, ReadFeed } from "../core/sources/read-feed.ts";
import { cleanLine, isBlank } from "../core/text/clean.ts";
import { publicBase } from "../core/urls/public-address.ts";
import { type DraftContext, type DraftDeps, draftArticle } from "./draft-article.ts";
import type { DraftedDocument, DraftJob } from "./ports.ts";
import { readListing, usableListing } from "./read-listing.ts";

export type DraftItemsDeps = DraftDeps & {
  readonly readFeed: ReadFeed;
  readonly readArticleFile: ReadArticleFile;
};

/** Reads one document and drafts each of its articles. One bad item costs that item. */
export function draftItems(
  job: DraftJob,
  deps: DraftItemsDeps,
): Result<DraftedDocument, ReadError> {
  return job.file === null ? draftFeed(job, deps) : draftFile(job, job.file, deps);
}

/** As `draftItems`, for a document that is a feed. */
export function draftFeed(
  job: DraftJob,
  deps: Omit<DraftItemsDeps, "readArticleFile">,
): Result<DraftedDocument, ReadError> {
  const { source, document, last } = job;
  const known = knownAsWritten(usableListing(source, last));
  const read = deps.readFeed(document, { items: job.items, ...(known && { known }) });
  if (!read.ok) return read;
  const { feed, written, truncated } = read.value;
  const items = itemsByPlace(read.value);
  const from = {
    documentUrl: publicBase(document.url),
    siteUrl: feed.link,
    derived: [],
    page: null,
  };
  const context = { source, repeated: job.repeated, keptLines: [] };
  const found: ReadWarning[] = [];
  const itemAt = everyItem(items, () => deps.readFeed(document, { items: job.items }));
  const draft = (index: number): ArticleDraft | null => {
    const item = itemAt(index);
    if (item === null) return null;
    const drafted = draftOne({ item, ...from }, context, deps);
    if (drafted.warning !== null) found.push(drafted.warning);
    return drafted.draft;
  };
  const { drafts, ...listing } = readListing({ items, written }, { source, last, draft });
  const warnings = [...read.value.warnings, ...found];
  const failed = warnings.filter(({ kind }) => kind === "item-dropped").length;
  return ok({ feed, drafts, listing, warnings, failed, truncated });
}

/** The items that need not be parsed where they are written as before. */
function knownAsWritten(last: StoredListing | null): KnownItems | null {
  if (last === null || last.listing.around === null) return null;
  const { around, items } = last.listing;
  return { around, hashes: items.flatMap(({ written }) => written ?? []) };
}

/** The items in the order of the document; `null` for one that was not parsed. */
function itemsByPlace({ items, written }: ParsedFeed): readonly (Item | null)[] {
  if (written === null) return items;
  const parsed = new Map(written.parsed.map((place, at) => [place, items[at] ?? null]));
  return written.hashes.map((_, place) => parsed.get(place) ?? null);
}

/** Gives the item at a place. The document is read as a whole for the first one that was not parsed. */
function everyItem(
  items: readonly (Item | null)[],
  readWhole: () => Result<ParsedFeed, ReadError>,
): (place: number) => Item | null {
  let whole: readonly Item[] | undefined;
  return (place) => {
    const item = items[place] ?? null;
    if (item !== null) return item;
    if (whole === undefined) {
      const read = readWhole();
      whole = read.ok && read.value.items.length === items.length ? read.value.items : [];
    }
    return whole[place] ?? null;
  };
}

function draftFile(
  { document, source, repeated }: DraftJob,
  file: { readonly name: string; readonly changedAt: number },
  deps: DraftItemsDeps,
): Result<DraftedDocument, ReadError> {
  const read = deps.readArticleFile({ ...file, bytes: document.bytes });
  if (!read.ok) return read;
  const received = { ...read.value.text, documentUrl: null, siteUrl: null };
  const { draft, warning, refused } = draftOne(received, { source, repeated, keptLines: [] }, deps);
  if (refused !== null) return err({ kind: "empty", message: `${file.name}: ${refused}` });
  const drafts = draft === null ? [] : [draft];
  const own = warning === null ? [] : [warning];
  const warnings = [...read.value.warnings, ...own];
  const failed = own.length;
  return ok({ feed: null, listing: null, truncated: false, drafts, warnings, failed });
}

const NOTHING_IN_IT: ReadWarning = {
  kind: "item-dropped",
  detail: "an item has neither title, text, link, picture nor file",
};

/**
 * Whether an item shows nothing: it would be published under the id of its source. RSS 2.0 requires a title or a
 * description. Zero-width spaces, direction marks, rules and empty tables show nothing.
 */
const isEmpty = (
  { item: { title, link }, page }: Received,
  { contentHtml, text, image, enclosures }: ArticleDraft,
): boolean =>
  page === null &&
  cleanLine(title ?? "") === "" &&
  link === null &&
  isBlank(text) &&
  !SHOWN.test(contentHtml) &&
  image === null &&
  enclosures.length === 0;

/** Elements that show something without words. */
const SHOWN = /<(?:img|audio|video|math)\b/;

type DraftedOne = {
  /** `null` for an item that shows nothing, or that could not be drafted: `warning` says so. */
  readonly draft: ArticleDraft | null;
  readonly warning: ReadWarning | null;
  /** Why its page was not used; `null` when it was, or there is none. */
  readonly refused: string | null;
};

function draftOne(received: Received, context: DraftContext, deps: DraftDeps): DraftedOne {
  try {
    const { draft, refused } = draftArticle(received, context, deps);
    return isEmpty(received, draft)
      ? { draft: null, warning: NOTHING_IN_IT, refused }
      : { draft, warning: null, refused };
  } catch (cause) {
    const { title, link, guid } = received.item;
    const name = title ?? link ?? guid ?? "an item";
    const detail = `${name.slice(0, 100)}: ${String(cause)}`;
    return { draft: null, warning: { kind: "item-dropped", detail }, refused: null };
  }
}
