import type { Author } from "../../core/articles/item.ts";
import { isAgency } from "../../core/bylines/agencies.ts";
import { fold } from "../../core/text/fold.ts";
import { webUrl } from "../markup/urls.ts";
import { isByAlone } from "./byline-words.ts";
import { isElement, type PageElement } from "./dom.ts";
import { type LinkedNode, listOf } from "./linked-data.ts";
import { namesInLine } from "./names-in-line.ts";
import { lineOf, type PageFacts } from "./page-facts.ts";
import { isShortName, looksLikeHouse, looksLikeName } from "./person-names.ts";
import { isNamesake, isSiteName, siteOwner } from "./site-name.ts";
import {
  type Found,
  linkedText,
  metaText,
  type Place,
  plainLine,
  resolve,
  type Sources,
  sourceText,
} from "./sources.ts";
import type { Byline } from "./weigh-byline.ts";

/** More authors than this belong to no article. */
const MAX_AUTHORS = 30;

export type AuthorHints = {
  readonly siteName: string | null;
  /** Who the page shows as having written it, or `null`. */
  readonly byline: Byline | null;
};

/** From here on a byline stands at its headline and says what it is, more than once. */
const SURE = 9;

/*
 * Who wrote it: people that the page declares, unless it shows others and not them; then people that it
 * shows; then what it declares besides (names of one word, of accounts); then what else it shows, and the
 * houses that it declares; then the person whose site it is. Any other site is not the author of its
 * articles: where only it is declared, nobody is.
 */
export function readAuthors(
  sources: Sources,
  { siteName, byline }: AuthorHints,
): Found<readonly Author[]> | null {
  const publisher = linkedText("publisher")(sources);
  const owner = siteOwner(siteName, sources.url);
  const isSite = ({ name }: Author): boolean =>
    name !== owner &&
    !isNamesake(name, sources.url) &&
    [siteName, publisher].some((site) => isSiteName(name ?? "", site, sources.url));
  const declared = PLACES.flatMap(([from, read]) => {
    const value = distinct(read(sources) ?? []).filter((author) => !isSite(author));
    return value.length > 0 ? [{ value, from }] : [];
  });
  const people = declared.find(({ value }) => value.every(isPerson));
  const shown = shownBy(byline, isSite);
  const isFiled = shown?.isInText || (people !== undefined && isOther(people.value, sources.facts));
  if (people && !(isSigned(shown, people) && isFiled))
    return { ...people, value: people.value.map((author) => asShown(author, byline)) };
  if (shown && (isPeople(shown) || shown.weight >= SURE)) return shown;
  const accounts = declared.find(({ value }) => value.every(isAccount));
  if (accounts) {
    return { ...accounts, value: accounts.value.map((author) => inFull(author, sources.facts)) };
  }
  const house = declared.find(({ from }) => !OF_SYSTEMS.has(from));
  const ofOwner = owner === null ? null : { value: [personCalled(owner)], from: "site" };
  return shown ?? house ?? ofOwner;
}

type ShownBylines = Found<readonly Author[]> & Omit<Byline, "names">;

/** An agency that shows its name on its own pages does not sign with it. */
function shownBy(byline: Byline | null, isSite: (author: Author) => boolean): ShownBylines | null {
  const isOwn = byline?.names.every((name) => isAgency(name) && isSite(personCalled(name)));
  if (byline === null || isOwn) return null;
  const { names, ...found } = byline;
  return { value: names.map(personCalled), from: "byline", ...found };
}

const isPeople = ({ value }: Found<readonly Author[]>): boolean => value.every(isPerson);

/** Whether the page shows people, or surely an account where only its system declares somebody. */
const isSigned = (shown: ShownBylines | null, { from }: Found<readonly Author[]>): boolean =>
  shown !== null && (isPeople(shown) || (shown.weight >= SURE && OF_SYSTEMS.has(from)));

/** Where systems name who runs or made the site: no house is an author by that. */
const OF_SYSTEMS = new Set(["author", "dc.creator", "dcterms.creator", "itemprop", "rel=author"]);

const personCalled = (name: string): Author => ({ name, email: null, url: null });
const isPerson = ({ name }: Author): boolean => looksLikeName(name ?? "");

/** One word that no house is called: an account, or a short form. */
const isAccount = ({ name }: Author): boolean =>
  name !== null && !/\s/.test(name) && !looksLikeHouse(name);

/** Some declare names in capitals that they show as they are written. */
const asShown = (author: Author, byline: Byline | null): Author => ({
  ...author,
  name: byline?.names.find((name) => fold(name) === fold(author.name ?? "")) ?? author.name,
});

/** "ines.holm" is Ines R. Holm where the page names her. */
function inFull(author: Author, { shown }: PageFacts): Author {
  const [first, ...rest] = (author.name ?? "")
    .split(/[._-]+/)
    .filter((part) => /^\p{L}{2,}$/u.test(part));
  const last = rest.at(-1);
  if (first === undefined || last === undefined) return author;
  const written = new RegExp(`(?<!\\p{L})${first}(?: \\p{Lu}\\.)? ${last}(?!\\p{L})`, "iu");
  const found = shown.blocks
    .map(({ text }) => written.exec(text)?.[0])
    .find((name) => name && looksLikeName(name));
  return found === undefined ? author : { ...author, name: found };
}

/** A byline beats what is declared when that names people whom the page never shows: who filed it. */
function isOther(declared: readonly Author[], { shown }: PageFacts): boolean {
  const names = declared.map(({ name }) => (name ?? "").toLowerCase());
  return !shown.blocks.some(({ text }) => names.some((name) => text.toLowerCase().includes(name)));
}

const metaNames = (name: string): Place<readonly Author[]> => [
  name,
  ({ facts }) => (facts.meta.get(name) ?? []).flatMap(namesIn),
];

const PLACES: readonly Place<readonly Author[]>[] = [
  ["json-ld", linkedAuthors],
  ...["article:author", "og:article:author", "article:author:name"].map(metaNames),
  ...["dc.creator", "dcterms.creator", "dc.creator.author", "parsely-author"].map(metaNames),
  ...[
    "sailthru.author",
    "byl",
    "author",
    "citation_author",
    "cxenseparse:author",
    "shareaholic:article_author_name",
  ].map(metaNames),
  ["itemprop", ({ facts }) => itemAuthors(facts)],
  [
    "rel=author",
    ({ facts }) => (facts.links.get("author") ?? []).flatMap(({ text }) => namesIn(text)),
  ],
  [
    "twitter:data1",
    ({ facts }) => (isAuthorLabel(facts) ? namesIn(metaText(facts, "twitter:data1") ?? "") : []),
  ],
];

/** What WordPress writes for previews: "Written by", in the language of the site, and a name. */
const isAuthorLabel = (facts: PageFacts): boolean =>
  isByAlone(metaText(facts, "twitter:label1") ?? "");

function linkedAuthors({ data, baseUrl }: Sources): Author[] {
  const { article, page } = data;
  const values = [article?.get("author"), article?.get("creator"), page?.get("author")];
  for (const value of values) {
    const authors = listOf(value).flatMap((entry): Author[] => {
      if (typeof entry === "string") return namesIn(entry);
      const node = resolve(entry, data);
      const url = node?.get("url");
      const href = typeof url === "string" ? webUrl(url, baseUrl) : null;
      const readNames = isHouse(node) ? houseIn : namesIn;
      const names = listOf(node?.get("name") ?? null).flatMap((name) =>
        readNames(sourceText(name) ?? ""),
      );
      return names.map((author) => (names.length === 1 ? { ...author, url: href } : author));
    });
    if (authors.length > 0) return authors;
  }
  return [];
}

/** Said to be an organisation: its "and" is part of its name. */
const isHouse = (node: LinkedNode | null): boolean =>
  listOf(node?.get("@type")).some(
    (type) => typeof type === "string" && type.endsWith("Organization"),
  );

function houseIn(name: string): Author[] {
  const found = namesIn(name);
  return found.length > 1 && isShortName(name) ? [personCalled(name)] : found;
}

function itemAuthors(facts: PageFacts): Author[] {
  const elements = facts.items.get("author") ?? facts.items.get("creator") ?? [];
  return elements.flatMap((element) => namesIn(lineOf(nameIn(element) ?? element)));
}

function nameIn(element: PageElement): PageElement | null {
  for (const child of element.children) {
    if (!isElement(child)) continue;
    const found = child.getAttribute("itemprop") === "name" ? child : nameIn(child);
    if (found) return found;
  }
  return null;
}

const EMAIL = /[^\s()<>[\]",;:]{1,64}@[\w.-]{1,255}/;

/** The people in a text that is said to name them. */
function namesIn(text: string): Author[] {
  const line = plainLine(text.slice(0, 400));
  if (/^https?:|^www\.|\/\/|^\d+$/i.test(line)) return [];
  const email = EMAIL.exec(line)?.[0] ?? null;
  const names = namesInLine(email ? line.replace(email, "") : line);
  if (names.length === 0) return email ? [{ name: null, email, url: null }] : [];
  return names.map((name) => ({ ...personCalled(name), email: names.length === 1 ? email : null }));
}

function distinct(authors: readonly Author[]): Author[] {
  const known = new Map<string, Author>();
  for (const author of authors) {
    const key = fold(author.name ?? author.email ?? "");
    if (!known.has(key) && known.size < MAX_AUTHORS) known.set(key, author);
  }
  return [...known.values()];
}
