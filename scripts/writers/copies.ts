import type { ArticleDraft } from "../../src/core/articles/article-draft.ts";
import { NOW } from "../../tests/support/builders.ts";
import { editText, generateText, seeded } from "../../tests/support/generated-texts.ts";
import { draftOf } from "../scratch-store.ts";

/** What each source makes of the text of a trial: two leave it as it is, one sets it in capitals, one edits it. */
const COPIES = {
  valley: (text: string) => text,
  hill: (text: string) => text,
  lakes: (text: string) => text.toUpperCase(),
  harbour: (text: string, trial: number) => editText(seeded(trial + 10_000), text),
};

export const COPYING_SOURCES = Object.keys(COPIES) as readonly CopyingSource[];
export type CopyingSource = keyof typeof COPIES;

const WORDS = 250;

export function copyOf(source: CopyingSource, trial: number): ArticleDraft {
  const text = COPIES[source](generateText(seeded(trial + 1), WORDS), trial);
  return draftOf(source, { key: String(trial), title: `Story ${trial}`, text, publishedAt: NOW });
}
