import { escapeText } from "entities";
import { cleanText } from "../../core/text/clean.ts";

/**
 * Plain text as HTML paragraphs: an empty line separates paragraphs. A line that ends because its
 * paragraph was wrapped at a fixed width goes on with a space; any other line end stays, as `<br>`
 * (addresses, verse, share labels under one another).
 */
export function plainTextToHtml(text: string): string {
  const paragraphs = cleanText(text).split(/\n[^\S\n]*\n/);
  return paragraphs
    .map((paragraph) => paragraph.split("\n").map((line) => line.trim()))
    .map((lines) => lines.filter((line) => line !== ""))
    .filter((lines) => lines.length > 0)
    .map((lines) => `<p>${joinLines(lines)}</p>`)
    .join("\n");
}

/** Widths at which editors and mail programs wrap lines. */
const WRAP_WIDTH = { least: 55, most: 100 };

function joinLines(lines: readonly string[]): string {
  const width = lines.reduce((most, { length }) => Math.max(most, length), 0);
  const isWrapped = width >= WRAP_WIDTH.least && width <= WRAP_WIDTH.most;
  let html = "";
  lines.forEach((line, index) => {
    html += escapeText(line);
    const next = lines[index + 1];
    if (next === undefined) return;
    // A wrapped line is full: the next word would not have fitted.
    const nextWord = next.split(" ", 1)[0] ?? "";
    const isFull = line.length + 1 + nextWord.length > width;
    html += isWrapped && isFull ? " " : "<br>";
  });
  return html;
}
