import { classifyLine } from "./classify-line.ts";
import { isDoubtfulHead } from "./doubtful-head.ts";
import { isPageChrome } from "./page-chrome.ts";

/**
 * A text from its first line on that is no label and not of the page around it: what a title may be made of. All of it
 * when every line is one. Labels that no rule knows are told by what stands below them.
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
