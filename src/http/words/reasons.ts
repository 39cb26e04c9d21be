import type { PageLanguage } from "./language.ts";
import { germanReason } from "./reasons-german.ts";

/** A sentence for people. It was made, and perhaps stored, before the reader's language was known. */
export type ReasonView = {
  readonly text: string;
  /** `null` when the text is in the language of the page. */
  readonly lang: "en" | null;
};

/** A reason in the reader's language; a reason without a translation stays English. */
export function reasonView(message: string, language: PageLanguage): ReasonView {
  if (language === "en") return { text: message, lang: null };
  const text = germanReason(message);
  return text === null ? { text: message, lang: "en" } : { text, lang: null };
}
