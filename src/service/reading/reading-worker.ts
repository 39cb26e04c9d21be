import { plainText } from "../../adapters/feed-reader/plain-text.ts";
import { readFeed } from "../../adapters/feed-reader/read-feed.ts";
import { answerJobs } from "../../adapters/workers/answer-jobs.ts";
import type { Result } from "../../core/result.ts";
import type { ReadError } from "../../core/sources/errors.ts";
import type { ParsedFeed, ReceivedDocument } from "../../core/sources/feed.ts";
import type { ReadLimits } from "../../core/sources/read-feed.ts";
import { draftItems } from "../../ingest/draft-items.ts";
import type { DraftedDocument, DraftJob, Redrafted, RedraftJob } from "../../ingest/ports.ts";
import { redraft } from "../../ingest/redraft.ts";
import type { ArticleAnswer } from "./article-answer.ts";
import { type ArticleJob, inspectArticle } from "./inspect-article.ts";

/**
 * What the reading workers can do, by kind: the job and what comes back. A new kind is a line
 * here and one in HANDLERS.
 */
export type ReadingJobs = {
  readonly feed: {
    readonly job: { readonly document: ReceivedDocument; readonly limits: ReadLimits };
    readonly value: Result<ParsedFeed, ReadError>;
  };
  readonly article: {
    readonly job: { readonly job: ArticleJob };
    readonly value: Result<ArticleAnswer, ReadError>;
  };
  readonly drafts: {
    readonly job: { readonly job: DraftJob };
    readonly value: Result<DraftedDocument, ReadError>;
  };
  readonly redraft: {
    readonly job: { readonly job: RedraftJob };
    readonly value: Result<readonly Redrafted[], ReadError>;
  };
};

export type ReadingKind = keyof ReadingJobs;
export type ReadingJob<K extends ReadingKind = ReadingKind> = {
  [Kind in K]: { readonly kind: Kind } & ReadingJobs[Kind]["job"];
}[K];

type ReadingHandlers = {
  readonly [K in ReadingKind]: (
    job: ReadingJob<K>,
  ) => ReadingJobs[K]["value"] | Promise<ReadingJobs[K]["value"]>;
};

const HANDLERS: ReadingHandlers = {
  feed: ({ document, limits }) => readFeed(document, limits),
  article: async ({ job }) => inspectArticle(job, await articleTools()),
  drafts: async ({ job }) => draftItems(job, { readFeed, plainText, ...(await articleTools()) }),
  redraft: async ({ job }) => redraft(job, { plainText, ...(await articleTools()) }),
};

let loading: ReturnType<typeof loadArticleTools> | undefined;

/** Loaded with the first article: language profiles and a DOM take much of a worker's memory. */
const articleTools = (): ReturnType<typeof loadArticleTools> => {
  loading ??= loadArticleTools();
  return loading;
};

const prepare = ({ kind }: ReadingJob): Promise<unknown> | null =>
  kind === "feed" || loading !== undefined ? null : articleTools();

async function loadArticleTools() {
  const [
    { detectLanguage },
    { cleanContent, readContent },
    { createReadArticleFile },
    { parseYaml },
    { preparePage },
    { createReadPage },
  ] = await Promise.all([
    import("../../adapters/language.ts"),
    import("../../adapters/markup/clean-content.ts"),
    import("../../adapters/text-reader/read-article-file.ts"),
    import("../../config/yaml.ts"),
    import("../../adapters/page-reader/prepare-page.ts"),
    import("../../adapters/page-reader/read-page.ts"),
  ]);
  const readArticleFile = createReadArticleFile({ parseYaml, detectLanguage });
  const readPage = createReadPage({ detectLanguage });
  return { detectLanguage, cleanContent, readContent, readArticleFile, preparePage, readPage };
}

const handle = <K extends ReadingKind>(job: ReadingJob<K>): ReturnType<ReadingHandlers[K]> =>
  HANDLERS[job.kind](job) as ReturnType<ReadingHandlers[K]>;

// The only sender is reading-pool.ts, whose jobs are of this type.
answerJobs({
  handle: (job) => handle(job as ReadingJob),
  prepare: (job) => prepare(job as ReadingJob),
});
