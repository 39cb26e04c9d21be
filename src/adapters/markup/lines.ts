import { cleanText } from "../../core/text/clean.ts";
import type { Line, Run, Wrap } from "./flow.ts";
import { decodeLeftovers } from "./references.ts";

/**
 * Splits lines into paragraphs at empty lines (unless `isOne`: a heading stays one), collapses white space, and drops
 * empty ones.
 */
export function paragraphsOf(lines: readonly Line[], isOne: boolean): Line[][] {
  const paragraphs: Line[][] = [];
  let current: Line[] = [];
  for (const line of lines.map(collapseLine)) {
    if (line.length > 0) current.push(line);
    else if (!isOne && current.length > 0) {
      paragraphs.push(current);
      current = [];
    }
  }
  if (current.length > 0) paragraphs.push(current);
  return paragraphs;
}

/** Preformatted text as one line that contains its line ends. */
export function preformatted(lines: readonly Line[]): Line[][] {
  const joined: Line = lines.flatMap((line, index) =>
    index === 0 ? line : [{ wrap: null, text: "\n", image: null }, ...line],
  );
  const line = joined.map((run) => ({ ...run, text: cleanText(run.text) }));
  // A parser drops a line feed after <pre>, so it would be lost on the next reading.
  const from = line.findIndex((run) => run.image !== null || /[^\n]/.test(run.text));
  const [first, ...rest] = from < 0 ? [] : line.slice(from);
  const isEmpty = line.every((run) => run.text.trim() === "" && !run.image);
  if (isEmpty || !first) return [];
  return [[[{ ...first, text: first.text.replace(/^\n+/, "") }, ...rest]]];
}

/**
 * Replaces any white space by one space, and removes it at the ends. No-break spaces count as white space only at the
 * ends.
 */
export function collapseLine(line: Line): Line {
  const runs: Run[] = [];
  let endsInSpace = true;
  for (const run of line) {
    const text = collapse(run, endsInSpace);
    if (text === "" && !run.image) continue;
    runs.push(text === run.text ? run : { ...run, text });
    endsInSpace = !run.image && /\s$/.test(text);
  }
  return trimEnd(trimStart(runs));
}

function collapse(run: Run, afterSpace: boolean): string {
  const tidy = cleanText(run.text);
  const decoded = isCode(run.wrap) ? tidy : decodeLeftovers(tidy);
  const clean = decoded === tidy ? tidy : cleanText(decoded);
  const text = clean.replace(WIDE_SPACE, " ");
  return afterSpace ? text.replace(/^ /, "") : text;
}

/** White space within a line that is no single blank. */
const WIDE_SPACE = /[ \t\n\r\f\v]{2,}|[\t\n\r\f\v]/g;

const CODE = new Set(["code", "kbd", "samp"]);

function isCode(wrap: Wrap | null): boolean {
  for (let at = wrap; at; at = at.parent) if (CODE.has(at.tag)) return true;
  return false;
}

function trimStart(runs: Run[]): Run[] {
  const index = runs.findIndex((run) => run.image !== null || run.text.trim() !== "");
  if (index < 0) return [];
  const [first, ...rest] = index === 0 ? runs : runs.slice(index);
  if (first === undefined) return [];
  const text = first.text.trimStart();
  return index === 0 && text === first.text ? runs : [{ ...first, text }, ...rest];
}

/** A line without white space at its end. */
export function trimEnd(runs: Run[]): Run[] {
  const index = runs.findLastIndex((run) => run.image !== null || run.text.trim() !== "");
  const last = runs[index];
  if (last === undefined) return [];
  const text = last.text.trimEnd();
  const isTrim = index === runs.length - 1 && text === last.text;
  return isTrim ? runs : [...runs.slice(0, index), { ...last, text }];
}
