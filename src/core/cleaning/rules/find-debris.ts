import { endsWithStop, endsWithStopOrColon } from "../../text/sentence-end.ts";
import { BRAKE } from "../brake.ts";
import { type CleanupExceptions, isKept, isKeptLine, NO_EXCEPTIONS } from "../exceptions.ts";
import type { Debris, TextBlock, TextLine } from "../text-block.ts";
import { type CandidateBlock, nextLeft } from "./candidate.ts";
import { classOf } from "./classified-line.ts";
import type { LineClass } from "./classify-line.ts";
import { takeFollowers } from "./followers.ts";
import { answeredQuestions, questionsInRow } from "./interview.ts";
import { pluginRuleOf } from "./plugin-classes.ts";
import { versesLikeLabels } from "./verse.ts";

/**
 * Finds the lines that are not the article: labels, prompts and teasers, by their words. Deterministic, idempotent (a
 * second pass over the lines that stay finds nothing), linear in the text.
 *
 * Lines that are nothing but a known label always go. If the less certain lines are more than BRAKE of the words, those
 * stay; if nothing would be left, everything stays. Lines that an editor keeps, and the line that is the article's title,
 * count as lines of the article.
 */
export function findDebris(
  blocks: readonly TextBlock[],
  exceptions: CleanupExceptions = NO_EXCEPTIONS,
  title: string | null = null,
): Debris[] {
  const staying = { exceptions, title: title === null ? null : asCompared(title) };
  const candidates = blocks.flatMap((block, index) => candidatesOf(block, index, staying));
  const found = debrisAmong(candidates);
  if (found.length > 0 || !candidates.some(({ isOfPlugin }) => isOfPlugin)) return found;
  // A text that is nothing but what plug-ins add stays, without the names by which they were known.
  const unnamed = blocks.map((block) => ({ ...block, classes: [] }));
  return debrisAmong(unnamed.flatMap((block, index) => candidatesOf(block, index, staying)));
}

function debrisAmong(candidates: readonly CandidateBlock[]): Debris[] {
  const lines = withoutTextOfForm(candidates);
  let rest: readonly CandidateBlock[] = lines;
  for (let left = Number.POSITIVE_INFINITY; rest.length < left; ) {
    left = rest.length;
    mark(rest);
    rest = rest.filter(({ rule }) => rule === null);
  }
  return lines.flatMap(({ block, line, rule }) => (rule === null ? [] : [{ block, line, rule }]));
}

/** One pass over the lines that are left. It is repeated, because each removed line changes the neighbours of others. */
function mark(lines: readonly CandidateBlock[]): void {
  markStrong(lines);
  markGroups(lines);
  takeFollowers(lines);
  markWeak(lines);
  applyBrake(lines);
}

/** What must stay, whatever a rule says. */
type Staying = { readonly exceptions: CleanupExceptions; readonly title: string | null };

const asCompared = (text: string): string => text.trim().replace(/\s+/g, " ").toLowerCase();

/** Whether an unlinked line is the title. A link with the same words leads elsewhere. The length decides for most lines. */
const isTitle = ({ text, linkedShare }: TextLine, title: string | null): boolean =>
  title !== null &&
  linkedShare === 0 &&
  Math.abs(text.length - title.length) < 3 &&
  asCompared(text) === title;

function candidatesOf(
  block: TextBlock,
  index: number,
  { exceptions, title }: Staying,
): CandidateBlock[] {
  const plugin = block.role === "code" ? null : pluginRuleOf(block.classes);
  return block.lines.map((text, line) => {
    const words = countWords(text.text);
    const isOurs = isTitle(text, title);
    const found = isOurs ? null : plugin ? pluginClass(plugin, words) : classOfLine(text, block);
    const seems = found && !isKept(exceptions, text.text, found.rule) ? found : null;
    const isProse = seems === null && isSentence(text, words, block.role);
    return {
      block: index,
      line,
      role: block.role,
      text,
      words,
      seems,
      isProse,
      isOfPlugin: plugin !== null,
      isKept: isOurs || isKeptLine(exceptions, text.text),
      rule: null,
    };
  });
}

/** Clears the class of lines of verse, and of questions in an interview or in a list of questions: they are no labels. */
function withoutTextOfForm(lines: readonly CandidateBlock[]): readonly CandidateBlock[] {
  if (!lines.some(({ seems }) => seems !== null)) return lines;
  const questions = new Set([...answeredQuestions(lines), ...questionsInRow(lines)]);
  const verses = versesLikeLabels(lines);
  return lines.map((line, index) => {
    // A stanza stays whole, or what is left of it would be no stanza.
    if (verses.has(index)) return { ...line, seems: null, isKept: true };
    if (line.seems === null || !questions.has(index)) return line;
    return { ...line, seems: null, isProse: isSentence(line.text, line.words, line.role) };
  });
}

function classOfLine(line: TextLine, { role }: TextBlock): LineClass | null {
  if (role === "code") return null;
  const found = classOf(line);
  return role === "cell" && found !== null && !isShareLink(line, found) ? null : found;
}

/** The only debris in table cells: all else there is a value or the head of a column ("Posts", "Comments"). */
const isShareLink = ({ urls }: TextLine, { rule, isWeak }: LineClass): boolean =>
  rule === "share-list" && !isWeak && urls.length > 0;

/** Counts words by their ends, without a list of all words, for it runs on each line. */
function countWords(text: string): number {
  let words = 0;
  let isInWord = false;
  for (let at = 0; at < text.length; at++) {
    const isBlank = isSpace(text.charCodeAt(at));
    if (isInWord && isBlank) words += 1;
    isInWord = !isBlank;
  }
  return isInWord ? words + 1 : words;
}

/** What `\s` matches. */
const isSpace = (code: number): boolean =>
  code < FIRST_WIDE
    ? code === 32 || code === NO_BREAK || (code > 8 && code < 14)
    : WIDE_SPACE.test(String.fromCharCode(code));

const NO_BREAK = 0xa0;
/** The Ogham space mark; letters of Latin, Greek and Cyrillic lie before it. */
const FIRST_WIDE = 0x1680;
const WIDE_SPACE = /\s/;

const pluginClass = (rule: string, words: number): LineClass => ({
  rule,
  words,
  isCertain: true,
  isWeak: false,
  goesAlone: false,
  hasFollowers: false,
  isHeadingLike: false,
});

function isSentence(
  { text, linkedShare }: TextLine,
  words: number,
  role: TextBlock["role"],
): boolean {
  if (role === "heading" || linkedShare > 0.8) return false;
  return words >= 20 || (words >= 6 && endsWithStopOrColon(text));
}

/**
 * Marks labels that need nothing beside them, and labels that stand alone. Lines are visited from the end, so that a
 * heading is judged by what stays under it.
 */
function markStrong(lines: readonly CandidateBlock[]): void {
  for (let index = lines.length - 1; index >= 0; index--) {
    const line = lines[index];
    if (!line?.seems || (line.seems.isWeak && !isAlone(lines, index))) continue;
    if (!headsText(lines, index) || isUnmistakable(lines, index)) line.rule = line.seems.rule;
  }
}

/** Whether a label above text is no heading of it: a plugin made it, it is too long for one, or stands before the first sentence. */
function isUnmistakable(lines: readonly CandidateBlock[], index: number): boolean {
  const line = lines[index];
  if (line?.isOfPlugin) return true;
  const seems = line?.seems;
  if (!seems || seems.isHeadingLike) return false;
  return !seems.isCertain || seems.words > 4 || isFirst(lines, index);
}

const isFirst = (lines: readonly CandidateBlock[], index: number): boolean =>
  !lines.slice(0, index).some((line) => line.isProse);

/** Whether a line is, by its place or its words, the heading of the article's text under it. */
function headsText(lines: readonly CandidateBlock[], index: number): boolean {
  const [line, next] = [lines[index], nextLeft(lines, index)];
  if (!line || !next || next.seems || next.role === "heading" || isLink(next)) return false;
  return line.seems?.isHeadingLike === true || (line.role === "heading" && isSaid(next));
}

/** Whether a line is text; a short sentence counts. */
const isSaid = ({ isProse, text, words }: CandidateBlock): boolean =>
  isProse || (words >= 2 && endsWithStop(text.text));

/** Marks labels that are weak by themselves but stand above a list of links, or beside network links in it. */
function markGroups(lines: readonly CandidateBlock[]): void {
  lines.forEach((line, index) => {
    if (!line.seems || line.rule !== null) return;
    const [before, after] = [lines[index - 1], lines[index + 1]];
    const isAbove = line.role === "heading" && after?.role === "item" && isLink(after);
    const isAmong = line.role === "item" && [before, after].some((each) => isNetworkLink(each));
    if ((isAbove || isAmong) && line.seems.rule !== "share-list") line.rule = line.seems.rule;
  });
}

const isLink = ({ text }: CandidateBlock): boolean => text.linkedShare >= 0.8;

const isNetworkLink = (line: CandidateBlock | undefined): boolean =>
  line?.role === "item" && line.seems?.rule === "share-list" && isLink(line);

/** Whether a label is a paragraph of its own between two sentences, so that no list, verse or table loses an item. */
function isAlone(lines: readonly CandidateBlock[], index: number): boolean {
  const isLabel = (at: number): boolean =>
    lines[at]?.seems?.goesAlone === true && lines[at]?.role === "paragraph";
  if (!isLabel(index)) return false;
  let [before, after] = [index, index];
  while (isLabel(before)) before -= 1;
  while (isLabel(after)) after += 1;
  return lines[before]?.isProse === true && lines[after]?.isProse === true;
}

/** Marks weak labels beside a removed line, before the first sentence and after the last. */
function markWeak(lines: readonly CandidateBlock[]): void {
  const first = lines.findIndex((line) => line.isProse);
  const last = lines.findLastIndex((line) => line.isProse);
  lines.forEach((line, index) => {
    const isOutside = index < first || index > last;
    if (isOutside && first >= 0 && mayGo(lines, index) && !isLoneNetwork(line)) {
      line.rule = line.seems?.rule ?? null;
    }
  });
  const spread = (index: number, neighbour: number): void => {
    const line = lines[index];
    const isBeside = lines[neighbour]?.rule != null;
    if (line && isBeside && mayGo(lines, index)) line.rule = line.seems?.rule ?? null;
  };
  for (let index = 1; index < lines.length; index++) spread(index, index - 1);
  for (let index = lines.length - 2; index >= 0; index--) spread(index, index + 1);
}

function mayGo(lines: readonly CandidateBlock[], index: number): boolean {
  const line = lines[index];
  if (!line || line.rule !== null || !line.seems?.isWeak) return false;
  return !headsText(lines, index) || (line.seems.goesAlone && isUnmistakable(lines, index));
}

/** "WhatsApp" alone may be what a list is about. */
const isLoneNetwork = ({ seems, text }: CandidateBlock): boolean =>
  seems?.rule === "share-list" && seems.words < 2 && text.linkedShare < 0.8;

function applyBrake(lines: readonly CandidateBlock[]): void {
  const sum = (which: (line: CandidateBlock) => boolean): number =>
    lines.filter(which).reduce((total, line) => total + line.words, 0);
  const isCertain = (line: CandidateBlock): boolean =>
    line.rule !== null && line.seems?.isCertain === true;
  const isDoubtful = (line: CandidateBlock): boolean => line.rule !== null && !isCertain(line);
  const rest = sum((line) => !isCertain(line));
  // A label whose headlines stay must stay too, or the next pass would judge them differently.
  const isLinked = (line: CandidateBlock): boolean =>
    isDoubtful(line) || line.seems?.hasFollowers === true;
  if (sum(isDoubtful) > BRAKE * rest) restore(lines, isLinked);
  if (sum((line) => line.rule === null) === 0) restore(lines, () => true);
}

function restore(lines: readonly CandidateBlock[], which: (line: CandidateBlock) => boolean): void {
  for (const line of lines.filter(which)) line.rule = null;
}
