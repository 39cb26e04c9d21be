import { classifyLine } from "./classify-line.ts";

/** A text from its first line on that is no label: what a title may be made of. All of it when every line is one. */
export function withoutLeadingLabels(text: string): string {
  const lines = text.split("\n");
  const first = lines.findIndex((line) => line.trim() !== "" && !isLabel(line.trim()));
  return first < 0 ? text : lines.slice(first).join("\n");
}

const isLabel = (text: string): boolean =>
  classifyLine({ text, linkedShare: 0, urls: [] }) !== null;
