import { eld } from "eld/extrasmall";
import { KIND, kindAt } from "../core/text/character-kinds.ts";
import type { DetectLanguage } from "../core/text/detect-language.ts";
import { unspacedLetters } from "../core/text/scripts.ts";

// The smallest of eld's four data sets: on 50 sentences in eight languages, cut to five words, all
// four were right 49 or 50 times, and the largest takes 300 MB more memory.

/** Characters that are examined: enough to be sure, and more only costs time. */
const SAMPLE_LENGTH = 2000;

/** Below four words any detector guesses (94 % right at four, measured for the design). */
const MIN_WORDS = 4;
/** Least number of letters in scripts that write no spaces between words. */
const MIN_UNSPACED = 6;

export const detectLanguage: DetectLanguage = (text) => {
  const sample = text.slice(0, SAMPLE_LENGTH).toWellFormed();
  if (!hasWords(sample) && unspacedLetters(sample) < MIN_UNSPACED) return null;
  const result = eld.detect(sample);
  return result.language !== "" && result.isReliable() ? result.language : null;
};

/** Whether a text has MIN_WORDS runs of letters. Stops at the last of them. */
function hasWords(text: string): boolean {
  let words = 0;
  let isInWord = false;
  for (let at = 0; at < text.length && words < MIN_WORDS; at++) {
    const isLetter = isLetterAt(text, at);
    if (isLetter && !isInWord) words += 1;
    isInWord = isLetter;
  }
  return words >= MIN_WORDS;
}

function isLetterAt(text: string, at: number): boolean {
  const kind = kindAt(text, at);
  return kind === KIND.letter || kind === KIND.unspaced;
}
