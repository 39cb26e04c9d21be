import { tokens } from "../text/tokens.ts";
import { canonicalUrl } from "../urls/canonical-url.ts";
import { areAlike, runsOf } from "./judge-page.ts";
import type { Page } from "./page.ts";

/** What a further page is: all of the article, more of it, or none of it. */
export type FurtherKind = "whole" | "more" | "none";

type ToldByPage = Pick<Page, "title" | "canonicalUrl" | "publishedAt" | "text"> &
  Partial<Pick<Page, "url">>;

/**
 * Shares of runs of three words. A whole article holds most of the first page; a further page says something new below the
 * lead, which each page repeats.
 */
const SHARES = { ofFirstInWhole: 0.8, ofMoreInBefore: 0.6 };

/**
 * Judges what a further page is to an article.
 *
 * @param before the pages so far, the first one first.
 * @param isPerhaps whether the page's address does not say that it belongs to the article: stricter rules apply.
 */
export function judgeFurther(
  before: readonly ToldByPage[],
  page: ToldByPage,
  isPerhaps = false,
): FurtherKind {
  const [first] = before;
  if (first === undefined || !(isPerhaps ? isSurelyOfFirst : isOfFirst)(first, page)) return "none";
  const [firstRuns, runs] = [runsOf(tokens(first.text)), runsOf(tokens(page.text))];
  if (runs.length === 0) return "none";
  if (runs.length > firstRuns.length && shareIn(firstRuns, runs) >= SHARES.ofFirstInWhole)
    return "whole";
  const said = before.flatMap(({ text }) => runsOf(tokens(text)));
  return shareIn(runs, said) <= SHARES.ofMoreInBefore ? "more" : "none";
}

function isOfFirst(first: ToldByPage, page: ToldByPage): boolean {
  if (page.canonicalUrl !== null && page.canonicalUrl === first.canonicalUrl) return true;
  if (isOtherInSeries(first, page)) return false;
  const [one, other] = [first.title, page.title].map((title) => withoutNumber(title ?? ""));
  return one !== undefined && other !== undefined && one !== "" && areAlike(one, other);
}

/** Whether a page has exactly the first page's title, and calls no address canonical but its own or the first page's. */
function isSurelyOfFirst(first: ToldByPage, page: ToldByPage): boolean {
  const [own, itsOwn] = [first.canonicalUrl, canonicalUrl(page.url ?? "")];
  if (page.canonicalUrl !== null && ![own, itsOwn].includes(page.canonicalUrl)) return false;
  if (isOtherInSeries(first, page)) return false;
  const [one, other] = [first.title, page.title].map((title) => tokens(withoutNumber(title ?? "")));
  return (one?.length ?? 0) >= LEAST_TITLE && one?.join(" ") === other?.join(" ");
}

/** In tokens; a shorter title is that of a column. */
const LEAST_TITLE = 3;

/** Pages of one article are published together. */
const MOST_APART_MS = 12 * 3_600_000;

/** Whether a page is a column of another day under the same title ("press-review-2"), or the next part of a series. */
function isOtherInSeries(first: ToldByPage, page: ToldByPage): boolean {
  const dates = [first.publishedAt, page.publishedAt] as const;
  if (dates[0] !== null && dates[1] !== null && Math.abs(dates[0] - dates[1]) > MOST_APART_MS)
    return true;
  const [one, other] = [first.title, page.title].map((title) => PART.exec(title ?? "")?.[1]);
  return one !== undefined && other !== undefined && one !== other;
}

const PART = /\b(?:part|teil|partie|parte|deel|del|cz[eę]ść|díl|bölüm)\s*(\d{1,2})\b/iu;

/** A title without its page number: "Bridge closed (page 2 of 3)". */
const withoutNumber = (title: string): string =>
  title.replace(
    /[\s,(|–—-]*\b(?:page|seite|pagina|página|strona|sida|side|teil|part)\s*\d{1,2}\b.{0,12}$/iu,
    "",
  );

function shareIn(runs: readonly string[], others: readonly string[]): number {
  if (runs.length === 0) return 0;
  const known = new Set(others);
  return runs.filter((run) => known.has(run)).length / runs.length;
}
