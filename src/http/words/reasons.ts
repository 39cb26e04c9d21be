import type { PageLanguage } from "./language.ts";
import { germanReason } from "./reasons-german.ts";

/** A sentence for people that was made, and in part stored, where nobody's language is known. */
export type ReasonView = {
  readonly text: string;
  /** `null` when it is in the language of the page. */
  readonly lang: "en" | null;
};

/** Why something is as it is, in the reader's language. What only the system said stays as it said it. */
export function reasonView(message: string, language: PageLanguage): ReasonView {
  if (language === "en") return { text: message, lang: null };
  const text = germanReason(message);
  return text === null ? { text: message, lang: "en" } : { text, lang: null };
}
