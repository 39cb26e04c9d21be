import {
  decidePageFailure,
  LEAST_SPACING_MS,
  type PageProblem,
} from "../core/completing/decide-page-job.ts";
import { MOST_PAGES } from "../core/completing/further-pages.ts";
import { strictestHeaders } from "../core/completing/usage-terms.ts";
import type { ArticleDraft } from "../core/model.ts";
import { hostOf } from "../core/polling/host-hold.ts";
import { err, ok, type Result } from "../core/result.ts";
import type { PageJob } from "../core/store-ports.ts";
import { type FetchedPage, type FetchPageDeps, fetchPage } from "./fetch-page.ts";
import type { Redraft, Redrafted, RedraftJob } from "./ports.ts";

export type RedraftWholeDeps = FetchPageDeps & { readonly redraft: Redraft };

export type WholeDraft = Omit<Redrafted, "draft"> & { readonly draft: ArticleDraft };

type Material = Pick<RedraftJob, "source" | "repeated"> & {
  /** `null` for the page that is kept, if any. */
  readonly page: FetchedPage | null;
  /** The rest that its host is given between two requests. */
  readonly spacingMs: number | undefined;
};

/**
 * Drafts an article with its page, and with further pages of it (core/completing/further-pages.ts) as long as each says that
 * there is more: of the same host, one after another with its rest between them, as its robots.txt allows.
 */
export async function redraftWhole(
  job: PageJob,
  { page: first, spacingMs = LEAST_SPACING_MS, ...rest }: Material,
  deps: RedraftWholeDeps,
): Promise<Result<WholeDraft, PageProblem>> {
  const { key, raw, keptLines } = job;
  const asked = new Set([job.url]);
  const redraft = async (page: FetchedPage | null) =>
    understood(await deps.redraft({ ...rest, articles: [{ key, raw, keptLines, page }] }));
  let page = first;
  let drafted = await redraft(page);
  for (;;) {
    const url = drafted.ok ? drafted.value.furtherUrl : null;
    if (page === null || !url || asked.has(url) || !mayGrow(page)) return drafted;
    asked.add(url);
    await deps.pause(spacingMs);
    const grown = await withFurther(page, url, deps);
    const whole = grown.ok ? await redraft(grown.value) : grown;
    if (!grown.ok || !whole.ok) return orWithout(whole, drafted, { job, deps });
    page = grown.value;
    drafted = whole;
  }
}

/** An article without its end is no whole one while another attempt may bring that. */
function orWithout(
  whole: Result<WholeDraft, PageProblem>,
  drafted: Result<WholeDraft, PageProblem>,
  { job, deps }: { readonly job: PageJob; readonly deps: Pick<FetchPageDeps, "now"> },
): Result<WholeDraft, PageProblem> {
  return !whole.ok && isTriedAgain(job, whole.error, deps) ? whole : drafted;
}

function understood(result: Awaited<ReturnType<Redraft>>): Result<WholeDraft, PageProblem> {
  if (!result.ok) return err({ kind: "read", error: result.error });
  const { draft, ...rest } = result.value[0] ?? NOTHING;
  return draft === null
    ? err({ kind: "crashed", message: rest.refused ?? "no draft" })
    : ok({ draft, ...rest });
}

const NOTHING: Redrafted = { draft: null, refused: null };

/** Of all pages of one article together. */
const MOST_BYTES = 10_000_000;

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
  if (hostOf(document.url ?? url) !== hostOf(url)) return err({ kind: "own-page", url });
  const headers = strictestHeaders(page.headers, next.value.headers);
  return ok({ ...page, headers, further: [...(page.further ?? []), document] });
}

const isTriedAgain = (
  { attempts }: PageJob,
  problem: PageProblem,
  { now }: Pick<FetchPageDeps, "now">,
): boolean => decidePageFailure({ problem, attempts, now: now(), random: 0 }).nextAt !== null;
