import type { ArticleDraft } from "../articles/article-draft.ts";
import { isMaterial } from "../articles/material-change.ts";
import type { KnownArticle, PageVisits } from "../articles/stored-context.ts";

/*
 * When the page of an article is asked for again because its item changed. The first time at once: publishers correct
 * both. But a summary with an advert in it changes with each poll, and its page does not. So each time that a page
 * brought hardly anything the next one waits longer, and a page that brought a new article waits for nothing.
 */

const FIRST_WAIT_MS = 10 * 60_000;
const LONGEST_WAIT_MS = 24 * 60 * 60_000;

/** When the page may be asked for because its item changed; now at the earliest. A visit of the future was of a wrong clock. */
export function nextVisitAt({ fetchedAt, quiet }: PageVisits, now: number): number {
  if (fetchedAt === null || quiet === 0) return now;
  const waitMs = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** (quiet - 1));
  return Math.max(now, Math.min(fetchedAt, now) + waitMs);
}

export type Visit = {
  readonly before: PageVisits;
  readonly stored: KnownArticle | undefined;
  /** What its page made of the article; `undefined` when nothing came of it. */
  readonly draft: ArticleDraft | undefined;
  readonly now: number;
};

export function afterVisit({ before, stored, draft, now }: Visit): PageVisits {
  const isNews = stored !== undefined && draft !== undefined && isMaterial(stored, draft);
  return { fetchedAt: now, quiet: isNews ? 0 : before.quiet + 1 };
}
