import { anyOf, SURE_LABEL } from "../../core/bylines/author-patterns.ts";

/** Words that announce an author's name, in all languages of the author lexicon; kinds of text and desks need a colon. */
const LABEL = `${SURE_LABEL}|${anyOf("by", "of", "text")}|(?:${anyOf("pieces", "desk")})(?=\\s*:)`;

const BY_START = new RegExp(`^(?:[-–—•|/(]\\s*)?(?:(?:${LABEL})(?:\\s*:\\s*|\\s+)){1,2}`, "iu");
/** A label at the end of the text before a link: "Posted on 3 May by". */
const BY_END = new RegExp(
  `(?:^|[\\s|•·–—/,(-])(?:${SURE_LABEL}|${anyOf("by", "text")})\\s*:?\\s*$|^(?:${anyOf("of")})$`,
  "iu",
);
/** Words that announce the author when they stand alone, above or beside the name. */
const BY_ALONE = new RegExp(`^(?:${anyOf("by", "author", "text", "wrote")})\\s*:?$`, "iu");
/** A label in the middle of a line that begins with a date: "06.11.2023 13:30 von Olga". */
const BY_INSIDE = new RegExp(
  `(?:^|[\\s|·•–—-])(?:(?:${anyOf("by")})\\s+|(?:${anyOf("author", "text", "desk")})\\s*:\\s*)(?=[\\p{Lu}\\p{Lo}])`,
  "iu",
);
const HAS_DAY = /(?:19|20)\d{2}|\d{1,2}[:.]\d{2}/;
/** Whether a text has a year or a time of day, and at most MOST_DATED words. */
const isDated = (text: string): boolean =>
  HAS_DAY.test(text) && text.trim().split(/\s+/).length <= MOST_DATED;
const MOST_DATED = 9;
/** Labels that leave no doubt, even before names of accounts. */
const SURE_BY = new RegExp(`(?:^|[^\\p{L}])(?:${SURE_LABEL})\\s*:?\\s+$`, "iu");
/** Labels that may stand before an account, whose name has no capital: a preposition, or a noun with its colon. */
const DOUBTLESS = new RegExp(`(?:\\s(?:${anyOf("by", "of")})\\s*:?|:)\\s+$`, "iu");

/** Whether a line begins with a word for the author that a capital letter follows, or that is DOUBTLESS. */
export function startsWithBy(text: string): boolean {
  const label = BY_START.exec(text)?.[0];
  if (label === undefined) return false;
  return /^[\p{Lu}\p{Lo}@]/u.test(text.slice(label.length)) || DOUBTLESS.test(label);
}

/** Whether a line announces a name by more than a preposition: "Verfasst von anna". */
export const isSureBy = (text: string): boolean => SURE_BY.test(BY_START.exec(text)?.[0] ?? "");

/** Whether a line begins with no more than a preposition or a noun without a colon: "By Ines Holm". */
export function isBareBy(line: string): boolean {
  const label = BY_START.exec(softened(line))?.[0] ?? "";
  return label !== "" && !label.includes(":") && !SURE_BY.test(label);
}

/** Whether a text is nothing but a word for the author: "Autorin:". */
export const isByAlone = (text: string): boolean => text.length <= 40 && BY_ALONE.test(text);

/** Whether a text ends with a word for the author, whose name follows. */
export const endsWithBy = (text: string): boolean => BY_END.test(text.slice(-100));

/** What follows "by" at the beginning of a line or behind its date; `null` without a "by". */
export function afterBy(line: string): string | null {
  const text = softened(line);
  const start = startsWithBy(text) ? BY_START.exec(text)?.[0] : undefined;
  if (start !== undefined) return text.slice(start.length);
  // Most lines have no day, and the search costs as much as all the rest.
  const inside = HAS_DAY.test(text) ? BY_INSIDE.exec(text) : null;
  if (!inside || !isDated(text.slice(0, inside.index))) return null;
  return text.slice(inside.index + inside[0].length);
}

/** Like afterBy, for an element that is named for its author: the name may be an account, without a capital. */
export function afterAnyBy(line: string): string | null {
  const bare = withoutBy(softened(line));
  return bare.length < softened(line).length && bare !== "" ? bare : afterBy(line);
}

/** A line without the word for the author that it may begin with. */
export const withoutBy = (line: string): string => line.replace(BY_START, "");

/** The first 300 characters of a line, without soft hyphens, zero-width characters and direction marks. */
export const softened = (line: string): string =>
  line.slice(0, 300).replace(/[\u00ad\u200b-\u200f]/g, "");
