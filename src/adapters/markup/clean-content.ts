import { BRAKE } from "../../core/cleaning/brake.ts";
import type {
  CleanContent,
  ContentContext,
  ContentPlace,
  ReadContent,
  RemovedBlock,
} from "../../core/cleaning/clean-content.ts";
import {
  type CleanupContext,
  type CleanupExceptions,
  isKept,
} from "../../core/cleaning/exceptions.ts";
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
  type Outline,
  outlineOf,
  type PlacedLine,
  placeLines,
} from "../../core/cleaning/repeated/outline.ts";
import { classifyLine } from "../../core/cleaning/rules/classify-line.ts";
import { authorBoxOf, findAuthorBox } from "../../core/cleaning/rules/find-author-box.ts";
import { findDebris } from "../../core/cleaning/rules/find-debris.ts";
import { isRepeatedTitle } from "../../core/cleaning/rules/repeated-title.ts";
import type { Debris, TextBlock } from "../../core/cleaning/text-block.ts";
import { captionPictures } from "./captions.ts";
import { type Flow, flowText, type Leaf, type Line, leavesOf, linkOf, type Run } from "./flow.ts";
import { MAX_MARKUP_LENGTH } from "./guard.ts";
import { paragraphsOf, trimEnd } from "./lines.ts";
import { readPlain } from "./plain-markup.ts";
import { isPlayerLine, playersOfLabels, showPlayersOfBoxes } from "./players.ts";
import { readFlow } from "./read-flow.ts";
import { type Remainder, remainderOf, removeLines, replaceLines, tidy } from "./removals.ts";
import { dropRepeatedPictures, linesWithoutRepeated } from "./repeated-pictures.ts";
import { sanitizeMarkup } from "./sanitize.ts";
import { leafText, writeHtml, writeText } from "./write-flow.ts";

/**
 * Sanitises HTML, takes out what is not the article, and writes tidy HTML and plain text. Takes out, in this order:
 * lines known by their words, what an editor wants gone and the headline, and what the source repeats.
 */
export const cleanContent: CleanContent = (html, { cleanup, ...place }) =>
  readContent(html, place).clean(cleanup);

export const readContent: ReadContent = (html, place) => {
  const byWords = rememberingOne(({ keep }) => withoutLabels(html, place, { keep, drop: [] }));
  const outline = rememberingOne((exceptions) => outlineIn(byWords(exceptions)));
  const restOf = (cleanup: CleanupContext): Remainder => {
    const context = { ...place, cleanup };
    return withoutRepeated(withoutDropped(byWords(cleanup.exceptions), context), context);
  };
  return {
    clean: (cleanup) => {
      const { flows, removed } = restOf(cleanup);
      const [contentHtml, text] = [writeHtml(flows), writeText(flows)];
      return { contentHtml, text, removed, outline: outline(cleanup.exceptions) };
    },
    textOf: (cleanup) => plainLine(html) ?? writeText(restOf(cleanup).flows),
  };
};

const readMarkup = (html: string, baseUrl: string | null): Flow[] =>
  readPlain(html, baseUrl) ?? readFlow(sanitizeMarkup(html, baseUrl));

/** Word rules heed only what an editor keeps, which is nothing for most sources. */
function rememberingOne<T>(
  make: (exceptions: CleanupExceptions) => T,
): (exceptions: CleanupExceptions) => T {
  let known: { readonly made: T } | null = null;
  return (exceptions) => {
    if (exceptions.keep.length > 0) return make(exceptions);
    known ??= { made: make(exceptions) };
    return known.made;
  };
}

/** The text as read, without lines known by their words. */
function withoutLabels(
  html: string,
  place: ContentPlace,
  exceptions: CleanupExceptions,
): Remainder {
  const read = readMarkup(html, place.baseUrl);
  showPlayersOfBoxes(read);
  dropRepeatedPictures(read);
  captionPictures(read);
  const removed = dropReadMore(read, exceptions);
  const context = { ...place, cleanup: { exceptions, repeated: [] } };
  return withoutFrame(remainderOf(tidy(read), removed), context);
}

/** Without labels and the box about the author; either may have stood behind the other. */
function withoutFrame(before: Remainder, context: ContentContext): Remainder {
  const unsigned = withoutAuthorBox(before, context);
  const after = withoutDebris(unsigned, context);
  if (after === unsigned) return after;
  const rest = withoutAuthorBox(after, context);
  return rest === after ? after : withoutFrame(rest, context);
}

const withoutAuthorBox = (before: Remainder, { cleanup, title }: ContentContext): Remainder =>
  removeLines(before, (blocks) => findAuthorBox(blocks, cleanup.exceptions, title));

/** Whom the box about the author at the end of a document presents. */
export const namesInAuthorBox = (html: string, title: string | null): readonly string[] =>
  authorBoxOf(blocksOf(remainderOf(tidy(readMarkup(html, null)), [])), title)?.names ?? [];

const outlineIn = (byWords: Remainder): Outline => outlineOf(placeLines(endsOf(blocksOf(byWords))));

/** The text of HTML that is one line without markup, of which no rule takes anything; else `null`. */
function plainLine(html: string): string | null {
  if (MARKUP.test(html) || html.length > MAX_MARKUP_LENGTH) return null;
  const [lines = []] = paragraphsOf([[{ wrap: null, text: html, image: null }]], true);
  const leaf: Leaf = { kind: "leaf", tag: "p", attributes: new Map(), lines, classes: [] };
  return lines.length === 0 ? "" : leafText(leaf);
}

const MARKUP = /[<&]/;

/** All the text of a document, including what cleaning would take out. */
export const plainTextOf = (html: string, baseUrl: string | null): string =>
  writeText(readMarkup(html, baseUrl));

function withoutDebris(before: Remainder, context: ContentContext): Remainder {
  let players: ReadonlyMap<Leaf, Line[]> = new Map();
  const after = removeLines(before, (blocks, leaves) => {
    const found = findDebris(blocks, context.cleanup.exceptions, context.title);
    players = playersOfLabels(leaves, found);
    return players.size > 0
      ? []
      : found.filter(({ block, line }) => !isPlayerLine(leaves[block]?.lines[line] ?? []));
  });
  if (players.size === 0) return after === before ? after : withoutCopies(after, context);
  // Without these labels other labels stand beside what is left.
  const shown = remainderOf(replaceLines(before.flows, players), before.removed);
  return withoutDebris(shown, context);
}

/** A picture whose caption went, or the text before it, may be one that the text shows already. */
function withoutCopies(rest: Remainder, context: ContentContext): Remainder {
  const instead = linesWithoutRepeated(rest.flows);
  if (instead.size === 0) return rest;
  const left = tidy(replaceLines(rest.flows, instead));
  return withoutDebris(remainderOf(left, rest.removed), context);
}

/** Drops what an editor wants gone, unless nothing would be left. */
function withoutDropped(before: Remainder, context: ContentContext): Remainder {
  if (context.cleanup.exceptions.drop.length === 0) return settle(before, before, context);
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

const blocksOf = ({ leaves }: Remainder): TextBlock[] => leaves.map(({ block }) => block);

/** Re-checks lines that a removal exposed: labels that now stand at an edge, and the headline. */
function settle(after: Remainder, before: Remainder, context: ContentContext): Remainder {
  let [last, current] = [before, after];
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const cleaned =
      current === last ? current : withoutCopies(withoutFrame(current, context), context);
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
      if (!mayEndInLink(line)) return line;
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

/** Whether a line ends in a link, or in a blank, before which one may stand. */
function mayEndInLink(line: Line): boolean {
  const last = line.at(-1);
  return (
    last !== undefined && line.length > 1 && (linkOf(last) !== null || last.text.trim() === "")
  );
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
