import type { ArticleDraft } from "../core/articles/article-draft.ts";
import type { Received } from "../core/articles/received.ts";
import { err, ok, type Result } from "../core/result.ts";
import type { ReadArticleFile } from "../core/sources/article-file.ts";
import type { ReadError } from "../core/sources/errors.ts";
import type { ReadWarning } from "../core/sources/feed.ts";
import type { ReadFeed } from "../core/sources/read-feed.ts";
import { cleanLine, isBlank } from "../core/text/clean.ts";
import { publicBase } from "../core/urls/public-address.ts";
import { type DraftContext, type DraftDeps, draftArticle } from "./draft-article.ts";
import type { DraftedDocument, DraftJob } from "./ports.ts";
import { readListing } from "./read-listing.ts";

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

function draftFeed(job: DraftJob, deps: DraftItemsDeps): Result<DraftedDocument, ReadError> {
  const read = deps.readFeed(job.document, { items: job.items });
  if (!read.ok) return read;
  const { feed, items, truncated } = read.value;
  const { source, document, last } = job;
  const documentUrl = publicBase(document.url);
  const from = { documentUrl, siteUrl: feed.link, derived: [], page: null };
  const context = { source, repeated: job.repeated, keptLines: [] };
  const found: ReadWarning[] = [];
  const draft = (index: number): ArticleDraft | null => {
    const item = items[index];
    if (item === undefined) return null;
    const drafted = draftOne({ item, ...from }, context, deps);
    if (drafted.warning !== null) found.push(drafted.warning);
    return drafted.draft;
  };
  const { drafts, ...listing } = readListing(items, { source, last, draft });
  const warnings = [...read.value.warnings, ...found];
  const failed = warnings.filter(({ kind }) => kind === "item-dropped").length;
  return ok({ feed, drafts, listing, warnings, failed, truncated });
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
