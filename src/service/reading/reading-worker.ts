import { plainText } from "../../adapters/feed-reader/plain-text.ts";
import { readFeed } from "../../adapters/feed-reader/read-feed.ts";
import { answerJobs } from "../../adapters/workers/answer-jobs.ts";
import type { ReadPage } from "../../core/pages/page.ts";
import { err, ok, type Result } from "../../core/result.ts";
import type { ReadError } from "../../core/sources/errors.ts";
import type { ParsedFeed, ReceivedDocument } from "../../core/sources/feed.ts";
import type { ReadLimits } from "../../core/sources/read-feed.ts";
import { draftFeed, draftItems } from "../../ingest/draft-items.ts";
import type { DraftedDocument, DraftJob, Redrafted, RedraftJob } from "../../ingest/ports.ts";
import { redraft } from "../../ingest/redraft.ts";
import type { ArticleAnswer } from "./article-answer.ts";
import { type ArticleJob, inspectArticle } from "./inspect-article.ts";
import { type SentListing, sendListing } from "./sent-listing.ts";

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
    readonly value: Result<SentDocument, ReadError>;
  };
  readonly redraft: {
    readonly job: { readonly job: RedraftJob };
    readonly value: Result<readonly Redrafted[], ReadError>;
  };
};

type SentDocument = Omit<DraftedDocument, "listing"> & {
  readonly listing: SentListing | null;
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
  article: async ({ job }) => inspectArticle(job, await articleTools.load()),
  drafts: async ({ job }) =>
    sent(
      job,
      job.file === null
        ? draftFeed(job, { readFeed, plainText, readPage: NO_PAGES, ...(await feedTools.load()) })
        : draftItems(job, { readFeed, plainText, ...(await articleTools.load()) }),
    ),
  redraft: async ({ job }) => redraft(job, { plainText, ...(await articleTools.load()) }),
};

function sent(
  { last }: DraftJob,
  drafted: Result<DraftedDocument, ReadError>,
): Result<SentDocument, ReadError> {
  if (!drafted.ok) return drafted;
  const { listing } = drafted.value;
  return ok({ ...drafted.value, listing: listing && sendListing(listing, last) });
}

/** Items of a feed are drafted alone; their pages come later, as drafts of another kind of job. */
const NO_PAGES: ReadPage = () => err({ kind: "empty", message: "a feed brings no pages" });

/** Loaded with the first feed: rules of cleaning take much of a worker's memory. */
const feedTools = loadedOnce(async () => {
  const [{ detectLanguage }, { cleanContent, readContent }] = await Promise.all([
    import("../../adapters/language.ts"),
    import("../../adapters/markup/clean-content.ts"),
  ]);
  return { detectLanguage, cleanContent, readContent };
});

/** Loaded with the first file or page, which take a tree and more formats. */
const articleTools = loadedOnce(async () => {
  const [tools, { createReadArticleFile }, { parseYaml }, { preparePage }, { createReadPage }] =
    await Promise.all([
      feedTools.load(),
      import("../../adapters/text-reader/read-article-file.ts"),
      import("../../config/yaml/read-yaml.ts"),
      import("../../adapters/page-reader/prepare-page.ts"),
      import("../../adapters/page-reader/read-page.ts"),
    ]);
  const { detectLanguage } = tools;
  const readArticleFile = createReadArticleFile({ parseYaml, detectLanguage });
  return { ...tools, readArticleFile, preparePage, readPage: createReadPage({ detectLanguage }) };
});

type Tools<T> = { readonly load: () => Promise<T>; readonly isAskedFor: () => boolean };

function loadedOnce<T>(load: () => Promise<T>): Tools<T> {
  let loading: Promise<T> | undefined;
  return {
    load: () => {
      loading ??= load();
      return loading;
    },
    isAskedFor: () => loading !== undefined,
  };
}

function prepare(job: ReadingJob): Promise<unknown> | null {
  if (job.kind === "feed") return null;
  const tools = job.kind === "drafts" && job.job.file === null ? feedTools : articleTools;
  return tools.isAskedFor() ? null : tools.load();
}

const handle = <K extends ReadingKind>(job: ReadingJob<K>): ReturnType<ReadingHandlers[K]> =>
  HANDLERS[job.kind](job) as ReturnType<ReadingHandlers[K]>;

// The only sender is reading-pool.ts, whose jobs are of this type.
answerJobs({
  handle: (job) => handle(job as ReadingJob),
  prepare: (job) => prepare(job as ReadingJob),
});
