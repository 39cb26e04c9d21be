import type { ReadWarning } from "../../core/sources/feed.ts";
import type { FrontMatter } from "./front-matter.ts";
import { FIELD_KEYS, firstValue, isReadable, type TextMetadata } from "./text-metadata.ts";

const WEB_ADDRESS = "an address that begins with http:// or https://";
const DATE = "a date such as 2026-11-19 or 2026-11-19T15:00:00+01:00";
const TEXT = "a text";

const EXPECTED: Readonly<Record<keyof TextMetadata, string>> = {
  title: TEXT,
  authors: "names, or mappings with name, email and url",
  publishedAt: DATE,
  updatedAt: DATE,
  url: WEB_ADDRESS,
  image: `${WEB_ADDRESS}, or a mapping with url, alt and credit`,
  categories: "texts in a list, or with commas between them",
  language: "a language tag such as de or en-GB",
  description: TEXT,
  rights: TEXT,
};

/** One warning for each unusable value of a known key, or one for front matter that is no YAML. */
export function frontMatterWarnings({
  values,
  unread,
}: Pick<FrontMatter, "values" | "unread">): readonly ReadWarning[] {
  if (unread !== null) return [warning(unread)];
  return FIELDS.flatMap((field) => {
    const found = firstValue(values, FIELD_KEYS[field]);
    if (found === null || isReadable(field, found.value)) return [];
    return [warning(`${found.key}: ${shown(found.value)} is not ${EXPECTED[field]}`)];
  });
}

const FIELDS = Object.keys(FIELD_KEYS) as readonly (keyof TextMetadata)[];

const warning = (detail: string): ReadWarning => ({ kind: "bad-front-matter", detail });

const MAX_SHOWN = 80;

function shown(value: unknown): string {
  const text = JSON.stringify(value);
  return text.length > MAX_SHOWN ? `${text.slice(0, MAX_SHOWN)}…` : text;
}
