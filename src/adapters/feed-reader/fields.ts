import { type LongTexts, putBack } from "./canonical/long-texts.ts";
import { canonicalName, type Dialect } from "./canonical/vocabulary.ts";
import type { ParsedFields, XmlValue } from "./parse-canonical.ts";

/** Reads elements of a parsed item or feed. Keys are ours, so no name from outside is looked up. */
export type Fields = {
  /** All elements of a key, in order. */
  readonly all: (key: string) => readonly Field[];
  /** Text of the first key that has any; where an element is repeated, the last one counts. */
  readonly text: (...keys: string[]) => string | null;
  readonly attribute: (name: string) => string | null;
};

export type Field = {
  readonly text: string | null;
  readonly attribute: (name: string) => string | null;
  /** Elements inside, by key. */
  readonly all: (key: string) => readonly Field[];
  readonly childText: (key: string) => string | null;
};

/** What reading a parsed document needs to know of it. */
type FieldReading = { readonly dialect: Dialect; readonly longTexts: LongTexts };

export function fieldsOf(parsed: ParsedFields, reading: FieldReading): Fields {
  const known = new Map<string, readonly Field[]>();
  const all = (key: string): readonly Field[] => {
    const values = parsed[key];
    if (values === undefined) return NO_FIELDS;
    const fields = known.get(key) ?? toFields(values, reading);
    known.set(key, fields);
    return fields;
  };
  const last = (key: string): string | null =>
    all(key).findLast((field) => field.text !== null)?.text ?? null;
  return {
    all,
    text: (...keys) => firstOf(keys, last),
    attribute: (name) => attributeOf(parsed["attributes"], name),
  };
}

/** The first value that is not `null`, of candidates in order of preference. */
export function firstOf<T, R>(
  candidates: readonly T[],
  read: (candidate: T) => R | null,
): R | null {
  for (const candidate of candidates) {
    const value = read(candidate);
    if (value !== null) return value;
  }
  return null;
}

function toFields(values: unknown, reading: FieldReading): readonly Field[] {
  return Array.isArray(values)
    ? values.map((value: XmlValue) => toField(value, reading))
    : NO_FIELDS;
}

/** Most of the elements that are asked for are missing in most items. */
const NO_FIELDS: readonly Field[] = [];

function toField(value: XmlValue, reading: FieldReading): Field {
  const element = typeof value === "string" ? { _: value } : value;
  const written = typeof element["_"] === "string" ? element["_"] : "";
  const text = putBack(written, reading.longTexts).trim();
  const all = (key: string): readonly Field[] =>
    toFields(element[canonicalName(key, reading.dialect)], reading);
  return {
    text: text === "" ? null : text,
    attribute: (name) => attributeOf(element["$"], name),
    all,
    childText: (key) => firstOf(all(key), (child) => child.text),
  };
}

function attributeOf(attributes: unknown, name: string): string | null {
  if (typeof attributes !== "object" || attributes === null) return null;
  const value = (attributes as { readonly [name: string]: unknown })[name];
  return typeof value === "string" && value.trim() !== "" ? value.trim() : null;
}
