import { fold } from "../text/fold.ts";
import { tokens } from "../text/tokens.ts";
import { canonicalUrl } from "../urls/canonical-url.ts";
import { areAlike, runsOf } from "./judge-page.ts";
import type { Page } from "./page.ts";

/*
 * Articles on several pages. `rel=next` and "next" say little: most systems write them between one article and the next, and
 * between the pages of a list. A link leads to the next page of an article when its address is the article's own with the
 * number of that page in it, and it has the article's title or canonical address once it is fetched. A link to all of the
 * article on one page is told by its words and by an address that has the article's in it; its page must hold the first one.
 * `rel=next` to an address of another form is tried where the page says that more of it follows ("next page", "2") or the text
 * breaks off, which hardly any link to another article does; its page must have the very title, and call no other article its own.
 */

/** Most pages of one article, the first among them. */
export const MOST_PAGES = 10;

/** A link of a page, absolute. */
export type FurtherLink = {
  readonly url: string;
  readonly text: string;
  /** `rel=next`. */
  readonly isNext: boolean;
};

export type FurtherLinks = {
  /** All of the article on one page. */
  readonly whole: string | null;
  readonly next: string | null;
  /** Of another form than the article's: more of it, or something else. */
  readonly perhaps: string | null;
};

type OwnAddresses = {
  readonly own: readonly string[];
  readonly number: number;
  /** Whether the text ends as no text does. */
  readonly breaksOff: boolean;
};

/**
 * Where the rest of an article is.
 *
 * @param own addresses of the first page: the one that answered, and the one that it calls canonical.
 * @param number of the page that is looked for: 2 for the second.
 */
export function furtherLinks(found: readonly FurtherLink[], asked: OwnAddresses): FurtherLinks {
  const { own, number } = asked;
  const links = found.map((link) => ({ ...link, url: atHome(link.url, own) }));
  const bases = own.flatMap(baseOf);
  const next = links.find((link) => bases.some((base) => leadsOn(link, base, number)));
  const wholes = links.filter((link) => bases.some((base) => isOfArticle(link.url, base)));
  const whole =
    wholes.find(({ text }) => WHOLE.test(fold(text.trim()))) ??
    (next ? wholes.find(({ text }) => PRINT.test(fold(text.trim()))) : undefined);
  return {
    whole: whole?.url ?? null,
    next: next?.url ?? null,
    perhaps: next ? null : perhapsNext(links, asked),
  };
}

/** An address at the origin of the article where it has the same name: systems write "http:" and leave out "www." for years. */
function atHome(address: string, own: readonly string[]): string {
  const [url, ...homes] = [address, ...own].map((each) => URL.parse(each));
  const home = homes.find((each) => each && url && nameOf(each) === nameOf(url));
  return !home || !url || home.origin === url.origin
    ? address
    : `${home.origin}${url.pathname}${url.search}`;
}

const nameOf = ({ host }: URL): string => host.replace(/^www\./, "");

/** `rel=next` to an address of another form, of the same origin, where the page says that more of it follows. */
function perhapsNext(
  links: readonly FurtherLink[],
  { own, number, breaksOff }: OwnAddresses,
): string | null {
  const known = new Set(own.map(withoutSlash));
  const origins = new Set(own.flatMap((url) => URL.parse(url)?.origin ?? []));
  const saysPage = ({ text }: FurtherLink): boolean =>
    text.trim() === String(number) || NEXT_PAGE.test(fold(text.trim()));
  const labelled = new Set(links.filter(saysPage).map(({ url }) => url));
  const found = links.find(
    ({ url, isNext }) =>
      isNext &&
      (breaksOff || labelled.has(url)) &&
      !known.has(withoutSlash(url)) &&
      origins.has(URL.parse(url)?.origin ?? ""),
  );
  return found?.url ?? null;
}

const withoutSlash = (url: string): string => (canonicalUrl(url) ?? url).replace(/\/(?=\?|$)/, "");

/** The address of a first page without its mark: origin, path without a slash at its end, and query. */
type Base = { readonly origin: string; readonly path: string; readonly query: string };

function baseOf(address: string): Base[] {
  const url = URL.parse(canonicalUrl(address) ?? "");
  if (url === null || url.pathname === "/") return [];
  const marks = marksOf(url).filter(({ number }) => number <= 1);
  return [unmarked(url), ...marks];
}

const unmarked = ({ origin, pathname, search }: URL): Base => ({
  origin,
  path: pathname.replace(/\/$/, ""),
  query: search,
});

type Mark = Base & {
  readonly number: number;
  /** Not a bare number behind a hyphen, which may be one of a series of articles. */
  readonly isSure: boolean;
};

const WORDS = "page|seite|pagina|página|strona|sida|side|sivu|stranka|sayfa|pg|part|teil|p";
const IN_QUERY = new RegExp(`^(?:${WORDS}|paged|page_?(?:no|num|number)|curr_?page|s)$`, "i");
const AS_SEGMENT = new RegExp(`/(?:(?:${WORDS})[-/_]?)?(\\d{1,2})/?$`, "i");
const AS_SUFFIX = new RegExp(
  `[-_,.](?:(${WORDS})[-_,.]?)?(\\d{1,2})(?=(?:\\.[a-z]{2,5})?/?$)`,
  "i",
);

/** The numbers of pages that an address may have in it. */
function marksOf(url: URL): Mark[] {
  const { origin, pathname, search } = url;
  const without = (pattern: RegExp): Base => ({
    origin,
    path: pathname.replace(pattern, "").replace(/\/$/, ""),
    query: search,
  });
  const segment = AS_SEGMENT.exec(pathname)?.[1];
  const [, word, suffix] = AS_SUFFIX.exec(pathname) ?? [];
  return [
    ...markedInQuery(url),
    ...(segment === undefined
      ? []
      : [{ ...without(AS_SEGMENT), number: Number(segment), isSure: true }]),
    ...(suffix === undefined
      ? []
      : [{ ...without(AS_SUFFIX), number: Number(suffix), isSure: word !== undefined }]),
  ];
}

function markedInQuery({ href }: URL): Mark[] {
  const url = new URL(href);
  for (const [name, value] of url.searchParams) {
    if (!IN_QUERY.test(name) || !/^\d{1,2}$/.test(value)) continue;
    url.searchParams.delete(name);
    return [{ ...unmarked(url), number: Number(value), isSure: true }];
  }
  return [];
}

function leadsOn({ url, text, isNext }: FurtherLink, base: Base, number: number): boolean {
  const target = URL.parse(canonicalUrl(url) ?? "");
  if (target === null) return false;
  const label = fold(text.trim());
  const isLabelled = isNext || label === String(number) || NEXT.test(label);
  return marksOf(target).some(
    (mark) =>
      mark.number === number &&
      mark.origin === base.origin &&
      mark.query === base.query &&
      (mark.path === base.path || mark.path === base.path.replace(EXTENSION, "")) &&
      (mark.isSure || isLabelled),
  );
}

const EXTENSION = /\.[a-z]{2,5}$/i;

/** The same path with another query, a path below it, or one with its last part in it. */
function isOfArticle(address: string, base: Base): boolean {
  const target = URL.parse(address);
  if (target === null || target.origin !== base.origin) return false;
  const path = target.pathname.replace(/\/$/, "");
  if (path === base.path) return target.search !== "" && target.search !== base.query;
  const own = base.path.replace(EXTENSION, "");
  const slug = own.split("/").at(-1) ?? "";
  return path.startsWith(own) || (slug.length >= LEAST_SLUG && path.includes(slug));
}

const LEAST_SLUG = 8;

/** Folded words of links, as a whole. */
const NEXT =
  /^(?:next(?: page)?|weiter|nachste seite|page suivante|suivante?|siguiente|pagina siguiente|pagina successiva|avanti|volgende(?: pagina)?|proxima(?: pagina)?|nastepna(?: strona)?|nasta sida|naeste side|neste side|dalsi strana|[›»→>]+)[ ›»→>]*$/;
/** Of those the ones that speak of a page. */
const NEXT_PAGE =
  /^(?:next page|(?:zur |auf )?nachsten? seite|page suivante|pagina siguiente|siguiente pagina|pagina successiva|volgende pagina|proxima pagina|nastepna strona|nasta sida|naeste side|neste side|dalsi strana)[ ›»→>]*$/;
const WHOLE =
  /^(?:.{0,40}\bauf einer seite(?: lesen| anzeigen)?|komplettansicht|gesamtansicht|(?:view|read|show)?.{0,30}\b(?:single|one)[- ]page(?: view| version)?|view all(?: pages)?|all pages|.{0,30}\bsur une (?:seule )?page|.{0,30}\ben una (?:sola )?pagina|.{0,30}\bin una (?:sola )?pagina|.{0,30}\bem uma (?:so )?pagina|.{0,30}\bop een pagina|.{0,30}\bna jednej stronie)$/;
const PRINT =
  /^(?:print|drucken|druckansicht|druckversion|imprimer|imprimir|stampa|afdrukken|drukuj)\b.{0,30}$/;

/** What a further page is: all of the article, more of it, or none of it. */
export type FurtherKind = "whole" | "more" | "none";

type Told = Pick<Page, "title" | "canonicalUrl" | "publishedAt" | "text"> &
  Partial<Pick<Page, "url">>;

/** Of the runs of three words: a whole holds most of the first page, more of an article says something new below the lead that each page repeats. */
const SHARES = { ofFirstInWhole: 0.8, ofMoreInBefore: 0.6 };

/**
 * @param before the pages so far, the first one first.
 * @param isPerhaps its address does not say that it is a page of the article.
 */
export function judgeFurther(before: readonly Told[], page: Told, isPerhaps = false): FurtherKind {
  const [first] = before;
  if (first === undefined || !(isPerhaps ? isSurelyOfFirst : isOfFirst)(first, page)) return "none";
  const [firstRuns, runs] = [runsOf(tokens(first.text)), runsOf(tokens(page.text))];
  if (runs.length === 0) return "none";
  if (runs.length > firstRuns.length && shareIn(firstRuns, runs) >= SHARES.ofFirstInWhole)
    return "whole";
  const said = before.flatMap(({ text }) => runsOf(tokens(text)));
  return shareIn(runs, said) <= SHARES.ofMoreInBefore ? "more" : "none";
}

function isOfFirst(first: Told, page: Told): boolean {
  if (page.canonicalUrl !== null && page.canonicalUrl === first.canonicalUrl) return true;
  if (isOtherInSeries(first, page)) return false;
  const [one, other] = [first.title, page.title].map((title) => withoutNumber(title ?? ""));
  return one !== undefined && other !== undefined && one !== "" && areAlike(one, other);
}

/** The very title, and no address but its own or the first page's. */
function isSurelyOfFirst(first: Told, page: Told): boolean {
  const [own, itsOwn] = [first.canonicalUrl, canonicalUrl(page.url ?? "")];
  if (page.canonicalUrl !== null && ![own, itsOwn].includes(page.canonicalUrl)) return false;
  if (isOtherInSeries(first, page)) return false;
  const [one, other] = [first.title, page.title].map((title) => tokens(withoutNumber(title ?? "")));
  return (one?.length ?? 0) >= LEAST_TITLE && one?.join(" ") === other?.join(" ");
}

/** Shorter titles are those of columns. */
const LEAST_TITLE = 3;

/** Pages of one article are published together. */
const MOST_APART_MS = 12 * 3_600_000;

/** A column under one title that comes again on another day ("press-review", "press-review-2"), or the next part of a series. */
function isOtherInSeries(first: Told, page: Told): boolean {
  const dates = [first.publishedAt, page.publishedAt] as const;
  if (dates[0] !== null && dates[1] !== null && Math.abs(dates[0] - dates[1]) > MOST_APART_MS)
    return true;
  const [one, other] = [first.title, page.title].map((title) => PART.exec(title ?? "")?.[1]);
  return one !== undefined && other !== undefined && one !== other;
}

const PART = /\b(?:part|teil|partie|parte|deel|del|cz[eę]ść|díl|bölüm)\s*(\d{1,2})\b/iu;

/** "Bridge closed (page 2 of 3)". */
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
