import type { ArticleDraft, Item, ReadError, ReadWarning } from "../core/model.ts";
import type { ReadArticleFile, ReadFeed } from "../core/ports.ts";
import { ok, type Result } from "../core/result.ts";
import { distinctKeys } from "./distinct-keys.ts";
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
  const context = { source, documentUrl: document.url, siteUrl: feed.link, derived: [] };
  const drafted = draftAll(items, context, deps);
  const warnings = [...read.value.warnings, ...drafted.warnings];
  const failed = warnings.filter(({ kind }) => kind === "item-dropped").length;
  return ok({ feed, drafts: distinctKeys(drafted.drafts), warnings, failed, truncated });
}

function draftFile(
  { document, source }: DraftJob,
  file: { readonly name: string; readonly changedAt: number },
  deps: DraftItemsDeps,
): Result<DraftedDocument, ReadError> {
  const read = deps.readArticleFile({ ...file, bytes: document.bytes });
  if (!read.ok) return read;
  const { item, derived } = read.value;
  const drafted = draftAll([item], { source, documentUrl: null, siteUrl: null, derived }, deps);
  return ok({ feed: null, failed: drafted.warnings.length, truncated: false, ...drafted });
}

function draftAll(
  items: readonly Item[],
  context: DraftContext,
  deps: DraftDeps,
): { readonly drafts: readonly ArticleDraft[]; readonly warnings: readonly ReadWarning[] } {
  const drafts: ArticleDraft[] = [];
  const warnings: ReadWarning[] = [];
  for (const item of items) {
    try {
      drafts.push(draftArticle(item, context, deps));
    } catch (cause) {
      const name = item.title ?? item.link ?? item.guid ?? "an item";
      warnings.push({ kind: "item-dropped", detail: `${name.slice(0, 100)}: ${String(cause)}` });
    }
  }
  return { drafts, warnings };
}
