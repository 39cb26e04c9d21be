import { fold } from "../../core/text/fold.ts";
import { monthOf } from "../feed-reader/date-words.ts";
import { readDate } from "../feed-reader/read-date.ts";
import type { Headline, ShownBlock, ShownPage } from "./shown-page.ts";

/** Longer blocks are text, whose dates are of what it tells. */
const MAX_WORDS = 22;
/** In blocks from the headline. */
const NEAR = { before: 6, after: 12 };

const TIME = String.raw`(?:[\s,|•·–—-]*(?:um|at|à|a las|alle(?: ore)?|às|om|o godz\.|kl\.?|ore|T)?\s*\d{1,2}[:.h]\d{2}(?::\d{2})?(?:\s*[ap]\.?m\b\.?)?(?:\s*(?:uhr|h)\b)?(?:\s*\(?(?:[A-Z]{2,4}\b|[+-]\d{2}:?\d{2}))?)?`;
const DAY = new RegExp(
  String.raw`\d{4}\s?年\s?\d{1,2}\s?月\s?\d{1,2}\s?日${TIME}|(?<!\d)(?:(?:19|20)\d{2}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}\s?[./-]\s?\d{1,2}\s?[./-]\s?(?:19|20)?\d{2})(?!\d)${TIME}|(?<!\d)\d{1,2}(?:\.|st|nd|rd|th|er|º)?\s+(?:de\s+)?(\p{L}{3,12})\.?,?\s+(?:de\s+)?(?:19|20)\d{2}(?!\d)${TIME}|(\p{L}{3,12})\.?\s+\d{1,2}(?:st|nd|rd|th)?,?\s+(?:\d{1,2}:\d{2}(?::\d{2})?\s+)?(?:19|20)\d{2}(?!\d)${TIME}`,
  "iu",
);

const UPDATED =
  /\b(?:updated|aktualisiert|geändert|modified|edited|mis à jour|actualizado|aggiornato|atualizado|bijgewerkt|aktualizacja)\b/iu;

/**
 * The first day in a short line, with its time and zone when they follow ("Updated Dec. 22, 2016, 3:36 PM
 * UTC"); `null` without one. Where a day or a month may come first, `isDayFirst` says which.
 */
export function dayIn(line: string, isDayFirst: boolean): number | null {
  const match = DAY.exec(line.slice(0, 300));
  if (!match) return null;
  const month = match[1] ?? match[2];
  if (month !== undefined && monthOf(fold(month)) === null) return null;
  return readDate(isDayFirst ? match[0].replace(SLASHES, "$3-$2-$1") : match[0]);
}

const SLASHES = /^(\d{1,2})\/(\d{1,2})\/(\d{4})/;

/**
 * When the page shows that it was published: a day in a short line about the headline, of several that
 * which does not say of an update.
 */
export function shownDay(
  { blocks }: ShownPage,
  { at, prose }: Headline,
  isDayFirst: boolean,
): number | null {
  const until = prose < 0 ? at + NEAR.after : Math.min(at + NEAR.after, prose + 2);
  const near = blocks.slice(Math.max(0, at - NEAR.before), until + 1);
  const days = near.flatMap((block) => dayOfBlock(block, isDayFirst));
  const day = days.find(({ isUpdate }) => !isUpdate) ?? days[0];
  return day?.at ?? null;
}

/** A line of little more than a day, with its label: not what a table or a list tells. */
const MOST_LABELLED = 8;

/** A day under the article: the first short line behind its first sentence. */
export function dayBelow(
  { blocks }: ShownPage,
  { at, prose }: Headline,
  isDayFirst: boolean,
): number | null {
  const below = prose < 0 ? [] : blocks.slice(Math.max(at, prose) + 1);
  const lines = below.filter(
    (block) => block.words <= MOST_LABELLED && block.level === 0 && !isListed(block),
  );
  return lines.flatMap((block) => dayOfBlock(block, isDayFirst))[0]?.at ?? null;
}

const LISTS = new Set(["LI", "TABLE", "DD", "FIGURE", "BLOCKQUOTE"]);
const isListed = ({ around }: ShownBlock): boolean =>
  around.some(({ tagName }) => LISTS.has(tagName));

function dayOfBlock(block: ShownBlock, isDayFirst: boolean): { at: number; isUpdate: boolean }[] {
  if (block.words > MAX_WORDS || block.level === 1 || !isOwn(block)) return [];
  const at = dayIn(block.text, isDayFirst);
  return at === null ? [] : [{ at, isUpdate: UPDATED.test(block.text) }];
}

/** Days of other articles stand in lists of links, those of pictures under them. */
const isOwn = ({ isAround, around, linkedShare }: ShownBlock): boolean =>
  !isAround && linkedShare < 0.8 && !around.some(({ tagName }) => tagName === "FIGCAPTION");
