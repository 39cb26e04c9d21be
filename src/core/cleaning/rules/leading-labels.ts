import { endsWithStop } from "../../text/sentence-end.ts";
import { tokens } from "../../text/tokens.ts";
import { classifyLine } from "./classify-line.ts";
import { FEWEST_WORDS, isDoubtfulHead, LOOKED_AT } from "./doubtful-head.ts";
import { isPageChrome } from "./page-chrome.ts";

/**
 * A text from the first line on that is neither a label nor part of the page around it: a title may be made of that line.
 * The whole text if there is no such line. A label that no rule knows is recognised by the text below it. Linear: each line
 * is judged by the next LOOKED_AT characters.
 */
export function withoutLeadingLabels(text: string): string {
  for (let from = 0; from < text.length; ) {
    const end = endOfLine(text, from);
    const line = text.slice(from, end).trim();
    const below = text.slice(end + 1, end + 1 + LOOKED_AT);
    if (line !== "" && !isLabel(line, below)) return text.slice(from);
    from = end + 1;
  }
  return text;
}

const endOfLine = (text: string, from: number): number => {
  const end = text.indexOf("\n", from);
  return end < 0 ? text.length : end;
};

function isLabel(line: string, below: string): boolean {
  if (isPageChrome(line) || isDoubtfulHead(line, below)) return true;
  const seems = classifyLine({ text: line, linkedShare: 0, urls: [] });
  return seems !== null && !(seems.isHeadingLike && headsText(line, below));
}

/** Whether a line of words that also make headings stands right above a text, as a headline does. A question is a prompt. */
const headsText = (line: string, below: string): boolean =>
  !line.endsWith("?") &&
  endsWithStop(below.trimStart().split("\n", 1)[0] ?? "") &&
  tokens(below).length >= FEWEST_WORDS;
