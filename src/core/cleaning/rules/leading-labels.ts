import { classifyLine } from "./classify-line.ts";
import { isDoubtfulHead } from "./doubtful-head.ts";
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

const isLabel = (line: string, below: string): boolean =>
  classifyLine({ text: line, linkedShare: 0, urls: [] }) !== null ||
  isPageChrome(line) ||
  isDoubtfulHead(line, below);
