import type { DerivedField } from "../articles/article-draft.ts";
import { endsInEllipsis } from "../articles/ellipsis.ts";
import type { Item } from "../articles/item.ts";
import type { Image } from "../media/media.ts";
import { fold } from "../text/fold.ts";
import { tokens } from "../text/tokens.ts";
import { canonicalUrl, isHomePage, isOnHost } from "../urls/canonical-url.ts";
import type { Page } from "./page.ts";

/** An item, completed from its page. */
export type CompletedItem = {
  /** The item with its gaps filled; its own values count. Content and summary are still the item's. */
  readonly item: Item;
  readonly derived: readonly DerivedField[];
  /** The page's address, normalized, where it is better than the item's link; else the link, normalized. */
  readonly canonicalUrl: string | null;
  /** The place in the page of each value that it gave, by field: "page: json-ld". */
  readonly provenance: Readonly<Record<string, string>>;
};

type ItemAndPage = {
  readonly item: Item;
  /** Fields that our reader worked out; the page's values replace them. */
  readonly derived: readonly DerivedField[];
  readonly page: Page;
};

/** Fills the gaps of an item from its page. */
export function completeItem({ item, derived, page }: ItemAndPage): CompletedItem {
  const own = withoutDerived(item, derived);
  const gains = [...GAPS, completeTitle, completeCategories, completeImage]
    .map((complete) => complete(own, page))
    .filter((gain) => gain !== null);
  const completed: Item = Object.assign({}, item, ...gains.map(({ values }) => values));
  const address = betterAddress(own, page);
  const placeOf = (field: string): string => page.provenance.get(field) ?? "text";
  const places = gains.map(({ values, field }) => [Object.keys(values)[0] ?? "", placeOf(field)]);
  if (address !== null) places.push(["canonicalUrl", placeOf("canonicalUrl")]);
  const taken = new Map(places.map(([field = "", place = ""]) => [field, place]));
  return {
    item: completed,
    derived: DERIVED.filter((field) =>
      taken.has(field) ? isWorkedOut(field, taken) : derived.includes(field),
    ),
    canonicalUrl: address ?? canonicalUrl(completed.link ?? ""),
    provenance: Object.fromEntries([...taken].map(([field, place]) => [field, `page: ${place}`])),
  };
}

const DERIVED: readonly DerivedField[] = ["title", "publishedAt", "language"];

/** Whether a value is derived: a title or a language from the text is, a date that the text states is not. */
const isWorkedOut = (field: DerivedField, taken: ReadonlyMap<string, string>): boolean =>
  field !== "publishedAt" && taken.get(field) === "text";

function withoutDerived(item: Item, derived: readonly DerivedField[]): Item {
  const nothing = Object.fromEntries(derived.map((field) => [field, null]));
  return { ...item, ...nothing };
}

/** One field of the item, and the field of the page that it is from. */
type Gain = { readonly values: Partial<Item>; readonly field: keyof Page };
type Complete = (own: Item, page: Page) => Gain | null;

const GAPS: readonly Complete[] = [
  (own, { authors }) =>
    own.authors.some(({ name }) => name !== null) || authors.length === 0
      ? null
      : { values: { authors }, field: "authors" },
  (own, { publishedAt }) =>
    own.publishedAt !== null || publishedAt === null
      ? null
      : { values: { publishedAt }, field: "publishedAt" },
  (own, { language }) =>
    own.language !== null || language === null ? null : { values: { language }, field: "language" },
  (own, page) =>
    own.link !== null || page.canonicalUrl === null
      ? null
      : { values: { link: page.canonicalUrl }, field: "canonicalUrl" },
  (own, { rights, terms }) => {
    const said = rights ?? terms.licenceUrl;
    return own.rights !== null || said === null
      ? null
      : { values: { rights: said }, field: rights === null ? "terms" : "rights" };
  },
  (own, { terms: { licenceUrl } }) =>
    own.licences !== undefined || licenceUrl === null
      ? null
      : { values: { licences: [licenceUrl] }, field: "terms" },
];

function completeTitle({ title: own }: Item, { title }: Page): Gain | null {
  if (title === null || (own !== null && !isCutFrom(own, title))) return null;
  return { values: { title }, field: "title" };
}

/** Whether a title is the cut beginning of another; its last word may be cut, too: "Bridge stays closed for a th…". */
function isCutFrom(cut: string, whole: string): boolean {
  if (!endsInEllipsis(cut)) return false;
  const [start, all] = [tokens(cut), tokens(whole)];
  const sure = start.slice(0, -1);
  return (
    sure.length > 0 && all.length >= start.length && sure.every((word, at) => all[at] === word)
  );
}

/** Most categories from a page's section and tags; longer lists are written for search engines. */
const MAX_TAGS = 20;

/** The item's own categories, then the page's; categories that fold alike are the same. */
function completeCategories({ categories: own }: Item, page: Page): Gain | null {
  const known = new Set(own.map(fold));
  const more = [page.section ?? "", ...page.categories].slice(0, MAX_TAGS).filter((category) => {
    const isNew = category !== "" && !known.has(fold(category));
    known.add(fold(category));
    return isNew;
  });
  if (more.length === 0) return null;
  const field = page.categories.some((each) => more.includes(each)) ? "categories" : "section";
  return { values: { categories: [...own, ...more] }, field };
}

function completeImage({ image: own }: Item, { image: theirs }: Page): Gain | null {
  if (theirs === null || isStandIn(theirs.url)) return null;
  const image = own === null ? theirs : betterImage(own, theirs);
  return image === own ? null : { values: { image }, field: "image" };
}

/** File names of pictures that sites show for articles without one. */
const STAND_IN =
  /(?:^|[^a-z])(?:logo|default|placeholder|fallback|no-?image|blank|favicon)(?:[^a-z]|$)/i;

const isStandIn = (url: string): boolean => STAND_IN.test(fileOf(url));

/** In pixels; networks call wider pictures large. A picture of unknown width counts as smaller. */
const LARGE_WIDTH = 600;

function betterImage(own: Image, theirs: Image): Image {
  const isLarger = (theirs.width ?? 0) > (own.width ?? LARGE_WIDTH - 1);
  if (fileOf(own.url) !== fileOf(theirs.url)) return isLarger ? theirs : own;
  const alt = own.alt ?? theirs.alt;
  const credit = own.credit ?? theirs.credit;
  if (isLarger) return { ...theirs, alt, credit };
  return alt === own.alt && credit === own.credit ? own : { ...own, alt, credit };
}

/** Last part of the path; addresses of one picture in several sizes differ in the rest. */
const fileOf = (url: string): string => URL.parse(url)?.pathname.split("/").at(-1) ?? "";

/**
 * The page's own address, if it is on the host of the item's link or of the page that answered: feeds link through counters.
 * An address on another host is that of the original, and this article is a copy.
 */
function betterAddress(own: Item, page: Page): string | null {
  const ours = canonicalUrl(own.link ?? "");
  const theirs = page.canonicalUrl;
  if (ours === null || theirs === null || theirs === ours || isHomePage(theirs)) return null;
  const houses = [ours, page.url ?? ours].map((url) => URL.parse(url)?.hostname ?? "");
  if (!houses.some((host) => isOnHost(theirs, host))) return null;
  return isUnsure(page, ours) || isSection(theirs, ours) ? null : theirs;
}

/** Whether the address is only the one after redirects, with a query that may belong to this visit. */
const isUnsure = ({ provenance, canonicalUrl: theirs }: Page, ours: string): boolean =>
  provenance.get("canonicalUrl") === "address" &&
  ![new URL(ours).search, ""].includes(URL.parse(theirs ?? "")?.search ?? "");

/** Whether a page calls the section above it canonical, by mistake: all its articles would have one address. */
function isSection(theirs: string, ours: string): boolean {
  const [above, path] = [theirs, ours].map((url) => new URL(url).pathname.replace(/\/?$/, "/"));
  return above !== path && (path ?? "").startsWith(above ?? "") && new URL(theirs).search === "";
}
