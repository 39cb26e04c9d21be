import { plainText } from "../adapters/feed-reader/plain-text.ts";
import { readFeed } from "../adapters/feed-reader/read-feed.ts";
import { answerJobs } from "../adapters/workers/answer-jobs.ts";
import type { ParsedFeed, ReadError, ReceivedDocument } from "../core/model.ts";
import type { ReadLimits } from "../core/ports.ts";
import type { Result } from "../core/result.ts";
import { draftItems } from "../ingest/draft-items.ts";
import type { DraftedDocument, DraftJob } from "../ingest/ports.ts";
import { type ArticleAnswer, type ArticleJob, inspectArticle } from "./inspect-article.ts";

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
};

export type ReadingKind = keyof ReadingJobs;
export type ReadingJob<K extends ReadingKind = ReadingKind> = {
  [Kind in K]: { readonly kind: Kind } & ReadingJobs[Kind]["job"];
}[K];

type Handlers = {
  readonly [K in ReadingKind]: (
    job: ReadingJob<K>,
  ) => ReadingJobs[K]["value"] | Promise<ReadingJobs[K]["value"]>;
};

const HANDLERS: Handlers = {
  feed: ({ document, limits }) => readFeed(document, limits),
  article: async ({ job }) =>
    inspectArticle(job, { ...(await articleTools()), readPage: (await pageTools()).readPage }),
  drafts: async ({ job }) => draftItems(job, { readFeed, plainText, ...(await articleTools()) }),
};

let loading: ReturnType<typeof loadArticleTools> | undefined;

/** Loaded with the first article: the profiles of the languages alone take 200 ms and 80 MB. */
const articleTools = (): ReturnType<typeof loadArticleTools> => {
  loading ??= loadArticleTools();
  return loading;
};

/** Loaded with the first page: a DOM is the largest of our packages. */
const pageTools = () => import("../adapters/page-reader/read-page.ts");

async function loadArticleTools() {
  const [{ detectLanguage }, { cleanContent }, { createReadArticleFile }, { parseYaml }] =
    await Promise.all([
      import("../adapters/language.ts"),
      import("../adapters/markup/clean-content.ts"),
      import("../adapters/text-reader/read-article-file.ts"),
      import("../config/yaml.ts"),
    ]);
  const readArticleFile = createReadArticleFile({ parseYaml, detectLanguage });
  return { detectLanguage, cleanContent, readArticleFile };
}

const handle = <K extends ReadingKind>(job: ReadingJob<K>): ReturnType<Handlers[K]> =>
  HANDLERS[job.kind](job) as ReturnType<Handlers[K]>;

// The only sender is reading-pool.ts, whose jobs are of this type.
answerJobs((job) => handle(job as ReadingJob));
