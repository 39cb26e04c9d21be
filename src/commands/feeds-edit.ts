import type { Io } from "../service/io.ts";
import { type EditOptions, editConfigured } from "./sources-edit.ts";

export type FeedsAddOptions = EditOptions & {
  readonly id: string;
  readonly title?: string;
  readonly items?: number;
  readonly content?: string;
  readonly source?: readonly string[];
  readonly category?: readonly string[];
  readonly language?: readonly string[];
  readonly match?: string;
  readonly exclude?: string;
};

/** Adds a feed to the configuration. What is not said is left to the defaults. Gives the exit code. */
export function feedsAdd(options: FeedsAddOptions, io: Io): Promise<number> {
  const { id, title, items, content, source, category, language, match, exclude } = options;
  const lists = { sources: source, categories: category, languages: language };
  const where = said({ ...lists, match, exclude });
  const entry = { id, ...said({ title, items, content, where: where ?? undefined }) };
  return editConfigured(
    { kind: "add", list: "feeds", entries: [entry] },
    `${id} is a feed from now on: /feeds/${id}`,
    { options, io },
  );
}

/** Takes a feed out of the configuration: its addresses answer 404. Gives the exit code. */
export const feedsRemove = (
  options: EditOptions & { readonly id: string },
  io: Io,
): Promise<number> =>
  editConfigured(
    { kind: "remove", list: "feeds", id: options.id },
    `${options.id} is no feed any more: its addresses answer 404`,
    { options, io },
  );

/** Without what nobody gave; `null` for nothing at all. */
function said(values: object): object | null {
  const given = Object.entries(values).filter(([, value]) => value !== undefined);
  return given.length === 0 ? null : Object.fromEntries(given);
}
