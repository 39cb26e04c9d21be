import { readDate } from "../feed-reader/read-date.ts";
import { isElement, type PageElement } from "./dom.ts";
import { attributesOf, isInside, lineOf } from "./page-facts.ts";
import { dayBelow, isNamedForOthers, type ShownDay, shownDay } from "./shown-dates.ts";
import type { Headline } from "./shown-page.ts";
import {
  type Found,
  firstFound,
  linkedText,
  metaPlaces,
  type Place,
  type Sources,
} from "./sources.ts";

/** No page is older than the web. Future dates are judged where articles are stored (core/intake/decide-article.ts). */
const FIRST_PAGE = Date.UTC(1990, 0, 1);

/*
 * The date of publication, from the first that has one: what publishers declare for machines; the day beside the headline,
 * unless the page's address says another; the address, or what systems write into every page, which may be the system's
 * day; a day below the article. A time without a zone is in the zone of the page's other times.
 */
export function readPublishedAt(sources: Sources, headline: Headline): Found<number> | null {
  const declared = firstFound(DECLARED, sources);
  if (declared) return declared;
  const written = dateInUrl(sources.url);
  const shown = shownDay(sources.facts.shown, headline, isDayFirst(sources));
  const agree = shown !== null && (written === null || Math.abs(shown.at - written) <= 2 * DAY_MS);
  if (agree) return { value: instantOf(shown, sources), from: "text" };
  const other = firstFound(OTHERWISE, sources);
  const below = other ? null : dayBelow(sources.facts.shown, headline, isDayFirst(sources));
  return below === null ? other : { value: instantOf(below, sources), from: "text" };
}

const instantOf = ({ at, isLocal }: ShownDay, sources: Sources): number =>
  isLocal ? at - zoneOfPage(sources) : at;

const MINUTE_MS = 60_000;
const WITH_ZONE = /T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?([+-])(\d{2}):?(\d{2})$/;

/**
 * Offset from UTC, in milliseconds (positive to the east), of the times that a page declares, if all agree; else 0. Times
 * in UTC are not counted: systems that write them may show others.
 */
function zoneOfPage({ facts, data }: Sources): number {
  const declared = ["datePublished", "dateModified"].map((key) => data.article?.get(key));
  const written = [...declared, ...[...facts.meta.values()].flat()];
  const zones = new Set(
    written.flatMap((value) => {
      const [, sign, hours, minutes] = (typeof value === "string" && WITH_ZONE.exec(value)) || [];
      const east = Number(hours) * 60 + Number(minutes);
      return sign === undefined || east === 0 ? [] : [sign === "-" ? -east : east];
    }),
  );
  return zones.size === 1 ? [...zones].reduce((sum, east) => sum + east * MINUTE_MS, 0) : 0;
}

const DAY_MS = 86_400_000;

/** Only Americans write the month first; their pages are in English, and rarely at an address of another country. */
function isDayFirst({ facts: { language }, url }: Sources): boolean {
  const tag = (language ?? "en").toLowerCase();
  if (!tag.startsWith("en")) return true;
  if (/^en-(?:gb|au|nz|ie|in|za|ca|sg|hk)/.test(tag)) return true;
  return /\.(?:uk|au|nz|ie|in|za|eu|de|at|ch|fr|it|es|nl|pl|pt|br|dk|se|no|fi)$/.test(
    URL.parse(url ?? "")?.hostname ?? "",
  );
}

export const readUpdatedAt = (sources: Sources): Found<number> | null =>
  firstFound(UPDATED, sources);

/** The date in a short line of text that has a year ("Updated 12 March 2024, 10:15"), or `null`. */
export function dateInText(text: string): number | null {
  return text.length <= 120 && /(?:^|\D)(?:19|20)\d{2}(?:\D|$)/.test(text) ? dateOf(text) : null;
}

const dated = (places: readonly Place<string>[]): Place<number>[] =>
  places.map(([from, read]) => [
    from,
    (sources) => {
      const text = read(sources);
      return text === null ? null : instantIn(text, sources);
    },
  ]);

/** ISO 8601 with a time and without a zone. */
const LOCAL = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(?::\d{2})?(?:\.\d{1,9})?$/;

function instantIn(text: string, sources: Sources): number | null {
  const at = dateOf(text);
  return at !== null && LOCAL.test(text) ? at - zoneOfPage(sources) : at;
}

function dateOf(text: string): number | null {
  const at = readDate(text);
  return at !== null && at >= FIRST_PAGE ? at : null;
}

const DECLARED: readonly Place<number>[] = [
  ...dated([["json-ld", linkedText("datePublished", "dateCreated", "uploadDate")]]),
  ...dated(
    metaPlaces(["article:published_time", "og:article:published_time", "og:published_time"]),
  ),
  ...dated(metaPlaces(["article:published", "article:publish_date", "og:pubdate", "pubdate"])),
  ...dated(metaPlaces(["dc.date.issued", "dcterms.issued", "parsely-pub-date", "sailthru.date"])),
  ...dated(metaPlaces(["datepublished", "publishdate", "publish-date", "publish_date"])),
  ...dated(metaPlaces(["publication_date", "cxenseparse:recs:publishtime", "citation_date"])),
  ...dated(metaPlaces(["published_at"])),
  ["itemprop", (sources) => first(sources.facts.items.get("datepublished"), sources)],
  ["time", (sources) => first(sources.facts.times.filter(isOwnTime), sources)],
];

const OTHERWISE: readonly Place<number>[] = [
  ["url", ({ url }) => dateInUrl(url)],
  ["text", ({ facts }) => facts.dateLines.map(dateInText).find((at) => at !== null) ?? null],
  ...dated(metaPlaces(["date", "dc.date", "dcterms.date", "dc.date.created", "dcterms.created"])),
];

const UPDATED: readonly Place<number>[] = [
  ...dated([["json-ld", linkedText("dateModified")]]),
  ...dated(metaPlaces(["article:modified_time", "og:updated_time", "article:modified"])),
  ...dated(metaPlaces(["dcterms.modified", "dc.date.modified", "datemodified", "last-modified"])),
  ["itemprop", (sources) => first(sources.facts.items.get("datemodified"), sources)],
];

function first(elements: readonly PageElement[] | undefined, sources: Sources): number | null {
  for (const element of elements ?? []) {
    const attributes = attributesOf(element);
    const written = attributes.get("datetime") ?? attributes.get("content") ?? lineOf(element);
    const at = instantIn(written, sources);
    if (at !== null) return at;
  }
  return null;
}

const ASIDE = new Set(["ASIDE", "NAV", "FOOTER", "LI"]);

/** Times of teasers and comments stand in lists and asides, or in elements named for them. */
const isOwnTime = (time: PageElement): boolean =>
  !isInside(time, ASIDE) && !isOfOthers(time.parentNode);

const WHOLE = new Set(["ARTICLE", "MAIN", "BODY", "HTML"]);

function isOfOthers(element: PageElement | null): boolean {
  for (let at = element; isElement(at); at = at.parentNode)
    if (!WHOLE.has(at.tagName) && isNamedForOthers(at)) return true;
  return false;
}

/** The date in an address: `/2024/03/17/`. */
function dateInUrl(url: string | null): number | null {
  const match = /\/((?:19|20)\d{2})[/-](\d{1,2})[/-](\d{1,2})(?=[/-]|$)/.exec(
    (url && URL.parse(url)?.pathname) || "",
  );
  if (!match || Number(match[2]) > 12 || Number(match[3]) > 31) return null;
  return dateOf(`${match[1]}-${match[2]}-${match[3]}`);
}
