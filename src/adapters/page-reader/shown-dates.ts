import { saysOther, saysPublished, saysUpdated } from "../../core/bylines/day-labels.ts";
import { fold } from "../../core/text/fold.ts";
import { monthOf, zoneOf } from "../feed-reader/date-words.ts";
import { readDate } from "../feed-reader/read-date.ts";
import { startsWithBy } from "./byline-words.ts";
import type { PageElement } from "./dom.ts";
import { nameWords } from "./element-names.ts";
import type { Headline, ShownBlock, ShownPage } from "./shown-page.ts";

/** In words; a longer block is text, whose dates belong to what it tells. */
const MAX_WORDS = 22;
/** In blocks from the headline. */
const NEAR = { before: 6, after: 12 };

const TIME = String.raw`(?:[\s,|•·–—-]*(?:um|at|à|a las|alle(?: ore)?|às|om|o godz\.|kl\.?|ore|T)?\s*\d{1,2}[:.h]\d{2}(?::\d{2})?(?:\s*[ap]\.?m\b\.?)?(?:\s*(?:uhr|h)\b)?(?:\s*\(?(?:[A-Z]{2,4}\b|[+-]\d{2}:?\d{2}))?)?`;
/** "10:02 AM EST Nov 19, 2019" */
const TIME_FIRST = String.raw`(?:(?<!\d)\d{1,2}:\d{2}(?::\d{2})?(?:\s*[ap]\.?m\b\.?)?(?:\s[A-Z]{2,4})?,?\s+)?`;
const NUMERIC = String.raw`\d{4}\s?年\s?\d{1,2}\s?月\s?\d{1,2}\s?日${TIME}|(?<!\d)(?:(?:19|20)\d{2}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}\s?[./-]\s?\d{1,2}\s?[./-]\s?(?:19|20)?\d{2})(?!\d)${TIME}`;
const DAY = new RegExp(
  String.raw`${NUMERIC}|${TIME_FIRST}(?<!\d)\d{1,2}(?:\.|st|nd|rd|th|er|º)?\s+(?:de\s+)?(\p{L}{3,12})\.?,?\s+(?:de\s+)?(?:(?:19|20)\d{2}(?!\d)${TIME}|\d{2}(?=\s*\)?\s*$))|${TIME_FIRST}(\p{L}{3,12})\.?\s+\d{1,2}(?:st|nd|rd|th)?,?\s+(?:\d{1,2}:\d{2}(?::\d{2})?\s+)?(?:19|20)\d{2}(?!\d)${TIME}`,
  "giu",
);
/** A text that begins with its day: "27.1.2022 - The board met …". */
const DATELINE = new RegExp(String.raw`^\(?(?:${NUMERIC})`, "iu");

/** A day that a page shows, and whether it has a time without its zone. */
export type ShownDay = { readonly at: number; readonly isLocal: boolean };
type DayInLine = ShownDay & { readonly isUpdate: boolean; readonly isLabelled: boolean };

/**
 * The day in a short line, with the time and the zone beside it ("Updated Dec. 22, 2016, 3:36 PM UTC"), or `null`. The first
 * of several that is labelled as the day of publication counts, else the first that is not of an update, else the first.
 * `isDayFirst` tells whether "3/4/2024" is in April.
 */
function dayIn(line: string, isDayFirst: boolean): DayInLine | null {
  const text = line.slice(0, 300);
  let before = 0;
  const days = [...text.matchAll(DAY)].flatMap((match): DayInLine[] => {
    const label = text.slice(before, match.index);
    const month = match[1] ?? match[2];
    if (month !== undefined && monthOf(fold(month)) === null) return [];
    before = match.index + match[0].length;
    const at = readDate(isDayFirst ? match[0].replace(SLASHES, "$3-$2-$1") : match[0]);
    if (at === null) return [];
    if (saysOther(label)) return [];
    const isUpdate = saysUpdated(label);
    return [{ at, isLocal: isLocal(match[0]), isUpdate, isLabelled: saysPublished(label) }];
  });
  const [first] = days;
  if (days.length === 1 && first) return { ...first, isUpdate: saysUpdated(text) };
  return (
    days.find(({ isLabelled }) => isLabelled) ??
    days.find(({ isUpdate }) => !isUpdate) ??
    first ??
    null
  );
}

const SLASHES = /^(\d{1,2})\/(\d{1,2})\/(\d{4})/;

/** Whether a short line says a day. */
export const saysDay = (line: string): boolean => dayIn(line, false) !== null;

/** Whether a text has a time of day and no zone. */
function isLocal(text: string): boolean {
  if (!/\d{1,2}[:h]\d{2}/.test(text) || /[+-]\d{2}:?\d{2}$/.test(text)) return false;
  return !(fold(text).match(/\p{L}+/gu) ?? []).some((word) => zoneOf(word) !== null);
}

/**
 * The day of publication that the page shows, or `null`: the first day in the short lines near the headline that is not of
 * an update, else the first there, else a day with which the text begins.
 */
export function shownDay(
  { blocks }: ShownPage,
  { at, prose }: Headline,
  isDayFirst: boolean,
): ShownDay | null {
  const until = prose < 0 ? at + NEAR.after : Math.min(at + NEAR.after, prose + 2);
  const from = Math.max(0, at - NEAR.before);
  const near = blocks.slice(from, until + 1);
  const isUnder = (index: number): boolean => from + index > at;
  const days = near.flatMap((block, index) => dayOfBlock(block, isDayFirst, isUnder(index)));
  const day = days.find(({ isUpdate }) => !isUpdate) ?? days[0];
  return day ?? datelineOf(blocks.slice(Math.max(0, prose), prose + 3), isDayFirst);
}

function datelineOf(blocks: readonly ShownBlock[], isDayFirst: boolean): ShownDay | null {
  const lines = blocks.flatMap(({ isProse, text }) => {
    const line = isProse ? DATELINE.exec(text)?.[0] : undefined;
    return line === undefined ? [] : [dayIn(line, isDayFirst)];
  });
  return lines.find((day) => day !== null) ?? null;
}

/** In words; a longer line is more than a day with its label. */
const MOST_LABELLED = 8;

/** A day below the article's first sentence: one labelled as that of publication, else the first in a short line. */
export function dayBelow(
  { blocks }: ShownPage,
  { at, prose }: Headline,
  isDayFirst: boolean,
): ShownDay | null {
  const below = prose < 0 ? [] : blocks.slice(Math.max(at, prose) + 1);
  for (const block of below) {
    if (block.words > MAX_WORDS || !/\d{2}/.test(block.text)) continue;
    const day = dayIn(block.text, isDayFirst);
    if (day?.isLabelled && !isOfReader(block)) return day;
  }
  const lines = below.filter(
    (block) => block.words <= MOST_LABELLED && block.level === 0 && !isListed(block),
  );
  return lines.flatMap((block) => dayOfBlock(block, isDayFirst, false))[0] ?? null;
}

const LISTS = new Set(["LI", "TABLE", "DD", "FIGURE", "BLOCKQUOTE"]);
const isListed = ({ around }: ShownBlock): boolean =>
  around.some(({ tagName }) => LISTS.has(tagName));

const READERS = /^(?:comments?|commentlist|disqus|respond|teasers?|related)$/;
/** Whether an element is named for what readers wrote, or for other articles. */
export const isNamedForOthers = (element: PageElement): boolean =>
  nameWords(element).some((word) => READERS.test(word));
const isOfReader = ({ around }: ShownBlock): boolean => around.some(isNamedForOthers);

function dayOfBlock(block: ShownBlock, isDayFirst: boolean, isUnder: boolean): DayInLine[] {
  if (block.words > MAX_WORDS || block.level === 1 || !isOwn(block, isUnder)) return [];
  const day = dayIn(block.text, isDayFirst);
  // A sentence tells of a day ("The fair is on 12 December 2026."), unless it says what the day is.
  const isTold = block.isProse && !day?.isLabelled && !day?.isUpdate && !startsWithBy(block.text);
  return day === null || isTold ? [] : [day];
}

const META = /^(?:meta|metadata|date|datum|time|byline|published|pubdate|timestamp|dateline)$/;

/**
 * Whether a day is the article's. Days of other articles are linked or stand among furniture, days of pictures stand in
 * figures. A block below the headline that is named for its date is the article's, even among furniture.
 */
function isOwn({ isAround, around, linkedShare }: ShownBlock, isUnder: boolean): boolean {
  const isNamed = around
    .slice(0, 3)
    .some((element) => nameWords(element).some((word) => META.test(word)));
  if (linkedShare >= 0.8 || (isAround && !(isUnder && isNamed))) return false;
  return !around.some(({ tagName }) => tagName === "FIGURE");
}
