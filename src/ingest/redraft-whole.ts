import type { ArticleDraft } from "../core/articles/article-draft.ts";
import { LEAST_SPACING_MS, MOST_BYTES, type PageProblem } from "../core/pages/decide-page-job.ts";
import { MOST_PAGES } from "../core/pages/further-pages.ts";
import type { PageJob } from "../core/pages/page-job.ts";
import { err, ok, type Result } from "../core/result.ts";
import { strictestHeaders } from "../core/rights/usage-terms.ts";
import type { ReadError } from "../core/sources/errors.ts";
import { hostOf } from "../core/sources/polling/host-hold.ts";
import { type FetchedPage, type FetchPageDeps, fetchPage } from "./fetch-page.ts";
import type { Redraft, Redrafted, RedraftJob } from "./ports.ts";

export type RedraftWholeDeps = FetchPageDeps & { readonly redraft: Redraft };

export type WholeDraft = Omit<Redrafted, "draft"> & {
  readonly draft: ArticleDraft;
  /** Why the draft is only a part of its article; absent when it is all of it. */
  readonly missing?: PageProblem;
};

type WholeMaterial = Pick<RedraftJob, "source" | "repeated"> & {
  /** `null`: use the kept page, if there is one. */
  readonly page: FetchedPage | null;
  /** The pause between two requests to the host. */
  readonly spacingMs: number | undefined;
};

/**
 * Drafts an article with its page, and with its further pages (core/pages/further-pages.ts) as long as each says that
 * there is more. Requests them one after another, with pauses, only from the same host and as its robots.txt allows.
 */
export async function redraftWhole(
  job: Pick<PageJob, "key" | "raw" | "keptLines" | "url">,
  { page: first, spacingMs = LEAST_SPACING_MS, ...rest }: WholeMaterial,
  deps: RedraftWholeDeps,
): Promise<Result<WholeDraft, PageProblem>> {
  const { key, raw, keptLines } = job;
  const asked = new Set([job.url]);
  const redraft = async (page: FetchedPage | null) =>
    understood(await deps.redraft({ ...rest, articles: [{ key, raw, keptLines, page }] }));
  const further = async (
    page: FetchedPage | null,
    url: string,
  ): Promise<Result<Stage, PageProblem>> => {
    const refused = whyNotAsked(url, { page, first: job.url, asked });
    if (page === null || refused !== null) return err(refused ?? { kind: "unread", url });
    asked.add(url);
    await deps.pause(spacingMs);
    const grown = await withFurther(page, url, deps);
    if (!grown.ok) return grown;
    const drafted = await redraft(grown.value);
    return drafted.ok ? ok({ page: grown.value, drafted: drafted.value }) : drafted;
  };
  const goOn = async ({ page, drafted }: Stage): Promise<Result<WholeDraft, PageProblem>> => {
    const url = drafted.furtherUrl;
    if (!url) return ok(drafted);
    const next = await further(page, url);
    return next.ok ? goOn(next.value) : partOf(drafted, next.error);
  };
  const drafted = await redraft(first);
  return drafted.ok ? goOn({ page: first, drafted: drafted.value }) : drafted;
}

/** A page with its further pages so far, and their draft. */
type Stage = { readonly page: FetchedPage | null; readonly drafted: WholeDraft };

/** The draft without a further page: a part if the article surely goes on there, else the whole article. */
const partOf = (drafted: WholeDraft, missing: PageProblem): Result<WholeDraft, PageProblem> =>
  ok(drafted.goesOn ? { ...drafted, missing } : drafted);

function understood(result: Awaited<ReturnType<Redraft>>): Result<WholeDraft, PageProblem> {
  if (!result.ok) return err({ kind: "read", error: result.error });
  const { draft, ...rest } = result.value[0] ?? NOTHING;
  return draft === null
    ? err({ kind: "crashed", message: rest.refused ?? "no draft" })
    : ok({ draft, ...rest });
}

const NO_TEXT: ReadError = { kind: "empty", message: "the page holds no text" };

const NOTHING: Redrafted = { draft: null, refused: null };

type FurtherAsking = Pick<Stage, "page"> & {
  readonly first: string;
  readonly asked: ReadonlySet<string>;
};

function whyNotAsked(url: string, { page, first, asked }: FurtherAsking): PageProblem | null {
  if (hostOf(url) !== hostOf(page?.document.url ?? first)) return { kind: "elsewhere", url };
  if (page === null) return null;
  // A page that is requested again held no text: systems send such pages during maintenance.
  if (asked.has(url)) return { kind: "read", error: NO_TEXT };
  return mayGrow(page) ? null : { kind: "unread", url };
}

const mayGrow = ({ document, further = [] }: FetchedPage): boolean =>
  further.length < MOST_PAGES - 1 &&
  [document, ...further].reduce((sum, { bytes }) => sum + bytes.byteLength, 0) < MOST_BYTES;

async function withFurther(
  page: FetchedPage,
  url: string,
  deps: FetchPageDeps,
): Promise<Result<FetchedPage, PageProblem>> {
  const { page: next } = await fetchPage(url, deps);
  if (!next.ok) return next;
  const { document } = next.value;
  if (hostOf(document.url ?? url) !== hostOf(url)) return err({ kind: "elsewhere", url });
  const headers = strictestHeaders(page.headers, next.value.headers);
  return ok({ ...page, headers, further: [...(page.further ?? []), document] });
}
