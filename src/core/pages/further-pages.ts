import { isCommentsLabel } from "../cleaning/rules/comments-label.ts";
import { fold } from "../text/fold.ts";
import { canonicalUrl } from "../urls/canonical-url.ts";

/*
 * Finds the further pages of an article. `rel=next` and "next" say little: most systems write them between one article and
 * the next, and between the pages of a list. Four kinds of links lead on:
 *   next       its address is the article's own with the page's number in it. The page must have the article's title or
 *              canonical address.
 *   whole      its words promise all of the article on one page, and its address contains the article's. The page must
 *              hold the first one.
 *   perhaps    `rel=next` to an address of another form, if a link calls it a page ("next page", "2") or the text breaks off.
 *              The page must have exactly the article's title, and no other canonical address.
 *   elsewhere  on another host: a pager link to the article's address, or `rel=next` with such words where the text breaks
 *              off. The page is not asked for, but the article is known to go on there.
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
  /** An address of another form than the article's: more of the article, or something else. */
  readonly perhaps: string | null;
};

type OwnAddresses = {
  readonly own: readonly string[];
  readonly number: number;
  /** Whether the text ends within a sentence. */
  readonly breaksOff: boolean;
};

/**
 * The addresses at which the rest of an article may be found.
 *
 * @param asked `own`: addresses of the first page, the one that answered and the one that it calls canonical. `number`: of
 *   the page that is looked for, 2 for the second.
 */
export function furtherLinks(found: readonly FurtherLink[], asked: OwnAddresses): FurtherLinks {
  const { own, number } = asked;
  const links = found.map((link) => ({ ...link, url: atHome(link.url, own) }));
  const bases = own.flatMap(baseOf);
  const next =
    links.find((link) => bases.some((base) => leadsOnFromZero(link, base, asked))) ??
    links.find((link) => bases.some((base) => leadsOn(link, base, number))) ??
    links.find((link) => isElsewhere(link, bases, asked));
  const wholes = links.filter((link) => bases.some((base) => isOfArticle(link.url, base)));
  const whole =
    wholes.find(({ text }) => WHOLE.test(fold(text.trim())) && !isCommentsLabel(text)) ??
    (next ? wholes.find(({ text }) => PRINT.test(fold(text.trim()))) : undefined);
  return {
    whole: whole?.url ?? null,
    next: next?.url ?? null,
    perhaps: next ? null : perhapsNext(links, asked),
  };
}

/** An address with the article's origin, if the host is the same but for "www.": systems keep old forms of links for years. */
function atHome(address: string, own: readonly string[]): string {
  const [url, ...homes] = [address, ...own].map((each) => URL.parse(each));
  const home = homes.find((each) => each && url && nameOf(each) === nameOf(url));
  return !home || !url || home.origin === url.origin
    ? address
    : `${home.origin}${url.pathname}${url.search}`;
}

const nameOf = ({ host }: URL): string => host.replace(/^www\./, "");

/** `rel=next` to an address of another form and the same origin, if the page says that more follows or breaks off. */
function perhapsNext(
  links: readonly FurtherLink[],
  { own, number, breaksOff }: OwnAddresses,
): string | null {
  const known = new Set(own.map(withoutSlash));
  const origins = new Set(own.flatMap((url) => URL.parse(url)?.origin ?? []));
  const saysNext = ({ text }: FurtherLink): boolean => saysNextPage(text, number);
  const labelled = new Set(links.filter(saysNext).map(({ url }) => url));
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

type PagerMark = Base & {
  readonly number: number;
  /** `false` for a bare number behind a hyphen, which may count the articles of a series. */
  readonly isSure: boolean;
};

const WORDS = "page|seite|pagina|página|strona|sida|side|sivu|stranka|sayfa|pg|part|teil|p";
const IN_QUERY = new RegExp(`^(?:${WORDS}|paged|page_?(?:no|num|number)|curr_?page|s)$`, "i");
const AS_SEGMENT = new RegExp(`/(?:(?:${WORDS})[-/_]?)?(\\d{1,2})/?$`, "i");
const AS_SUFFIX = new RegExp(
  `[-_,.](?:(${WORDS})[-_,.]?)?(\\d{1,2})(?=(?:\\.[a-z]{2,5})?/?$)`,
  "i",
);

/** The page numbers that an address may contain. */
function marksOf(url: URL): PagerMark[] {
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

function markedInQuery({ href }: URL): PagerMark[] {
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
  const label = fold(text.trim());
  const isLabelled = isNext || label === String(number) || NEXT.test(label);
  // A pager whose "3" leads to `?page=2` counts from 0.
  if (target === null || (/^\d{1,2}$/.test(label) && !isLabelled)) return false;
  return marksOf(target).some(
    (mark) =>
      mark.number === number &&
      mark.origin === base.origin &&
      isMarkOf(mark, base) &&
      (mark.isSure || isLabelled),
  );
}

const isMarkOf = (mark: PagerMark, base: Base): boolean =>
  mark.query === base.query &&
  (mark.path === base.path || mark.path === base.path.replace(EXTENSION, ""));

/** Drupal's pagers count from 0: "2" leads to `?page=1`. */
function leadsOnFromZero(
  { url, text, isNext }: FurtherLink,
  base: Base,
  { own, number }: OwnAddresses,
): boolean {
  const target = URL.parse(canonicalUrl(url) ?? "");
  if (target === null || !(isNext || text.trim() === String(number))) return false;
  const isOwn = own.some((address) => canonicalUrl(address) === target.href);
  return (
    !isOwn &&
    markedInQuery(target).some(
      (mark) =>
        mark.number > 0 &&
        mark.number === number - 1 &&
        mark.origin === base.origin &&
        isMarkOf(mark, base),
    )
  );
}

/** Whether a link to another host than the article's surely leads to its next page. */
function isElsewhere(
  { url, text, isNext }: FurtherLink,
  bases: readonly Base[],
  { own, number, breaksOff }: OwnAddresses,
): boolean {
  const target = URL.parse(canonicalUrl(url) ?? "");
  if (target === null || own.some((address) => URL.parse(address)?.origin === target.origin))
    return false;
  const isNamed = saysNextPage(text, number);
  if (isNext && isNamed && breaksOff) return true;
  const isMarked = (mark: PagerMark): boolean =>
    mark.number === number && bases.some((base) => isMarkOf(mark, base));
  return (isNext || isNamed) && marksOf(target).some(isMarked);
}

/** Whether the words of a link are those of pagers: a number, "next". */
export const saysPage = (text: string): boolean =>
  text.length <= MAX_LABEL && (/^\d{1,2}$/.test(text.trim()) || NEXT.test(fold(text.trim())));

/** In characters; a longer text of a link is a headline. */
const MAX_LABEL = 30;

const saysNextPage = (text: string, number: number): boolean =>
  text.trim() === String(number) || NEXT_PAGE.test(fold(text.trim()));

const EXTENSION = /\.[a-z]{2,5}$/i;

/** Whether an address has the article's path with another query, a path below it, or its last part in the path. */
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

/** Whole texts of links, folded. */
const NEXT =
  /^(?:next(?: page)?|weiter|nachste seite|page suivante|suivante?|siguiente|pagina siguiente|pagina successiva|avanti|volgende(?: pagina)?|proxima(?: pagina)?|nastepna(?: strona)?|nasta sida|naeste side|neste side|dalsi strana|[›»→>]+)[ ›»→>]*$/;
/** The texts of NEXT, and their like, that speak of a page. */
const NEXT_PAGE =
  /^(?:next page|(?:zur |auf )?nachsten? seite|page suivante|pagina siguiente|siguiente pagina|pagina successiva|volgende pagina|proxima pagina|nastepna strona|nasta sida|naeste side|neste side|dalsi strana)[ ›»→>]*$/;
const WHOLE =
  /^(?:.{0,40}\bauf einer seite(?: lesen| anzeigen)?|komplettansicht|gesamtansicht|(?:view|read|show)?.{0,30}\b(?:single|one)[- ]page(?: view| version)?|view all(?: pages)?|all pages|.{0,30}\bsur une (?:seule )?page|.{0,30}\ben una (?:sola )?pagina|.{0,30}\bin una (?:sola )?pagina|.{0,30}\bem uma (?:so )?pagina|.{0,30}\bop een pagina|.{0,30}\bna jednej stronie)$/;
const PRINT =
  /^(?:print|drucken|druckansicht|druckversion|imprimer|imprimir|stampa|afdrukken|drukuj)\b.{0,30}$/;
