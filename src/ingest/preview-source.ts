import type { ArticleDraft } from "../core/articles/article-draft.ts";
import { describePageProblem } from "../core/pages/decide-page-job.ts";
import type { SourceDefinition } from "../core/settings/definitions.ts";
import { describeError } from "../core/sources/describe-error.ts";
import type { FeedLink } from "../core/sources/feed.ts";
import type { PollResult } from "../core/sources/polling/poll-result.ts";
import type { PreviewedArticle, SourcePreview } from "../core/sources/source-preview.ts";
import { FRESH_STATE } from "../core/sources/source-state.ts";
import { withoutSecrets } from "../core/urls/public-address.ts";
import { fetchPage } from "./fetch-page.ts";
import type { DraftDocument } from "./ports.ts";
import { type ReadSourceDeps, readSource } from "./read-source.ts";
import { type RedraftWholeDeps, redraftWhole } from "./redraft-whole.ts";

export type PreviewSourceDeps = ReadSourceDeps &
  RedraftWholeDeps & {
    /** Keys of the repeated blocks of the source, present and former. */
    readonly repeated: readonly string[];
  };

/** Enough to judge by; each may ask for a page. */
const ARTICLES = 3;
/** Characters of each text. */
const SHOWN = 1_500;
const WARNINGS = 10;

/** Reads a source once, its newest articles as they would be published, and stores nothing. Rejects only when the code is wrong. */
export async function previewSource(
  definition: SourceDefinition,
  deps: PreviewSourceDeps,
): Promise<SourcePreview> {
  const { draftDocument, announced } = hearingAnnounced(deps.draftDocument);
  const source = { ...FRESH_STATE, definition, files: new Map() };
  const result = await readSource(source, { ...deps, draftDocument });
  const articles: PreviewedArticle[] = [];
  for (const draft of newest(result.drafts)) articles.push(await preview(draft, definition, deps));
  return {
    asked: definition.kind === "remote" ? definition.url : definition.folder,
    address: addressOf(definition, result),
    announced: announced(),
    title: result.feed?.title ?? null,
    items: result.drafts.length,
    failed: result.failed,
    requests: result.requests,
    problem: problemOf(result),
    warnings: result.warnings.slice(0, WARNINGS).map(({ detail }) => detail),
    articles,
  };
}

/** The feeds of the first document that is a page. */
function hearingAnnounced(draftDocument: DraftDocument): {
  readonly draftDocument: DraftDocument;
  readonly announced: () => readonly FeedLink[];
} {
  let links: readonly FeedLink[] | null = null;
  return {
    async draftDocument(job) {
      const drafted = await draftDocument(job);
      const isPage = !drafted.ok && drafted.error.kind === "not-a-feed";
      links ??= isPage ? drafted.error.feedLinks : [];
      return drafted;
    },
    announced: () => links ?? [],
  };
}

const newest = (drafts: readonly ArticleDraft[]): readonly ArticleDraft[] =>
  drafts.toSorted((a, b) => (b.publishedAt ?? 0) - (a.publishedAt ?? 0)).slice(0, ARTICLES);

function addressOf(definition: SourceDefinition, { error, feedUrl }: PollResult): string | null {
  if (definition.kind === "folder" || error !== null) return null;
  return feedUrl ?? definition.url;
}

function problemOf({ error, feed, drafts, failed }: PollResult): string | null {
  if (error !== null) return describeError(error);
  if (drafts.length > 0) return null;
  if (failed > 0) return "none of its items can be read";
  return feed === null ? "there is nothing in it yet" : "the feed is empty";
}

async function preview(
  draft: ArticleDraft,
  source: SourceDefinition,
  deps: PreviewSourceDeps,
): Promise<PreviewedArticle> {
  const { key, raw, link: url } = draft;
  if (!draft.wantsPage || url === null) return shown(draft, null);
  const { page, spacingMs } = await fetchPage(url, deps);
  if (!page.ok) return shown(draft, describePageProblem(page.error, "page"));
  const { repeated } = deps;
  const around = { source, repeated, page: page.value, spacingMs };
  const whole = await redraftWhole({ key, raw, keptLines: [], url }, around, deps);
  await deps.pause(spacingMs);
  if (!whole.ok) return shown(draft, describePageProblem(whole.error, "page"));
  const { refused, missing } = whole.value;
  return shown(
    whole.value.draft,
    refused ?? (missing ? describePageProblem(missing, "page") : null),
  );
}

const shown = (draft: ArticleDraft, pageProblem: string | null): PreviewedArticle => ({
  title: draft.title,
  url: draft.link && withoutSecrets(draft.link),
  publishedAt: draft.publishedAt,
  language: draft.language,
  authors: draft.authors.flatMap(({ name }) => name ?? []),
  text: draft.text.slice(0, SHOWN),
  characters: draft.text.length,
  isFromPage: draft.isFromPage,
  pageProblem,
  removed: draft.removed,
});
