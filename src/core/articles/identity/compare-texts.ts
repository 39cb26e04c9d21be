import { judge } from "../../similarity/judge.ts";
import { measure } from "../../similarity/measure.ts";
import { titleOf } from "../../similarity/title.ts";
import { isNumber } from "../../similarity/token-hash.ts";
import type { Likeness } from "./likeness.ts";

/**
 * How two texts are alike.
 *
 * - `same`: their words are equal.
 * - `near`: hardly a word differs, and no number.
 * - `edited`: most of the shorter text is in the longer.
 * - `form`: they have much in common, but the differences mark two texts of one template.
 * - `other`: they have less in common.
 * - `none`: one of them has no words.
 */
export type TextLikeness = "same" | "near" | "edited" | "form" | "other" | "none";

/** The least common part of the shorter text for `edited`. */
const EDITED = 0.5;
/** The least common part of the longer text for `near`. */
const NEAR = 0.85;
/** Shorter texts are compared by equality alone. */
export const FEWEST_COMPARED = 8;

type NamedText = Pick<Likeness, "title" | "wording" | "words" | "textHash">;

export function compareTexts(a: NamedText, b: NamedText): TextLikeness {
  const [short, long] = a.wording.length <= b.wording.length ? [a, b] : [b, a];
  if (a.words === 0 || b.words === 0) return "none";
  if (a.textHash === b.textHash || areEqual(short.wording, long.wording)) return "same";
  if (short.wording.length < FEWEST_COMPARED) return "other";
  const common = commonWords(short.wording, long.wording);
  if (common.words < EDITED * short.wording.length) return "other";
  const { coverage } = measure(short.wording, long.wording);
  const isNear = common.words >= NEAR * long.wording.length && common.areNumbersEqual;
  if (coverage < EDITED && !isNear) return "other";
  return gradeOf(differenceOf(short, long), isNear);
}

function gradeOf(difference: string | null, isNear: boolean): TextLikeness {
  if (difference === "numbers" || difference === "subject") return "form";
  if (isNear) return "near";
  return difference === "form" ? "form" : "edited";
}

const areEqual = (a: Uint32Array, b: Uint32Array): boolean =>
  a.length === b.length && a.every((token, index) => token === b[index]);

/** What the rules of similarity/judge.ts say against one text, whatever the dates and addresses. */
function differenceOf(a: NamedText, b: NamedText): string | null {
  const [one, other] = [a, b].map(({ title, wording }) => ({
    title: titleOf(title ?? ""),
    tokens: wording,
    address: null,
    comparedAt: 0,
  }));
  const judgement = one && other && judge(one, other);
  return judgement?.verdict === "different" ? judgement.rule : null;
}

/** How many words they have in common, wherever these stand, and whether their numbers are the same. */
function commonWords(
  a: Uint32Array,
  b: Uint32Array,
): { readonly words: number; readonly areNumbersEqual: boolean } {
  const left = new Map<number, number>();
  for (const token of b) left.set(token, (left.get(token) ?? 0) + 1);
  let words = 0;
  for (const token of a) {
    const count = left.get(token) ?? 0;
    if (count > 0) words += 1;
    left.set(token, count - 1);
  }
  const areNumbersEqual = [...left].every(([token, count]) => count === 0 || !isNumber(token));
  return { words, areNumbersEqual };
}
