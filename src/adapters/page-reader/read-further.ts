import {
  type FurtherLinks,
  furtherLinks,
  judgeFurther,
  MOST_PAGES,
  type PageLink,
} from "../../core/completing/further-pages.ts";
import { strictestTerms } from "../../core/completing/usage-terms.ts";
import type { Page } from "../../core/page.ts";
import { joinContent } from "../markup/join-content.ts";

/** A page by itself, with the links that it has. */
export type SinglePage = {
  readonly page: Omit<Page, "furtherUrl">;
  readonly links: readonly PageLink[];
};

type Joined = {
  readonly parts: readonly SinglePage[];
  readonly furtherUrl: string | null;
};

/**
 * The article of several pages: the first one with what the others add, or with the content of the one that has all of it.
 *
 * @param further the pages that were fetched after the first, in the order in which they were asked for; `null` for one
 *   without any text.
 */
export function joinPages(first: SinglePage, further: readonly (SinglePage | null)[]): Page {
  const own = [first.page.url, first.page.canonicalUrl].flatMap((url) => url ?? []);
  const links = furtherLinks(first.links, { own, number: 2 });
  const start: Joined = { parts: [first], furtherUrl: links.whole ?? links.next };
  const { parts, furtherUrl } = further.reduce<Joined>(
    (joined, single) =>
      joined.furtherUrl === null ? joined : join(joined, single, { own, links }),
    start,
  );
  const isEnd = further.length >= MOST_PAGES - 1;
  const terms = parts.map(({ page }) => page.terms).reduce(strictestTerms, first.page.terms);
  return { ...withContentOf(first.page, parts), terms, furtherUrl: isEnd ? null : furtherUrl };
}

type OfFirst = { readonly own: readonly string[]; readonly links: FurtherLinks };

function join({ parts, furtherUrl }: Joined, single: SinglePage | null, first: OfFirst): Joined {
  const { own, links } = first;
  const before = parts.map(({ page }) => page);
  const kind = single === null ? "none" : judgeFurther(before, single.page);
  if (single === null || kind === "none") {
    // What was promised to be all of it may be something else: then its pages are read.
    const mayRead = parts.length === 1 && furtherUrl !== links.next;
    return { parts, furtherUrl: mayRead ? links.next : null };
  }
  if (kind === "whole") return { parts: [single], furtherUrl: null };
  const number = parts.length + 2;
  return {
    parts: [...parts, single],
    furtherUrl: furtherLinks(single.links, { own, number }).next,
  };
}

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
