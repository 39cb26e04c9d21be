import type { Measures } from "./measure.ts";
import type { OtherStory } from "./other-story.ts";
import { HOUR_MS, isAtOneAddress, type Pair, SUMMARY_SHARE, TABLE_DENSITY } from "./pair.ts";
import { isRewrite } from "./rewrite.ts";
import { haveOtherSubjects } from "./titles.ts";

/** The first rule by which two articles are not one text (judge.ts). */
export type Difference =
  | "veto"
  | OtherStory
  | "short"
  | "old"
  | "numbers"
  | "form"
  | "subject"
  | "frame";

const NUMBERS = { changed: 2, share: 0.2, perTokens: 50, shortTokens: 60, shortShare: 0.25 };
const TABLE = { changed: 2, share: 0.04 };
const FORM = { run: 10.5, titleSimilarity: 0.6, equalNumbers: 2, lowRun: 6.5, coverage: 0.6 };
const SUBJECT = { tokens: 120, run: 20 };
const FRAME = { tokens: 14, share: 0.08 };
const BESIDE = { tokens: 120, similarity: 0.85, coverage: 0.9, changed: 2, titleSimilarity: 0.6 };
/** A list that a source publishes anew every day replaces the one of the day before. */
const DAILY = { apartMs: 18 * HOUR_MS, changed: 2 };

/** The first rule against one text. At one address only numbers count: a house may rewrite its own article. */
export function differenceOf(pair: Pair): Difference | null {
  if (haveOtherNumbers(pair) || haveOtherValues(pair)) return "numbers";
  if (isAtOneAddress(pair)) return null;
  if (isOwnForm(pair) || (isForm(pair) && !isRewrite(pair))) return "form";
  if (isOtherSubject(pair)) return "subject";
  return isFrame(pair) && !isRewrite(pair) ? "frame" : null;
}

function haveOtherNumbers({ measures }: Pair): boolean {
  const { tokens, matched, changedNumbers: changed, equalNumbers } = measures;
  if (changed === 0) return false;
  const share = changed / (changed + equalNumbers);
  const isTable = changed + equalNumbers >= TABLE_DENSITY * matched;
  if (isTable && changed >= TABLE.changed && share >= TABLE.share) return true;
  if (tokens < NUMBERS.shortTokens) return share >= NUMBERS.shortShare;
  return (
    changed >= NUMBERS.changed && share > NUMBERS.share && changed * NUMBERS.perTokens > matched
  );
}

/** Whether the texts are a template with different values: the matches are the short pieces between these. */
function isForm({ measures, titles }: Pair): boolean {
  const { run, changedNumbers, equalNumbers, coverage } = measures;
  if (run >= FORM.run) return false;
  const isEdited =
    titles >= FORM.titleSimilarity &&
    changedNumbers === 0 &&
    equalNumbers >= FORM.equalNumbers &&
    run >= FORM.lowRun &&
    coverage >= FORM.coverage;
  return !isEdited;
}

/** Within one source fewer changed numbers are enough: it fills in its price list or weather report anew. */
function haveOtherValues({ kinship, apartMs, measures }: Pair): boolean {
  const { otherTokens, changedNumbers: changed } = measures;
  if (kinship === null) return false;
  if (kinship === "replaced") return apartMs >= DAILY.apartMs && changed >= DAILY.changed;
  return changed >= (otherTokens < BESIDE.tokens ? 1 : BESIDE.changed);
}

/**
 * A source that offers two articles beside each other means two: they are one only where hardly a word differs in a long
 * text, or where the shorter is a part of the other under its title.
 */
function isOwnForm({ kinship, measures, titles }: Pair): boolean {
  if (kinship !== "beside") return false;
  const { tokens, otherTokens, matched, coverage } = measures;
  if (otherTokens < BESIDE.tokens) return true;
  if (matched >= BESIDE.similarity * otherTokens) return false;
  const isPart = coverage >= BESIDE.coverage || tokens < SUMMARY_SHARE * otherTokens;
  return !isPart || titles < BESIDE.titleSimilarity;
}

function isOtherSubject({ a, b, measures }: Pair): boolean {
  if (measures.tokens >= SUBJECT.tokens && measures.run >= SUBJECT.run) return false;
  return haveOtherSubjects(a, b);
}

/** Whether a common frame surrounds different content, as on a page with one paragraph of news. */
const isFrame = ({ measures }: Pair): boolean => measures.replaced >= frameTokens(measures);

/** The least number of replaced tokens that make different content. */
export const frameTokens = ({ tokens }: Measures): number =>
  Math.max(FRAME.tokens, FRAME.share * tokens);
