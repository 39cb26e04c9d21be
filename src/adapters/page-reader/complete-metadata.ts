import { deriveTitle } from "../../core/articles/derive-title.ts";
import type { CleanedContent } from "../../core/cleaning/clean-content.ts";
import type { Page, PageMetadata } from "../../core/pages/page.ts";
import type { DetectLanguage } from "../../core/text/detect-language.ts";
import { leadingHeading } from "../markup/leading-heading.ts";
import { DATE_LINE } from "./block-rules.ts";
import { dateInText } from "./read-dates.ts";
import type { ReadMetadata } from "./read-metadata.ts";

/** Metadata of an article, and where each value came from. */
export type Told = PageMetadata & Pick<Page, "provenance">;

export type Hints = {
  readonly content: CleanedContent;
  readonly detectLanguage: DetectLanguage;
};

/** Works out from the article itself what its page does not declare. */
export function completeMetadata(
  { metadata, provenance }: ReadMetadata,
  { content, detectLanguage }: Hints,
): Told {
  const steps: readonly Step[] = [
    (told) => languageOfText(told, detectLanguage(content.text)),
    (told) => (told.title !== null ? {} : { title: titleOf(content) }),
    (told) => (told.publishedAt !== null ? {} : { publishedAt: dateOf(content) }),
  ];
  return steps.reduce(apply, { ...metadata, provenance });
}

type Step = (told: Told) => Partial<PageMetadata>;

function apply(told: Told, step: Step): Told {
  const [[field, value] = []] = Object.entries(step(told));
  const isNothing = value == null || (Array.isArray(value) && value.length === 0);
  if (field === undefined || isNothing) return told;
  return { ...told, [field]: value, provenance: new Map([...told.provenance, [field, "text"]]) };
}

/** The detected language replaces a declared one that differs; a text that is too short to tell keeps the declared one. */
function languageOfText({ language }: Told, detected: string | null): Partial<PageMetadata> {
  const agrees = language?.split("-")[0]?.toLowerCase() === detected;
  return detected === null || agrees ? {} : { language: detected };
}

const titleOf = ({ contentHtml, text }: CleanedContent): string | null =>
  leadingHeading(contentHtml) ?? deriveTitle(text);

/** The date of the first removed date line that can be read: some pages tell their date only there. */
function dateOf({ removed }: CleanedContent): number | null {
  const lines = removed.filter(({ rule }) => rule === DATE_LINE).map(({ text }) => text);
  return lines.map(dateInText).find((date) => date !== null) ?? null;
}
