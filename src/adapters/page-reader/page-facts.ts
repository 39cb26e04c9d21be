import { cleanText } from "../../core/text/clean.ts";
import { elementsOf, isElement, type PageDocument, type PageElement } from "./dom.ts";
import { type ShownPage, showPage } from "./shown-page.ts";

/** What a document says about itself, as written; the readers of single fields decide what to believe. */
export type PageFacts = {
  /** Values of `meta` by lower-case `property`, `name`, `itemprop` or `http-equiv`, in order. */
  readonly meta: ReadonlyMap<string, readonly string[]>;
  /** `href` of `link` and `a` by each word of their `rel`. */
  readonly links: ReadonlyMap<string, readonly PageLink[]>;
  /** Elements with `itemprop`, by its words, that are not part of another article's teaser. */
  readonly items: ReadonlyMap<string, readonly PageElement[]>;
  readonly times: readonly PageElement[];
  /** `alt` of pictures, by the name of their file. */
  readonly alts: ReadonlyMap<string, string>;
  /** Short texts of elements whose class or id says that they are a date. */
  readonly dateLines: readonly string[];
  readonly title: string | null;
  readonly headings: readonly string[];
  readonly language: string | null;
  readonly base: string | null;
  readonly linkedData: readonly string[];
  readonly shown: ShownPage;
};

/** `type` is the declared media type in lower case, or empty. */
export type PageLink = { readonly href: string; readonly text: string; readonly type: string };

/** Most names, values of a name, and characters of a text that are read. */
const MAX = { names: 500, values: 60, text: 2_000 };

/** Reads the facts of a page in one walk over its elements. */
export function readFacts(document: PageDocument): PageFacts {
  const found = nothingFound();
  for (const element of elementsOf(document)) visit(found, element);
  const { titles, ...facts } = found;
  return { ...facts, title: titles[0] ?? null, shown: showPage(document) };
}

type FactsFound = {
  readonly meta: Map<string, string[]>;
  readonly links: Map<string, PageLink[]>;
  readonly items: Map<string, PageElement[]>;
  readonly times: PageElement[];
  readonly alts: Map<string, string>;
  readonly dateLines: string[];
  readonly titles: string[];
  readonly headings: string[];
  readonly linkedData: string[];
  language: string | null;
  base: string | null;
};

const nothingFound = (): FactsFound => ({
  meta: new Map(),
  links: new Map(),
  items: new Map(),
  times: [],
  alts: new Map(),
  dateLines: [],
  titles: [],
  headings: [],
  linkedData: [],
  language: null,
  base: null,
});

function visit(found: FactsFound, element: PageElement): void {
  READERS.get(element.tagName)?.(found, element);
  if (isDateElement(element)) push(found.dateLines, lineOf(element));
  const names = element.getAttribute("itemprop");
  if (names && element.tagName !== "META") {
    for (const name of wordsOf(names)) add(found.items, name.toLowerCase(), element);
  }
}

const READERS = new Map<string, (found: FactsFound, element: PageElement) => void>([
  ["META", ({ meta }, element) => addMeta(meta, attributesOf(element))],
  ["LINK", ({ links }, element) => addLink(links, element)],
  ["A", ({ links }, element) => addLink(links, element)],
  ["TITLE", ({ titles }, element) => push(titles, lineOf(element))],
  ["H1", ({ headings }, element) => push(headings, lineOf(element))],
  ["TIME", ({ times }, element) => times.length < MAX.values && times.push(element)],
  ["IMG", ({ alts }, element) => addAlt(alts, attributesOf(element))],
  ["SCRIPT", ({ linkedData }, element) => linkedData.push(element.textContent)],
  [
    "HTML",
    (found, element) => {
      found.language ??= attributesOf(element).get("lang") ?? null;
    },
  ],
  [
    "BASE",
    (found, element) => {
      found.base ??= attributesOf(element).get("href") ?? null;
    },
  ],
]);

const DATE_NAME =
  /(?:^|[\s_-])(?:date|datum|fecha|data|published|pubdate|post-?date|postdate|entry-?date|dateline|timestamp|veroeffentlicht)(?:$|[\s_-])/i;
const LISTS = new Set(["ASIDE", "NAV", "FOOTER", "LI", "UL", "TABLE"]);

/** Old pages give their date only in the text, in an element that is named for it. */
function isDateElement(element: PageElement): boolean {
  const names = `${element.getAttribute("class") ?? ""} ${element.id}`;
  if (names.length > 300 || !DATE_NAME.test(names)) return false;
  return element.children.length <= 6 && !isInside(element, LISTS);
}

/** Attributes by lower-case name: old pages write them in capitals. */
export function attributesOf(element: PageElement): ReadonlyMap<string, string> {
  const attributes = new Map<string, string>();
  for (const { name, value } of element.attributes) attributes.set(name.toLowerCase(), value);
  return attributes;
}

function addMeta(meta: Map<string, string[]>, attributes: ReadonlyMap<string, string>): void {
  const content = oneLine(attributes.get("content") ?? "");
  if (content === "") return;
  for (const key of ["property", "name", "itemprop", "http-equiv"]) {
    // Some publishers write several names, and some the same name under two attributes.
    const names = wordsOf(attributes.get(key) ?? "");
    for (const name of names) add(meta, name.toLowerCase(), content);
  }
}

function addLink(links: Map<string, PageLink[]>, element: PageElement): void {
  const rel = element.getAttribute("rel");
  if (!rel) return;
  const href = element.getAttribute("href")?.trim();
  if (!href) return;
  const type = element.getAttribute("type")?.trim().toLowerCase() ?? "";
  const link = { href, text: lineOf(element), type };
  for (const word of wordsOf(rel)) add(links, word.toLowerCase(), link);
}

function addAlt(alts: Map<string, string>, attributes: ReadonlyMap<string, string>): void {
  const alt = oneLine(attributes.get("alt") ?? "");
  const name = fileName(attributes.get("data-src") ?? attributes.get("src") ?? "");
  if (alt !== "" && name !== "" && alts.size < MAX.names && !alts.has(name)) alts.set(name, alt);
}

/** Last part of an address's path: addresses of one picture in several sizes differ in the rest. */
export const fileName = (url: string): string =>
  (url.slice(0, 2_000).split(/[?#]/)[0] ?? "").split("/").at(-1) ?? "";

function add<T>(map: Map<string, T[]>, name: string, value: T): void {
  const values = map.get(name) ?? [];
  if (values.length >= MAX.values || (values.length === 0 && map.size >= MAX.names)) return;
  values.push(value);
  map.set(name, values);
}

const wordsOf = (text: string): string[] =>
  text
    .slice(0, 200)
    .split(/\s+/)
    .filter((word) => word !== "");

const push = (list: string[], text: string): void => {
  if (text !== "" && list.length < MAX.values) list.push(text);
};

/** Text of an element on one line. */
export const lineOf = (element: PageElement): string => oneLine(element.textContent);

export const oneLine = (text: string): string =>
  cleanText(text.slice(0, MAX.text)).replace(/\s+/g, " ").trim();

/** Whether an element stands inside one with this name. */
export function isInside(element: PageElement, tagNames: ReadonlySet<string>): boolean {
  for (let at = element.parentNode; isElement(at); at = at.parentNode) {
    if (tagNames.has(at.tagName)) return true;
  }
  return false;
}
