import type { ArticleDraft } from "../articles/article-draft.ts";
import { isMaterial } from "../articles/material-change.ts";
import type { KnownArticle, PageVisits } from "../articles/stored-context.ts";

/*
 * When the page of an article is asked for again because its item changed. The first time, at once: publishers correct both.
 * But a summary with an advert in it changes with each poll, and its page does not. So the wait doubles after each visit
 * that brought nothing new, and a visit that brought news ends it.
 */

const FIRST_WAIT_MS = 10 * 60_000;
const LONGEST_WAIT_MS = 24 * 60 * 60_000;

/** Earliest time to ask for the page, not before now. A visit in the future comes from a wrong clock, and counts as now. */
export function nextVisitAt({ fetchedAt, quiet }: PageVisits, now: number): number {
  if (fetchedAt === null || quiet === 0) return now;
  const waitMs = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** (quiet - 1));
  return Math.max(now, Math.min(fetchedAt, now) + waitMs);
}

export type Visit = {
  readonly before: PageVisits;
  readonly stored: KnownArticle | undefined;
  /** The article as drafted from its page; `undefined` if none was made. */
  readonly draft: ArticleDraft | undefined;
  readonly now: number;
};

export function afterVisit({ before, stored, draft, now }: Visit): PageVisits {
  const isNews = stored !== undefined && draft !== undefined && isMaterial(stored, draft);
  return { fetchedAt: now, quiet: isNews ? 0 : before.quiet + 1 };
}
