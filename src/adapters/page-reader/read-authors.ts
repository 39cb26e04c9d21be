import type { Author } from "../../core/articles/item.ts";
import { isAgency } from "../../core/bylines/agencies.ts";
import { namedInAbout, startsAsPen } from "../../core/bylines/bios.ts";
import { isShortName, looksLikeHouse, looksLikeName } from "../../core/bylines/person-names.ts";
import { fold } from "../../core/text/fold.ts";
import { webUrl } from "../markup/urls.ts";
import { isByAlone } from "./byline-words.ts";
import { isElement, type PageElement } from "./dom.ts";
import { type LinkedNode, listOf } from "./linked-data.ts";
import { namesInLine } from "./names-in-line.ts";
import { lineOf, type PageFacts } from "./page-facts.ts";
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

/** No article has more authors. */
const MAX_AUTHORS = 30;

export type AuthorHints = {
  readonly siteName: string | null;
  /** The author that the page shows, or `null`. */
  readonly byline: Byline | null;
  /** Whom the box about the author below the article presents. */
  readonly box: () => readonly string[];
};

/** A byline of this weight stands near its headline and has several signs of what it is. */
const SURE = 9;

/*
 * The authors, from the first of these that names any: people that the page declares, unless it shows others and not
 * them; people that it shows, or a SURE byline; whom the box below the article presents; other declared names (one word, accounts); any other byline; declared
 * houses; the person whose site it is. A site that is no person's is not the author of its articles: declared alone, it
 * gives no author.
 */
export function readAuthors(
  sources: Sources,
  { siteName, byline, box }: AuthorHints,
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
  const surely = surelyShown(shown, box);
  if (surely) return surely;
  const accounts = declared.find(({ value }) => value.every(isAccount));
  if (accounts) {
    return { ...accounts, value: accounts.value.map((author) => inFull(author, sources.facts)) };
  }
  const house = declared.find(({ from }) => !OF_SYSTEMS.has(from));
  const ofOwner = owner === null ? null : { value: [personCalled(owner)], from: "site" };
  return shown ?? house ?? ofOwner;
}

/**
 * The byline, if it shows people or is SURE, else whom the box below the article presents. What a byline says in place of a
 * name ("About Ines Holm", "Reporter at the Gazette") is the box's heading or text.
 */
function surelyShown(
  shown: ShownBylines | null,
  box: AuthorHints["box"],
): Found<readonly Author[]> | null {
  const isSure = shown !== null && (isPeople(shown) || shown.weight >= SURE);
  if (isSure && shown.value.every(({ name }) => !isOfBox(name ?? ""))) return shown;
  const presented = box().map(personCalled);
  if (presented.length > 0) return { value: presented, from: "author-box" };
  return isSure ? shown : null;
}

const isOfBox = (name: string): boolean => namedInAbout(name) !== null || startsAsPen(name);

type ShownBylines = Found<readonly Author[]> & Omit<Byline, "names">;

/** The byline with its place; `null` for an agency's name on its own pages, where it is no signature. */
function shownBy(byline: Byline | null, isSite: (author: Author) => boolean): ShownBylines | null {
  const isOwn = byline?.names.every((name) => isAgency(name) && isSite(personCalled(name)));
  if (byline === null || isOwn) return null;
  const { names, ...found } = byline;
  return { value: names.map(personCalled), from: "byline", ...found };
}

const isPeople = ({ value }: Found<readonly Author[]>): boolean => value.every(isPerson);

/** Whether the byline shows people, or is SURE while only the page's system declares somebody. */
const isSigned = (shown: ShownBylines | null, { from }: Found<readonly Author[]>): boolean =>
  shown !== null && (isPeople(shown) || (shown.weight >= SURE && OF_SYSTEMS.has(from)));

/** Places where systems name who runs or made the site: a house named only there is not the author. */
const OF_SYSTEMS = new Set(["author", "dc.creator", "dcterms.creator", "itemprop", "rel=author"]);

const personCalled = (name: string): Author => ({ name, email: null, url: null });
const isPerson = ({ name }: Author): boolean => looksLikeName(name ?? "");

/** Whether a name is a single word and not a house's: an account or a short form. */
const isAccount = ({ name }: Author): boolean =>
  name !== null && !/\s/.test(name) && !looksLikeHouse(name);

/** The author as the byline spells the name: some publishers declare names in capitals. */
const asShown = (author: Author, byline: Byline | null): Author => ({
  ...author,
  name: byline?.names.find((name) => fold(name) === fold(author.name ?? "")) ?? author.name,
});

/** An account by the full name, if the page shows it: "ines.holm" is "Ines R. Holm". */
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

/** Whether the page shows none of the declared people: they filed the article, and the byline counts instead. */
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

/** Whether a node is declared an organisation: an "and" is part of its name. */
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

/** The authors in a text that is declared to name them. */
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
