import type { EntryValues } from "../../../core/settings/configuration-edit.ts";
import { spellDuration } from "../../../core/settings/duration-spelling.ts";
import { bareSource } from "../../../core/sources/bare-source.ts";
import type { SourceSettings } from "../../../publish/pages/admin-sources.ts";
import { type Form, fieldOf } from "../form.ts";

/** What a form says of a source, as it is typed: the configuration is checked as a whole when it is edited. */
export type SourceFields = {
  readonly id: string;
  readonly title: string;
  readonly every: string;
  readonly rights: string;
  readonly fullText: string;
  /** Separated by commas. */
  readonly categories: string;
};

/** What a form says; of fields that it does not have, what `others` say. */
export function typedFields(form: Form, others: SourceFields): SourceFields {
  const typed = (name: keyof SourceFields): string =>
    form[name] === undefined ? others[name] : fieldOf(form, name);
  return {
    id: typed("id"),
    title: typed("title"),
    every: typed("every"),
    rights: typed("rights"),
    fullText: typed("fullText"),
    categories: typed("categories"),
  };
}

/**
 * What the form showed before somebody typed: only what differs from that was meant. The file may have been edited since. `null` for
 * a form without it, such as that of a program.
 */
export function shownFields(form: Form): SourceFields | null {
  try {
    const shown: unknown = JSON.parse(fieldOf(form, "shown"));
    return typeof shown === "object" && shown !== null
      ? typedFields(shown as Form, DEFAULT_FIELDS)
      : null;
  } catch {
    return null;
  }
}

export const fieldsOfSettings = (
  id: string,
  { title, everyMs, rights, fullText, categories }: SourceSettings,
): SourceFields => ({
  id,
  title: title ?? "",
  every: spellDuration(everyMs),
  rights,
  fullText,
  categories: categories.join(", "),
});

/** Those of a source about which nothing was said. */
export const DEFAULT_FIELDS = fieldsOfSettings("", bareSource(""));

/** The entry of a new source: defaults are not written. */
export const newEntry = (url: string, fields: SourceFields): EntryValues => ({
  id: fields.id,
  url,
  ...changedValues(DEFAULT_FIELDS, fields),
});

/** What a form says otherwise, as the file spells it; a name that is emptied is taken out. */
export function changedValues(before: SourceFields, after: SourceFields): EntryValues {
  const values: Record<string, unknown> = {};
  if (after.title !== before.title) values["title"] = after.title === "" ? null : after.title;
  for (const key of ["every", "rights", "fullText"] as const) {
    if (after[key] !== before[key]) values[key] = after[key];
  }
  const categories = namesIn(after.categories);
  if (categories.join() !== namesIn(before.categories).join()) values["categories"] = categories;
  return values;
}

const namesIn = (text: string): readonly string[] =>
  text
    .split(",")
    .map((name) => name.trim())
    .filter((name) => name !== "");
