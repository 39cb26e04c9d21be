import { escapeText } from "entities";
import { cleanText } from "../../core/text/clean.ts";

/**
 * Plain text as HTML paragraphs: an empty line separates paragraphs. A line that ends because its
 * paragraph was wrapped at a fixed width goes on with a space; any other line end stays, as `<br>`
 * (addresses, verse, share labels under one another).
 */
export function plainTextToHtml(text: string): string {
  const paragraphs = cleanText(text)
    .split(/\n[^\S\n]*\n/)
    .map((paragraph) => paragraph.split("\n").map((line) => line.trim()))
    .map((lines) => wrappedRuns(lines.filter((line) => line !== "")))
    .filter(({ lines }) => lines.length > 0);
  const wrapped = paragraphs.filter(isSurelyWrapped);
  return paragraphs
    .map((paragraph) => {
      const isOneOfMore = isOneRun(paragraph) && wrapped.some((other) => other !== paragraph);
      const isWrapped = isSurelyWrapped(paragraph) || isOneOfMore;
      return isWrapped ? paragraph.runs.map((run) => run.join(" ")) : paragraph.lines;
    })
    .map((lines) => `<p>${lines.map(escapeText).join("<br>")}</p>`)
    .join("\n");
}

/** Widths at which editors and mail programs wrap lines. */
const WRAP_WIDTH = { least: 55, most: 100 };

type Paragraph = {
  readonly lines: readonly string[];
  /** The lines that go on with a space if the paragraph was wrapped. */
  readonly runs: readonly (readonly string[])[];
};

function wrappedRuns(lines: readonly string[]): Paragraph {
  const width = lines.reduce((most, { length }) => Math.max(most, length), 0);
  if (width < WRAP_WIDTH.least || width > WRAP_WIDTH.most)
    return { lines, runs: lines.map((line) => [line]) };
  const runs: string[][] = [];
  lines.forEach((line, index) => {
    const before = lines[index - 1];
    // A wrapped line is full: the next word would not have fitted.
    const [firstWord = ""] = line.split(" ", 1);
    const isFull = before !== undefined && before.length + 1 + firstWord.length > width;
    if (isFull) runs.at(-1)?.push(line);
    else runs.push([line]);
  });
  return { lines, runs };
}

/**
 * Whether lines become longer than any width if they are put together, or one goes on in the middle of a sentence. Without
 * that, the longest line of a paragraph (of an address, say) is full by chance: more than one paragraph must be so.
 */
const isSurelyWrapped = (paragraph: Paragraph): boolean =>
  paragraph.runs.some((run) => run.length > 1 && run.join(" ").length > WRAP_WIDTH.most) ||
  (isOneRun(paragraph) &&
    paragraph.lines.some((line, index) => index > 0 && /^\p{Ll}/u.test(line)));

/** Whether all lines but the last are full. */
const isOneRun = ({ lines, runs }: Paragraph): boolean => lines.length > 1 && runs.length === 1;
