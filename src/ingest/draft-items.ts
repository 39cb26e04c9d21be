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
  const { source, document } = job;
  const documentUrl = publicBase(document.url);
  const from = { documentUrl, siteUrl: feed.link, derived: [], page: null };
  const received = items.map((item) => ({ item, ...from }));
  const drafted = draftAll(received, { source, repeated: job.repeated, keptLines: [] }, deps);
  const warnings = [...read.value.warnings, ...drafted.warnings];
  const failed = warnings.filter(({ kind }) => kind === "item-dropped").length;
  return ok({ feed, drafts: drafted.drafts, warnings, failed, truncated });
}

function draftFile(
  { document, source, repeated }: DraftJob,
  file: { readonly name: string; readonly changedAt: number },
  deps: DraftItemsDeps,
): Result<DraftedDocument, ReadError> {
  const read = deps.readArticleFile({ ...file, bytes: document.bytes });
  if (!read.ok) return read;
  const received = { ...read.value.text, documentUrl: null, siteUrl: null };
  const drafted = draftAll([received], { source, repeated, keptLines: [] }, deps);
  const [refused] = drafted.refused;
  if (refused !== undefined) return err({ kind: "empty", message: `${file.name}: ${refused}` });
  const { drafts } = drafted;
  const warnings = [...read.value.warnings, ...drafted.warnings];
  return ok({ feed: null, failed: drafted.warnings.length, truncated: false, drafts, warnings });
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

type DraftedAll = {
  readonly drafts: readonly ArticleDraft[];
  readonly warnings: readonly ReadWarning[];
  /** Why pages were not used. */
  readonly refused: readonly string[];
};

function draftAll(all: readonly Received[], context: DraftContext, deps: DraftDeps): DraftedAll {
  const drafts: ArticleDraft[] = [];
  const warnings: ReadWarning[] = [];
  const reasons: string[] = [];
  for (const received of all) {
    try {
      const { draft, refused } = draftArticle(received, context, deps);
      if (isEmpty(received, draft)) warnings.push(NOTHING_IN_IT);
      else drafts.push(draft);
      if (refused !== null) reasons.push(refused);
    } catch (cause) {
      const { title, link, guid } = received.item;
      const name = title ?? link ?? guid ?? "an item";
      warnings.push({ kind: "item-dropped", detail: `${name.slice(0, 100)}: ${String(cause)}` });
    }
  }
  return { drafts, warnings, refused: reasons };
}
