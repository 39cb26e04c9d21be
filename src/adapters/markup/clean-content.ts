import { BRAKE } from "../../core/cleaning/brake.ts";
import type {
  CleanContent,
  ContentContext,
  RemovedBlock,
} from "../../core/cleaning/clean-content.ts";
import { type CleanupExceptions, isKept } from "../../core/cleaning/exceptions.ts";
import { COMMON } from "../../core/cleaning/repeated/common-lines.ts";
import {
  findDropped,
  findRepeated,
  REPEATED,
  wordsOfLines,
} from "../../core/cleaning/repeated/find-repeated.ts";
import { wordsOfLine } from "../../core/cleaning/repeated/line-hash.ts";
import {
  endsOf,
  outlineOf,
  type PlacedLine,
  placeLines,
} from "../../core/cleaning/repeated/outline.ts";
import { classifyLine } from "../../core/cleaning/rules/classify-line.ts";
import { findDebris } from "../../core/cleaning/rules/find-debris.ts";
import { isRepeatedTitle } from "../../core/cleaning/rules/repeated-title.ts";
import type { Debris, TextBlock } from "../../core/cleaning/text-block.ts";
import { captionPictures } from "./captions.ts";
import { type Flow, flowText, type Leaf, type Line, leavesOf, linkOf, type Run } from "./flow.ts";
import { trimEnd } from "./lines.ts";
import { isPlayerLine, showPlayersOfBoxes, showPlayersOfLabels } from "./players.ts";
import { readFlow } from "./read-flow.ts";
import { type Remainder, removeLines, tidy } from "./removals.ts";
import { dropRepeatedPictures } from "./repeated-pictures.ts";
import { sanitizeMarkup } from "./sanitize.ts";
import { leafBlocks } from "./text-blocks.ts";
import { writeHtml, writeText } from "./write-flow.ts";

/**
 * Sanitises HTML, takes out what is not the article, and writes tidy HTML and plain text. Takes out, in this order:
 * lines known by their words, what an editor wants gone and the headline, and what the source repeats.
 */
export const cleanContent: CleanContent = (html, context) => {
  const read = readFlow(sanitizeMarkup(html, context.baseUrl));
  showPlayersOfBoxes(read);
  dropRepeatedPictures(read);
  captionPictures(read);
  const removed = dropReadMore(read, context.cleanup.exceptions);
  const byWords = withoutDebris({ flows: tidy(read), removed }, context);
  const rest = withoutRepeated(withoutDropped(byWords, context), context);
  return {
    contentHtml: writeHtml(rest.flows),
    text: writeText(rest.flows),
    removed: rest.removed,
    outline: outlineOf(placeLines(endsOf(blocksOf(byWords)))),
  };
};

/** All the text of a document, including what cleaning would take out. */
export const plainTextOf = (html: string, baseUrl: string | null): string =>
  writeText(readFlow(sanitizeMarkup(html, baseUrl)));

function withoutDebris(before: Remainder, context: ContentContext): Remainder {
  let isShown = false;
  const after = removeLines(before, (blocks, leaves) => {
    const found = findDebris(blocks, context.cleanup.exceptions, context.title);
    isShown = showPlayersOfLabels(leaves, found);
    return isShown
      ? []
      : found.filter(({ block, line }) => !isPlayerLine(leaves[block]?.lines[line] ?? []));
  });
  // Without these labels other labels stand beside what is left.
  return isShown ? withoutDebris(before, context) : after;
}

/** Drops what an editor wants gone, unless nothing would be left. */
function withoutDropped(before: Remainder, context: ContentContext): Remainder {
  const found = removeLines(before, (blocks) => findDropped(blocks, context.cleanup));
  const rest = settle(found, before, context);
  const isEmpty = rest.removed !== before.removed && writeText(rest.flows) === "";
  return isEmpty && writeText(before.flows) !== "" ? settle(before, before, context) : rest;
}

/** Most rounds; a real article needs two or three. */
const MAX_ROUNDS = 16;

/**
 * Takes out what the source repeats, and what is debris once that is gone, until nothing more is found: cleaning the
 * result again then finds nothing. Takes out nothing when the repeated lines are more than BRAKE of the words, or when
 * the rounds do not end.
 */
function withoutRepeated(before: Remainder, context: ContentContext): Remainder {
  if (context.cleanup.repeated.length === 0) return before;
  let current = before;
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const next = removeLines(current, (blocks) => findRepeated(blocks, context.cleanup));
    if (next === current) return current === before || isWithinBrake(current) ? current : before;
    current = settle(next, current, context);
  }
  return before;
}

function isWithinBrake(rest: Remainder): boolean {
  const taken = rest.removed
    .filter(({ rule }) => rule === REPEATED || rule === COMMON)
    .reduce((total, { text }) => total + wordsOfLine(text).length, 0);
  return taken <= BRAKE * (taken + wordsOfLines(linesOf(rest)));
}

const linesOf = (rest: Remainder): PlacedLine[] => placeLines(blocksOf(rest));

const blocksOf = ({ flows }: Remainder): TextBlock[] => leafBlocks(flows).map(({ block }) => block);

/** Re-checks lines that a removal exposed: labels that now stand at an edge, and the headline. */
function settle(after: Remainder, before: Remainder, context: ContentContext): Remainder {
  let [last, current] = [before, after];
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const cleaned = current === last ? current : withoutDebris(current, context);
    const titled = removeLines(cleaned, (_, leaves) => findTitle(leaves, context));
    if (titled === cleaned) return titled;
    [last, current] = [cleaned, titled];
  }
  return current;
}

/** Links at the end of a line that lead to the rest of the article. */
function dropReadMore(flows: readonly Flow[], exceptions: CleanupExceptions): RemovedBlock[] {
  const removed: RemovedBlock[] = [];
  for (const { leaf } of leavesOf(flows)) {
    if (leaf.tag === "pre") continue;
    leaf.lines = leaf.lines.map((line) => {
      if (isKept(exceptions, flowText(line), READ_MORE)) return line;
      const [kept, gone] = splitReadMore(line);
      removed.push(...gone.map((text) => ({ text, rule: READ_MORE })));
      return kept;
    });
  }
  return removed;
}

function splitReadMore(line: Line): [Line, string[]] {
  const kept = [...line];
  const gone: string[] = [];
  for (let last = kept.at(-1); kept.length > 1 && last && isReadMore(last); last = kept.at(-1)) {
    kept.pop();
    if (last.text.trim() !== "") gone.unshift(last.text.trim());
  }
  return [gone.length > 0 ? trimEnd(kept) : line, gone];
}

const READ_MORE = "read-more";

/** Whether a run is a link that says "read more", or the space before such a link. */
function isReadMore(run: Run): boolean {
  const text = run.text.trim();
  if (run.image) return false;
  if (!linkOf(run)) return text === "";
  return classifyLine({ text, linkedShare: 1, urls: [] })?.rule === READ_MORE;
}

/** The headline at the start of the text, once or twice: readers see the title above the text already. */
function findTitle(leaves: readonly Leaf[], { title, cleanup }: ContentContext): readonly Debris[] {
  const rule = "repeated-title";
  const found: Debris[] = [];
  for (const [block, { tag, lines }] of leaves.entries()) {
    const text = lines.map(flowText).join(" ");
    if (text === "") continue;
    const isTitle = /^h[2-6]$/.test(tag) && isRepeatedTitle(text, title);
    if (!isTitle || isKept(cleanup.exceptions, text, rule)) break;
    found.push(...lines.map((_, line) => ({ block, line, rule })));
  }
  return found;
}
