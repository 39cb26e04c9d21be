import { tokens } from "../../core/text/tokens.ts";
import { isElement } from "./dom.ts";
import { lineOf, oneLine, type PageFacts } from "./page-facts.ts";
import { headingsOf, isAlike, type ShownBlock, type ShownPage } from "./shown-page.ts";
import { isSiteName } from "./site-name.ts";
import {
  type Found,
  firstFound,
  linkedText,
  metaPlaces,
  type Place,
  type Sources,
} from "./sources.ts";
import { segmentsOf, separatorOf } from "./title-segments.ts";

/** The headline, without the site's name, which titles for search engines carry. */
export function readTitle(sources: Sources, siteName: string | null): Found<string> | null {
  const isSite = (text: string): boolean => isSiteName(text, siteName, sources.url);
  const places = PLACES.map(([from, read]): Place<string> => {
    const readOwn = (given: Sources): string | null => {
      const title = read(given);
      return title === null || isSite(title) ? null : title;
    };
    return [from, readOwn];
  });
  // The site's name as a title is better than no title.
  const found = firstFound(places, sources) ?? firstFound(PLACES, sources);
  if (!found) return null;
  const headings = headingsOf(sources.facts.shown).map(({ text }) => text);
  const own =
    segmentOf(found.value, leadHeadings(sources.facts.shown, isSite)) ??
    withoutSite(found.value, [...headings, ...sources.facts.headings], isSite);
  const told = {
    ...found,
    value: found.from === "title" ? (shownSegment(own, sources.facts.shown) ?? own) : own,
  };
  return shownHeadline(told, sources, isSite) ?? told;
}

/** In words; a shorter headline is a section ("News"). */
const LEAST_WORDS = 2;
const MAX_LENGTH = 300;
/** Most words of a site's or a section's name at the end of a title. */
const MOST_SITE_WORDS = 4;

/**
 * The headline that the page shows, if it declares another one; `null` if some heading has the declared title. Declared
 * titles are written for search engines and networks, and some systems put a description, a section or the site's name
 * there.
 */
function shownHeadline(
  { value, from }: Found<string>,
  { facts }: Sources,
  isSite: (text: string) => boolean,
): Found<string> | null {
  const shown = mainHeading(facts.shown, isSite, from === "title");
  if (shown === null || shown.length > MAX_LENGTH) return null;
  const [words, told] = [tokens(shown), tokens(value)];
  if (words.length < LEAST_WORDS) return null;
  const windowTitle = facts.title ?? "";
  if (words.length <= MOST_SITE_WORDS && windowTitle !== shown && windowTitle.endsWith(shown))
    return null;
  // The declared title may be a section ("News") that is a heading, too; the window's title then holds the headline.
  const isSection =
    told.length < LEAST_WORDS && words.length > MOST_SITE_WORDS && windowTitle.includes(shown);
  // Some publishers declare only as much of a headline as search engines show.
  if (isBeginning(told, words) && isAlike(told, words))
    return { value: oneLine(shown), from: "h1" };
  const headings = [...headingsOf(facts.shown).map(({ text }) => text), ...facts.headings];
  const isShown = headings.some((text) => says(tokens(text), told));
  return isShown && !isSection ? null : { value: oneLine(shown), from: "h1" };
}

/** The only main heading; else, if only the window has a title, the first heading right above the first sentence. */
function mainHeading(
  shown: ShownPage,
  isSite: (text: string) => boolean,
  isUntitled: boolean,
): string | null {
  const main = headingsOf(shown).filter(({ level, text }) => level === 1 && !isSite(text));
  const distinct = new Set(main.map(({ text }) => text));
  if (distinct.size === 1) return main[0]?.text ?? null;
  return isUntitled ? (leadHeadings(shown, isSite)[0]?.text ?? null) : null;
}

const isBeginning = (part: readonly string[], whole: readonly string[]): boolean =>
  part.length < whole.length && whole.slice(0, part.length).join(" ") === part.join(" ");

const says = (heading: readonly string[], told: readonly string[]): boolean =>
  isAlike(heading, told) || ` ${heading.join(" ")} `.includes(` ${told.join(" ")} `);

/** The headings right above the first sentence. */
function leadHeadings({ blocks }: ShownPage, isSite: (text: string) => boolean): ShownBlock[] {
  const prose = blocks.findIndex(({ isProse }) => isProse);
  const above = blocks.slice(Math.max(0, prose - 4), Math.max(0, prose));
  return above.filter(
    ({ level, isAround, text }) => level > 0 && level <= 2 && !isAround && !isSite(text),
  );
}

const PLACES: readonly Place<string>[] = [
  ["json-ld", linkedText("headline")],
  ...metaPlaces(["og:title", "twitter:title", "dc.title", "dcterms.title"]),
  ...metaPlaces(["parsely-title", "sailthru.title", "title"]),
  ["itemprop", ({ facts }) => headlineItem(facts)],
  ["h1", ({ facts }) => ownHeading(facts)],
  ["title", ({ facts }) => facts.title],
  ["h1", ({ facts }) => facts.headings[0] ?? null],
];

/** In words; a heading this long with which the window's title begins is the headline, whatever its level. */
const LEAST_NAMED = 4;

function headlineItem({ items }: PageFacts): string | null {
  const elements = (items.get("headline") ?? []).filter(isElement);
  return elements.map(lineOf).find((text) => text !== "") ?? null;
}

/** The heading that the window's title begins or ends with, else the only main one; in many old pages that is the site's. */
function ownHeading({ shown, title }: PageFacts): string | null {
  const headings = headingsOf(shown);
  // "Site » Archive » Headline"
  const last = title?.includes("»") ? title.split("»").at(-1)?.trim() : undefined;
  if (headings.some(({ text }) => text === last) && last?.includes(" ")) return last;
  const main = headings.flatMap(({ level, text }) => (level === 1 ? [text] : []));
  const shared = main.find((text) => title?.startsWith(text));
  if (shared !== undefined) return shared;
  // A gadget may have the only main heading.
  const named = headings.find(({ text, words }) => words >= LEAST_NAMED && title?.startsWith(text));
  if (named !== undefined) return named.text;
  const [only] = main;
  return main.length === 1 && only !== undefined && !title?.includes(only) ? only : null;
}

/** The segment of a title that is the main heading right above the first sentence, in whatever order segments stand. */
function segmentOf(title: string, leads: readonly ShownBlock[]): string | null {
  const lead = leads.findLast(({ level }) => level === 1);
  if (lead === undefined || lead.words < LEAST_WORDS) return null;
  const heading = wordsOf(lead.text);
  const [, behindColon = ""] = /^[^:]{3,60}:\s+(.+)$/su.exec(title) ?? [];
  return [...segmentsOf(title), behindColon].find((part) => wordsOf(part) === heading) ?? null;
}

/** The one segment of a window's title that a line of the page says: pages without headings show their headline so. */
function shownSegment(title: string, { blocks }: ShownPage): string | null {
  const [whole, segments] = [wordsOf(title), segmentsOf(title)];
  const lines = blocks.filter(
    ({ isAround, isProse, text }) => !isAround && !isProse && text.length <= MAX_LENGTH,
  );
  if (segments.length < 2 || lines.some(({ text }) => wordsOf(text) === whole)) return null;
  const said = new Set(lines.flatMap(({ text }) => segmentsOf(text).map(wordsOf)));
  const found = segments.filter(
    (part) => tokens(part).length >= LEAST_NAMED && said.has(wordsOf(part)),
  );
  return found.length === 1 ? (found[0] ?? null) : null;
}

const wordsOf = (text: string): string => tokens(text).join(" ");

/** Cuts a title where its site begins or one of the page's headings ends: "Bridge closed - The Valley Letter". */
function withoutSite(
  title: string,
  headings: readonly string[],
  isSite: (text: string) => boolean,
): string {
  const own = withoutEdges(title, isSite);
  const segments = segmentsOf(own);
  const said = new Set(headings.map(wordsOf));
  const isHeading = (part: string): boolean => said.has(wordsOf(part));
  const isSection = (part: string): boolean =>
    part === segments.at(-1) && tokens(part).length <= MOST_SITE_WORDS;
  const shown = segments.filter(
    (part) => part !== "" && isHeading(part) && !isSite(part) && !isSection(part),
  );
  // Some titles begin with the site: the longest segment that is also a heading is the headline.
  const [longest] = shown.toSorted((a, b) => b.length - a.length);
  if (segments.length > 1 && longest !== undefined && longest.includes(" ")) return longest;
  for (const match of own.matchAll(separatorOf(own))) {
    const head = own.slice(0, match.index).trim();
    const tail = own.slice(match.index + match[0].length);
    if (head !== "" && (isHeading(head) || isSite(tail))) return head;
  }
  return own;
}

/** "The Valley Letter: Bridge closed", "valley » Bridge closed", "Bridge closed (The Valley Letter)". */
function withoutEdges(title: string, isSite: (text: string) => boolean): string {
  const before = /^([^:|»«–—-]{3,60}?)\s*(?::\s|[|»]|\s[–—-]+\s)\s*(?=\S)/u.exec(title);
  if (before?.[1] !== undefined && isSite(before[1])) return title.slice(before[0].length);
  const behind = /\s+\(([^()]{3,60})\)$/u.exec(title);
  return behind?.[1] !== undefined && isSite(behind[1]) ? title.slice(0, behind.index) : title;
}
