import { isElement } from "./dom.ts";
import { lineOf, type PageFacts } from "./page-facts.ts";
import { isSiteName } from "./site-name.ts";
import {
  type Found,
  firstFound,
  linkedText,
  metaPlaces,
  type Place,
  type Sources,
} from "./sources.ts";

/** The headline, without the name of the site that titles for search engines carry. */
export function readTitle(sources: Sources, siteName: string | null): Found<string> | null {
  const isSite = (text: string): boolean => isSiteName(text, siteName, sources.url);
  const places = PLACES.map(([from, read]): Place<string> => {
    const readOwn = (given: Sources): string | null => {
      const title = read(given);
      return title === null || isSite(title) ? null : title;
    };
    return [from, readOwn];
  });
  // A page that calls itself what its site is called is better than one without a name.
  const found = firstFound(places, sources) ?? firstFound(PLACES, sources);
  return found && { ...found, value: withoutSite(found.value, sources.facts.headings, isSite) };
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

function headlineItem({ items }: PageFacts): string | null {
  const elements = (items.get("headline") ?? []).filter(isElement);
  return elements.map(lineOf).find((text) => text !== "") ?? null;
}

/** The heading that the title begins with, else the only one; in many old pages that is the site's. */
function ownHeading({ headings, title }: PageFacts): string | null {
  const shared = headings.find((text) => title?.startsWith(text));
  if (shared !== undefined) return shared;
  const [only] = headings;
  return headings.length === 1 && only !== undefined && !title?.includes(only) ? only : null;
}

const SEPARATOR = /\s+[|–—·•»«:-]+\s+|\s*[|»│]\s*/g;

/** "Bridge closed - The Valley Letter": what follows is the site, or the page's heading ends there. */
function withoutSite(
  title: string,
  headings: readonly string[],
  isSite: (text: string) => boolean,
): string {
  for (const match of title.matchAll(SEPARATOR)) {
    const head = title.slice(0, match.index).trim();
    const tail = title.slice(match.index + match[0].length);
    if (head !== "" && (headings.includes(head) || isSite(tail))) return head;
  }
  return title;
}
