import { anyOf } from "../../bylines/author-patterns.ts";
import { endsWithStop } from "../../text/sentence-end.ts";
import { tokens } from "../../text/tokens.ts";
import { classifyLine } from "./classify-line.ts";
import { FEWEST_WORDS, isDoubtfulHead, LOOKED_AT } from "./doubtful-head.ts";
import { isWordedAsHeadline } from "./headline-words.ts";
import { isPageChrome } from "./page-chrome.ts";

/**
 * A text from the first line on that is neither a label nor part of the page around it: a title may be made of that line.
 * The whole text if there is no such line. A label that no rule knows is recognised by the text below it. Who wrote the text
 * ("Written by Ines Holm") is no headline, either, and under a label "By Ines Holm" is none. Linear: each line is judged by
 * the next LOOKED_AT characters.
 */
export function withoutLeadingLabels(text: string): string {
  for (let from = 0; from < text.length; ) {
    const end = endOfLine(text, from);
    const line = text.slice(from, end).trim();
    const below = text.slice(end + 1, end + 1 + LOOKED_AT);
    const isAuthor = (from > 0 && isByline(line)) || isShortAndFits(line, WRITTEN);
    if (line !== "" && !isAuthor && !isLabel(line, below)) return text.slice(from);
    from = end + 1;
  }
  return text;
}

const endOfLine = (text: string, from: number): number => {
  const end = text.indexOf("\n", from);
  return end < 0 ? text.length : end;
};

function isLabel(line: string, below: string): boolean {
  if (isPageChrome(line)) return true;
  if (headsText(line, below) && isWordedAsHeadline(line)) return false;
  if (isDoubtfulHead(line, below)) return true;
  const seems = classifyLine({ text: line, linkedShare: 0, urls: [] });
  return seems !== null && !(seems.isHeadingLike && headsText(line, below));
}

/**
 * Whether a line of words that also make headings stands right above a text, as a headline does; its author may stand between
 * them. A question is a prompt.
 */
function headsText(line: string, below: string): boolean {
  const [first = "", second = ""] = linesOf(below);
  const text = isByline(first) ? second : first;
  return !line.endsWith("?") && endsWithStop(text) && tokens(below).length >= FEWEST_WORDS;
}

/** The first two lines that are not empty. */
const linesOf = (text: string): readonly string[] =>
  /^\s*(\S[^\n]*)(?:\n\s*(\S[^\n]*))?/u
    .exec(text)
    ?.slice(1, 3)
    .map((line) => (line ?? "").trim()) ?? [];

/** "By Ines Holm", "Von Jan Kraus und Ines Holm", "Written by Ines Holm". */
const isByline = (line: string): boolean =>
  isShortAndFits(line, BYLINE) || isShortAndFits(line, WRITTEN);

const isShortAndFits = (line: string, pattern: RegExp): boolean =>
  line.length <= MAX_BYLINE && pattern.test(line.charAt(0).toLowerCase() + line.slice(1));

/** In characters. */
const MAX_BYLINE = 80;
const NAMES = "\\p{Lu}[\\p{L}.'’-]*(?: (?:\\p{Ll}{1,3} )?\\p{Lu}[\\p{L}.'’-]*){1,5}";
const BYLINE = new RegExp(`^(?:${anyOf("by")}) ${NAMES}$`, "u");
const WRITTEN = new RegExp(`^(?:${anyOf("wrote")})\\s?:? ${NAMES}$`, "u");
