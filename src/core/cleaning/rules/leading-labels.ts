import { endsWithStop } from "../../text/sentence-end.ts";
import { tokens } from "../../text/tokens.ts";
import { classifyLine } from "./classify-line.ts";
import { FEWEST_WORDS, isDoubtfulHead, LOOKED_AT } from "./doubtful-head.ts";
import { isPageChrome } from "./page-chrome.ts";

/**
 * A text from the first line on that is neither a label nor part of the page around it: a title may be made of that line.
 * The whole text if there is no such line. A label that no rule knows is recognised by the text below it.
 */
export function withoutLeadingLabels(text: string): string {
  const lines = text.split("\n");
  const first = lines.findIndex(
    (line, index) => line.trim() !== "" && !isLabel(line.trim(), lines.slice(index + 1).join("\n")),
  );
  return first < 0 ? text : lines.slice(first).join("\n");
}

function isLabel(line: string, below: string): boolean {
  if (isPageChrome(line) || isDoubtfulHead(line, below)) return true;
  const seems = classifyLine({ text: line, linkedShare: 0, urls: [] });
  return seems !== null && !(seems.isHeadingLike && headsText(line, below));
}

/** Whether a line of words that also make headings stands right above a text, as a headline does. A question is a prompt. */
const headsText = (line: string, below: string): boolean =>
  !line.endsWith("?") &&
  endsWithStop(below.trimStart().split("\n", 1)[0] ?? "") &&
  tokens(below.slice(0, LOOKED_AT)).length >= FEWEST_WORDS;
