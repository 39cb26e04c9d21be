import { endsInEllipsis } from "../../core/articles/ellipsis.ts";
import {
  type FurtherLink,
  type FurtherLinks,
  furtherLinks,
} from "../../core/pages/further-pages.ts";
import { judgeFurther } from "../../core/pages/judge-further.ts";
import type { Page } from "../../core/pages/page.ts";
import { strictestTerms } from "../../core/rights/usage-terms.ts";
import { joinContent } from "../markup/join-content.ts";

/** A page by itself, with the links that it has. */
export type SinglePage = {
  readonly page: Omit<Page, "furtherUrl" | "goesOn">;
  readonly links: readonly FurtherLink[];
};

/** The page to read next: `whole` has all of the article, `next` is its next page, `perhaps` may be that. */
type Search = { readonly url: string; readonly kind: keyof FurtherLinks };

type Joined = {
  readonly parts: readonly SinglePage[];
  readonly search: Search | null;
};

/**
 * Joins the pages of an article: the first page's metadata with the content of all, or of the one that has the whole.
 *
 * @param further the pages that were fetched after the first, in the order in which they were asked for; `null` for one
 *   without any text.
 */
export function joinPages(first: SinglePage, further: readonly (SinglePage | null)[]): Page {
  const own = [first.page.url, first.page.canonicalUrl].flatMap((url) => url ?? []);
  const breaksOff = isBrokenOff(first.page.text);
  const links = furtherLinks(first.links, { own, number: 2, breaksOff });
  const start: Joined = { parts: [first], search: searchOf(links, ["whole", "next", "perhaps"]) };
  const { parts, search } = further.reduce<Joined>(
    (joined, single) => (joined.search === null ? joined : join(joined, single, { own, links })),
    start,
  );
  const terms = parts.map(({ page }) => page.terms).reduce(strictestTerms, first.page.terms);
  const goesOn = search !== null && search.kind !== "perhaps";
  return { ...withContentOf(first.page, parts), terms, furtherUrl: search?.url ?? null, goesOn };
}

function searchOf(links: FurtherLinks, kinds: readonly (keyof FurtherLinks)[]): Search | null {
  const found = kinds.flatMap((kind) => (links[kind] === null ? [] : [{ url: links[kind], kind }]));
  return found[0] ?? null;
}

type OfFirst = { readonly own: readonly string[]; readonly links: FurtherLinks };

function join({ parts, search }: Joined, single: SinglePage | null, first: OfFirst): Joined {
  const { own, links } = first;
  const before = parts.map(({ page }) => page);
  const isPerhaps = search?.kind === "perhaps";
  const kind = single === null ? "none" : judgeFurther(before, single.page, isPerhaps);
  if (single === null || kind === "none") {
    // If the page that promised the whole article is something else, the article's single pages are read.
    if (parts.length === 1 && search?.kind === "whole")
      return { parts, search: searchOf(links, ["next", "perhaps"]) };
    // A page without text is still wanted; a page of another article ends the search.
    return { parts, search: single === null ? search : null };
  }
  if (kind === "whole") return { parts: [single], search: null };
  const known = [...own, ...before.flatMap(({ url }) => url ?? [])];
  return {
    parts: [...parts, single],
    search: searchAfter(single, { own, known, number: parts.length + 2 }),
  };
}

type FollowedPages = {
  readonly own: readonly string[];
  readonly known: readonly string[];
  readonly number: number;
};

/** The page to read after one of the further pages, or `null`. */
function searchAfter(
  { page, links }: SinglePage,
  { own, known, number }: FollowedPages,
): Search | null {
  const breaksOff = isBrokenOff(page.text);
  const { next } = furtherLinks(links, { own, number, breaksOff });
  const read = [...known, page.url ?? ""];
  const { perhaps } = furtherLinks(links, { own: read, number, breaksOff });
  return searchOf({ whole: null, next, perhaps }, ["next", "perhaps"]);
}

/** Whether a text ends in an ellipsis, or in a long line without a stop: its last sentence goes on elsewhere. */
function isBrokenOff(text: string): boolean {
  const last = text.slice(-2_000).split("\n").at(-1) ?? "";
  return (
    endsInEllipsis(last) ||
    (/^\p{L}.*[\p{Ll},]$/u.test(last) && last.split(" ").length >= LEAST_LINE)
  );
}

/** In words; shorter lines are labels, signatures and headings. */
const LEAST_LINE = 12;

function withContentOf(
  first: SinglePage["page"],
  parts: readonly SinglePage[],
): SinglePage["page"] {
  const [only] = parts;
  if (parts.length === 1 && only?.page === first) return first;
  return {
    ...first,
    ...joinContent(parts.map(({ page }) => page.contentHtml)),
    removed: parts.flatMap(({ page }) => page.removed),
  };
}
