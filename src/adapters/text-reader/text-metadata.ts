import type { Author } from "../../core/articles/item.ts";
import { anyOf } from "../../core/bylines/author-patterns.ts";
import type { Image } from "../../core/media/media.ts";
import { readDate } from "../feed-reader/read-date.ts";

/** What a text says about itself; `null` or empty where it says nothing readable. */
export type TextMetadata = {
  readonly title: string | null;
  readonly authors: readonly Author[];
  readonly publishedAt: number | null;
  readonly updatedAt: number | null;
  readonly url: string | null;
  readonly image: Image | null;
  readonly categories: readonly string[];
  readonly language: string | null;
  readonly description: string | null;
  readonly rights: string | null;
};

const MAX_TEXT_LENGTH = 1000;
const MAX_LIST_LENGTH = 50;

/** The front matter keys of each field; the first one with a value counts. */
export const FIELD_KEYS: Readonly<Record<keyof TextMetadata, readonly string[]>> = {
  title: ["title"],
  authors: ["authors", "author"],
  publishedAt: ["date", "published"],
  updatedAt: ["updated", "modified"],
  url: ["url", "link", "canonical"],
  image: ["image"],
  categories: ["categories", "category", "tags"],
  language: ["language", "lang"],
  description: ["description", "summary"],
  rights: ["rights", "license"],
};

type FoundMetadata = { readonly key: string; readonly value: unknown };

/** The value of the first key that has one; `null` if none has. */
export function firstValue(
  values: ReadonlyMap<string, unknown>,
  keys: readonly string[],
): FoundMetadata | null {
  const key = keys.find((each) => (values.get(each) ?? null) !== null);
  return key === undefined ? null : { key, value: values.get(key) };
}

/** Front matter as metadata: known keys only; a value of the wrong type counts as absent. */
export function metadataOf(values: ReadonlyMap<string, unknown>): TextMetadata {
  const first = (field: keyof TextMetadata): unknown =>
    firstValue(values, FIELD_KEYS[field])?.value;
  return {
    title: metadataText(first("title")),
    authors: metadataAuthors(first("authors")),
    publishedAt: dateOf(first("publishedAt")),
    updatedAt: dateOf(first("updatedAt")),
    url: webUrlOf(first("url")),
    image: imageOf(first("image")),
    categories: listOf(first("categories")),
    language: languageOf(first("language")),
    description: metadataText(first("description")),
    rights: metadataText(first("rights")),
  };
}

/** Whether all of a value can be used. An empty value counts as usable. */
export function isReadable(field: keyof TextMetadata, value: unknown): boolean {
  if (value === "" || (Array.isArray(value) && value.length === 0)) return true;
  if (field === "authors") return [value].flat().every(isReadableAuthor);
  if (field === "categories" && Array.isArray(value)) {
    return value.every((each) => metadataText(each) !== null);
  }
  const read = metadataOf(new Map([[FIELD_KEYS[field][0] ?? "", value]]))[field];
  return Array.isArray(read) ? read.length > 0 : read !== null;
}

/** Whether an author is usable. A name with an invalid `url` is not. */
function isReadableAuthor(value: unknown): boolean {
  const [author] = metadataAuthors([value]);
  if (author === undefined || typeof value !== "object" || value === null)
    return author !== undefined;
  const url = new Map<string, unknown>(Object.entries(value)).get("url") ?? "";
  return url === "" || author.url !== null;
}

/** One line of text from a string or a number. */
function metadataText(value: unknown): string | null {
  if (typeof value === "number") return String(value);
  if (typeof value !== "string") return null;
  const text = value.replace(/\s+/g, " ").trim().slice(0, MAX_TEXT_LENGTH);
  return text === "" ? null : text;
}

/** A list, or a string with commas. */
function listOf(value: unknown): string[] {
  const parts = Array.isArray(value) ? value : typeof value === "string" ? value.split(",") : [];
  const texts = parts.map(metadataText).filter((text) => text !== null);
  return [...new Set(texts)].slice(0, MAX_LIST_LENGTH);
}

/** Names in a string or a list, or mappings with `name`, `email` and `url`. */
function metadataAuthors(value: unknown): Author[] {
  const values = Array.isArray(value)
    ? value
    : typeof value === "string"
      ? namesIn(value)
      : [value];
  return values.slice(0, MAX_LIST_LENGTH).flatMap((entry) => authorOf(entry) ?? []);
}

/** "Meier, Anna" is one name; "Anna Meier, Jan Kraus und Eva Ott" are three. */
function namesIn(text: string): string[] {
  const parts = text.split(BETWEEN_NAMES).map((part) => part.trim());
  const isList = text.includes(";") || parts.every((part) => part.includes(" "));
  return isList ? parts : [text];
}

const BETWEEN_NAMES = new RegExp(`[;,]|\\s(?:${anyOf("and")}|&)\\s`, "iu");

function authorOf(value: unknown): Author | null {
  const plain = metadataText(value);
  if (plain !== null) return { name: plain, email: null, url: null };
  if (typeof value !== "object" || value === null) return null;
  const fields = new Map<string, unknown>(Object.entries(value));
  const name = metadataText(fields.get("name"));
  const email = metadataText(fields.get("email"));
  if (name === null && email === null) return null;
  return { name, email, url: webUrlOf(fields.get("url")) };
}

export function dateOf(value: unknown): number | null {
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : value.getTime();
  return typeof value === "string" ? readDate(value) : null;
}

/** Absolute http(s) address, or `null`. */
function webUrlOf(value: unknown): string | null {
  const url = typeof value === "string" ? URL.parse(value.trim()) : null;
  return url && /^https?:$/.test(url.protocol) ? url.href : null;
}

function imageOf(value: unknown): Image | null {
  const fields = new Map<string, unknown>(
    typeof value === "object" && value !== null ? Object.entries(value) : [["url", value]],
  );
  const url = webUrlOf(fields.get("url"));
  if (url === null) return null;
  const [alt, credit] = [metadataText(fields.get("alt")), metadataText(fields.get("credit"))];
  return { url, width: null, height: null, alt, credit };
}

/** A BCP 47 tag by its shape; `de_DE` is read as `de-DE`. */
export function languageOf(value: unknown): string | null {
  const tag = (metadataText(value) ?? "").replaceAll("_", "-");
  return /^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,4}$/.test(tag) ? tag : null;
}
