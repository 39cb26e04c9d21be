import type { Author } from "../../core/articles/item.ts";
import type { Field, Fields } from "./fields.ts";

/** More authors than this belong to no article. */
const MAX_AUTHORS = 100;

/**
 * Who wrote an item or answers for a feed: Atom's persons, else `dc:creator` beside RSS `author`,
 * else `itunes:author`, else the managing editor. Each person once.
 */
export function authorsOf(fields: Fields): readonly Author[] {
  const candidates = [
    () => fields.all("atom:author").flatMap(person),
    () => [...fields.all("rss:author"), ...fields.all("dc:creator")].flatMap(person),
    () => fields.all("itunes:author").flatMap(person),
    () => fields.all("rss:managingeditor").flatMap(person),
  ];
  for (const candidate of candidates) {
    const authors = distinct(candidate());
    if (authors.length > 0) return authors;
  }
  return [];
}

function distinct(authors: readonly Author[]): readonly Author[] {
  const known = new Map<string, Author>();
  for (const author of authors) {
    const key = (author.name ?? author.email ?? author.url ?? "").toLowerCase();
    if (!known.has(key) && known.size < MAX_AUTHORS) known.set(key, author);
  }
  return [...known.values()];
}

/** A person with elements (Atom, and some RSS), or one line of text. */
function person(field: Field): Author[] {
  const name = field.childText("atom:name");
  const email = field.childText("atom:email");
  const url = field.childText("atom:uri");
  if (name !== null || email !== null || url !== null) {
    const read = name === null ? null : personOfText(name);
    return [{ name: read?.name ?? null, email: email ?? read?.email ?? null, url }];
  }
  return field.text === null ? [] : [personOfText(field.text)];
}

/** Characters that are read: the longest address that RFC 5321 allows, and a long name. */
const MAX_LENGTH = 500;

const EMAIL = /[^\s()<>[\]",;:]{1,64}@[\w.-]{1,255}/;

/** `name (address)`, `address (name)`, `name <address>`, or either alone. */
function personOfText(text: string): Author {
  const line = text.slice(0, MAX_LENGTH).replace(/\s+/g, " ").trim();
  const email = EMAIL.exec(line)?.[0] ?? null;
  if (email === null) return { name: line, email: null, url: null };
  const name = line
    .replace(email, "")
    .replace(/mailto:/i, "")
    .replace(/\(\s*\)|<\s*>/g, "")
    .trim()
    .replace(/^\((.*)\)$/, "$1")
    .replace(/^"(.*)"$/, "$1")
    .trim();
  return { name: name === "" ? null : name, email, url: null };
}

/** Persons among elements, each once. */
export const personsOf = (fields: readonly Field[]): readonly Author[] =>
  distinct(fields.flatMap(person));
