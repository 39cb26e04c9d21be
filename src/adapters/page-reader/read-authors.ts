import type { Author } from "../../core/model.ts";
import { fold } from "../../core/text/fold.ts";
import { webUrl } from "../markup/urls.ts";
import { isElement, type PageElement } from "./dom.ts";
import { listOf } from "./linked-data.ts";
import { lineOf, type PageFacts } from "./page-facts.ts";
import { isSiteName } from "./site-name.ts";
import {
  type Found,
  firstFound,
  metaText,
  type Place,
  plainLine,
  resolve,
  type Sources,
  textOf,
} from "./sources.ts";

/** More authors than this belong to no article. */
const MAX_AUTHORS = 30;
/** A name is short: what is longer is a sentence about the author. */
const MAX_NAME = { length: 80, words: 8 };

/** Who wrote it. A site is not the author of its articles: where only it is named, nobody is. */
export function readAuthors(
  sources: Sources,
  siteName: string | null,
): Found<readonly Author[]> | null {
  const places = PLACES.map(([from, read]): Place<readonly Author[]> => {
    const persons = (given: Sources): readonly Author[] | null => {
      const authors = distinct(read(given) ?? []);
      const people = authors.filter(({ name }) => !isSiteName(name ?? "", siteName, sources.url));
      return people.length > 0 ? people : null;
    };
    return [from, persons];
  });
  return firstFound(places, sources);
}

/** Names as a byline writes them, for what Readability finds. */
export const authorsOfByline = (byline: string): readonly Author[] => distinct(namesIn(byline));

const metaNames = (name: string): Place<readonly Author[]> => [
  name,
  ({ facts }) => (facts.meta.get(name) ?? []).flatMap(namesIn),
];

const PLACES: readonly Place<readonly Author[]>[] = [
  ["json-ld", linkedAuthors],
  ...["article:author", "og:article:author", "article:author:name"].map(metaNames),
  ...["dc.creator", "dcterms.creator", "dc.creator.author", "parsely-author"].map(metaNames),
  ...["sailthru.author", "byl", "author", "citation_author", "cxenseparse:author"].map(metaNames),
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
  /^(?:written by|verfasst von|geschrieben von|écrit par|escrito por|scritto da|geschreven door|napisane przez)$/i.test(
    metaText(facts, "twitter:label1") ?? "",
  );

function linkedAuthors({ data, baseUrl }: Sources): Author[] {
  const { article, page } = data;
  const values = [article?.get("author"), article?.get("creator"), page?.get("author")];
  for (const value of values) {
    const authors = listOf(value).flatMap((entry): Author[] => {
      if (typeof entry === "string") return namesIn(entry);
      const node = resolve(entry, data);
      const url = node?.get("url");
      const href = typeof url === "string" ? webUrl(url, baseUrl) : null;
      const names = listOf(node?.get("name") ?? null).flatMap((name) =>
        namesIn(textOf(name) ?? ""),
      );
      return names.map((author) => (names.length === 1 ? { ...author, url: href } : author));
    });
    if (authors.length > 0) return authors;
  }
  return [];
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

const BY =
  /^(?:by|von|vom|par|por|di|da|de|door|autor(?:in|en|es|a|zy)?|authors?|auteurs?|autore|written by|text|texte|words|story|geschrieben von|ein (?:beitrag|artikel|kommentar|gastbeitrag) von|opublikowane przez|posted by|published by)(?:\s*:\s*|\s+)/i;
const EMAIL = /[^\s()<>[\]",;:]{1,64}@[\w.-]{1,255}/;

/** "Anna Meier, Jan Kraus und Eva Ott" are three, "Meier, Anna" is one. */
function namesIn(text: string): Author[] {
  const line = plainLine(text.slice(0, 400))
    .replace(BY, "")
    .replace(/^@(?=\w)/, "");
  if (line === "" || /^https?:|^www\.|\/\/|^\d+$/i.test(line)) return [];
  const parts = line
    .split(/\s*[;,|]\s*|\s+(?:und|and|et|y|e|en|i|&)\s+/)
    .filter((part) => part !== "");
  const isList = parts.length > 1 && parts.every((part) => part.includes(" "));
  return (isList ? parts : [line.split(/\s+[|•·]\s+|\s+[–-]\s+/)[0] ?? line]).flatMap(personOf);
}

function personOf(text: string): Author[] {
  const email = EMAIL.exec(text)?.[0] ?? null;
  const name = (email ? text.replace(email, "") : text).replace(/[()<>"[\]]/g, "").trim();
  const isName =
    name.length <= MAX_NAME.length &&
    name.split(" ").length <= MAX_NAME.words &&
    /\p{L}{2}/u.test(name);
  if (NOBODY.has(fold(name))) return [];
  if (!isName) return email ? [{ name: null, email, url: null }] : [];
  return [{ name, email, url: null }];
}

/** What systems write when nobody signed. */
const NOBODY = new Set([
  "no author",
  "by admin",
  ..."admin administrator webmaster redaktion editor staff user root unknown author autor anonymous anonym guest gast none null undefined wordpress wordpressadmin superadmin follow posted by von name agencies share redakcja redazione redaccion redactie".split(
    " ",
  ),
]);

function distinct(authors: readonly Author[]): Author[] {
  const known = new Map<string, Author>();
  for (const author of authors) {
    const key = fold(author.name ?? author.email ?? "");
    if (!known.has(key) && known.size < MAX_AUTHORS) known.set(key, author);
  }
  return [...known.values()];
}
