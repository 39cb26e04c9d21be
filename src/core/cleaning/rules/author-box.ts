import { anyOf } from "../../bylines/author-patterns.ts";
import { BIO_WORDS } from "../../bylines/bio-words.ts";
import {
  type Bio,
  bioIn,
  mentionsAuthor,
  namedInAbout,
  saysAuthor,
  startsAsPen,
} from "../../bylines/bios.ts";
import { looksLikeName } from "../../bylines/person-names.ts";
import { fold } from "../../text/fold.ts";
import { endsWithStop } from "../../text/sentence-end.ts";
import { tokens } from "../../text/tokens.ts";
import { BRAKE } from "../brake.ts";
import type { TextLine } from "../text-block.ts";
import { classOf } from "./classified-line.ts";
import { VOCABULARIES } from "./vocabulary.ts";

/*
 * Finds the box about its author with which a text ends. A box is one of these, with nothing behind it but labels and
 * links:
 *   - a heading ("About the author", "About Ines Holm") and what is said under it of a person;
 *   - a paragraph that presents somebody as one who writes ("Ines Holm is a reporter …", "covers …", "Our author Ines Holm
 *     …"), or, in italics, as a guest ("Prof. Ines Holm is director of …"); several such paragraphs are several authors;
 *   - a name alone above a line that begins with such a profession;
 *   - a name behind a dash ("— Ines Holm") under the last sentence, unless that is quoted or other lines end so, too.
 * An article about a person names the person before its last paragraph. So a box counts only where nothing above it does,
 * unless a heading calls its bearer the author. It is short beside its text.
 */

/** A line of a text for this purpose. What takes a look at its surroundings is asked only of the last lines. */
export type BoxLine = {
  readonly line: TextLine;
  /** It is neither text nor heading: a caption, code, a cell. */
  readonly isOther: () => boolean;
  /** All of it stands in italics or bold. */
  readonly isEmphasised: () => boolean;
  /** It stands in an element that is named for authors. */
  readonly isOfAuthor: () => boolean;
};

export type OfText = {
  readonly title: string | null;
  /** Its authors as far as they are known, folded. */
  readonly authors?: ReadonlySet<string>;
};

export type AuthorBox = {
  /** Index of its first line; `to` is the index behind its last one. */
  readonly from: number;
  readonly to: number;
  /** Whom it presents; empty where its heading says only that it is about the author. */
  readonly names: readonly string[];
};

/** In lines; a box is no longer, labels and links behind it not counted. */
const REACH = 7;
/** In words. */
const MOST = { box: 150, bio: 70, name: 5 };
/** Sentences above a box. */
const LEAST_SENTENCES = 2;

/** The box about its author with which a text ends, or `null`. Reads no more than the last lines of most texts. */
export function authorBoxIn(
  lines: readonly BoxLine[],
  { title, authors = NOBODY }: OfText,
): AuthorBox | null {
  const to = lines.findLastIndex((line) => !isAside(line)) + 1;
  for (let from = Math.max(1, to - REACH); from < to; from++) {
    const head = lines[from]?.line;
    const found = head && mayStartBox(head) ? boxOf(lines.slice(from, to), authors) : null;
    if (found === null) continue;
    const above = lines.slice(0, from).map(({ line }) => line.text);
    if (!isShortBeside(lines.slice(from, to), above)) return null;
    const { names, isSure } = found;
    return isSure || !names.some((name) => isNamed(name, above, title))
      ? { from, to, names }
      : null;
  }
  return null;
}

/** What a line is by itself; most lines are none of these. */
type LineStart = {
  readonly isAboutAuthor: boolean;
  /** The words of the name in "About Ines Holm". */
  readonly about: readonly string[] | null;
  readonly bio: Bio | null;
  readonly isNameAlone: boolean;
  /** The name in "— Ines Holm". */
  readonly signed: string | null;
};

/** In characters; a longer line presents nobody. */
const LONGEST_START = 600;
/** A short line, or one in whose first words a capital letter follows another: "Our author Ines Holm", "Dr. Ines Holm". */
const MAY_START = /^(?:.{1,70}$|[*_]*(?:\S{1,12}\s){0,4}?\p{Lu}\S*\s(?:\p{Ll}{1,3}\s){0,2}\p{Lu})/u;
const NO_START: LineStart = {
  isAboutAuthor: false,
  about: null,
  bio: null,
  isNameAlone: false,
  signed: null,
};

/** Kept by line: while a text is cleaned, its last lines are looked at several times. */
const starts = new WeakMap<TextLine, LineStart>();

function startOf(line: TextLine): LineStart {
  const known = starts.get(line);
  if (known !== undefined) return known;
  if (line.text.length > LONGEST_START || !MAY_START.test(line.text)) return NO_START;
  const text = line.text.trim();
  const signed = DASHED.exec(text)?.[1] ?? "";
  const start = {
    isAboutAuthor: saysAboutAuthor(line),
    about: namedInAbout(text),
    bio: bioIn(/^[*_]/.test(text) ? text.replace(STARS, "") : text),
    isNameAlone: text.length <= MAX_LABEL && looksLikeName(text) && !BY.test(text),
    signed: looksLikeName(signed) ? signed : null,
  };
  starts.set(line, start);
  return start;
}

/** Whether a box may start with a line, by the line alone. */
function mayStartBox(line: TextLine): boolean {
  const { isAboutAuthor, about, bio, isNameAlone, signed } = startOf(line);
  return isAboutAuthor || about !== null || bio !== null || isNameAlone || signed !== null;
}

const NOBODY: ReadonlySet<string> = new Set();

type Presented = {
  readonly names: readonly string[];
  /** A heading says that it is about the author. */
  readonly isSure: boolean;
};

function boxOf(lines: readonly BoxLine[], authors: ReadonlySet<string>): Presented | null {
  const [head, ...under] = lines.filter(({ line }) => line.text !== "");
  if (head === undefined || lines.some((line) => line.isOther())) return null;
  if (startOf(head.line).isAboutAuthor) return underLabel(under);
  return (
    underName(head, under, authors) ?? presenting([head, ...under], authors) ?? signed(head, under)
  );
}

/** "About the author" */
function saysAboutAuthor(line: TextLine): boolean {
  if (line.text.length > MAX_LABEL) return false;
  const rule = classOf(line)?.rule;
  return rule === AUTHOR_NOTE || (rule !== undefined && saysAuthor(line.text));
}

/** In characters. */
const MAX_LABEL = 60;
/** The rule that removes what is said of the author. */
export const AUTHOR_NOTE = "author-note";

function underLabel(under: readonly BoxLine[]): Presented | null {
  const [first, second] = under;
  if (first === undefined || !under.some(isSaid)) return null;
  const { bio, isNameAlone } = startOf(first.line);
  if (bio !== null) return { names: [bio.name], isSure: true };
  return isNameAlone && second !== undefined
    ? { names: [first.line.text.trim()], isSure: true }
    : null;
}

/** "About Ines Holm" or "Ines Holm" above what is said of her. */
function underName(
  head: BoxLine,
  under: readonly BoxLine[],
  authors: ReadonlySet<string>,
): Presented | null {
  const [first] = under;
  if (first === undefined) return null;
  const { about, isNameAlone } = startOf(head.line);
  if (about !== null && under.some(isSaid)) {
    const { bio } = startOf(first.line);
    if (bio && isAlike(about, bio.name) && isAuthorsBio(bio, first, authors))
      return { names: [bio.name], isSure: false };
  }
  const isAbove = isNameAlone && under.length === 1 && startsAsPen(first.line.text);
  return isAbove ? { names: [head.line.text.trim()], isSure: false } : null;
}

const isAuthorsBio = (bio: Bio, { line }: BoxLine, authors: ReadonlySet<string>): boolean =>
  authors.has(fold(bio.name)) || mentionsAuthor(line.text);

/** Whether two names differ only by the ends that a language gives to names: "Annie Wolskiej" and "Anna Wolska". */
const isAlike = (words: readonly string[], name: string): boolean => {
  const others = name.split(/\s+/).map(fold);
  return words.every((word, index) => others[index]?.startsWith(stemOf(fold(word))) === true);
};

const stemOf = (word: string): string => word.slice(0, Math.max(2, word.length - 3));

/** Paragraphs of which each presents somebody who writes. */
function presenting(lines: readonly BoxLine[], authors: ReadonlySet<string>): Presented | null {
  const names: string[] = [];
  for (const line of lines) {
    const { bio } = startOf(line.line);
    if (bio === null || !isShort(line)) return null;
    if (!authors.has(fold(bio.name)) && !presentsAuthor(bio, line)) return null;
    names.push(bio.name);
  }
  return { names, isSure: false };
}

function presentsAuthor(bio: Bio, { line, isEmphasised, isOfAuthor }: BoxLine): boolean {
  if (bio.isOfPen || bio.isCalledAuthor) return true;
  if (isOfAuthor()) return wordsIn(line.text) > wordsIn(bio.name) + 1;
  return bio.isOfGuest && (isEmphasised() || /^[*_]/.test(line.text));
}

/** Stars or dashes around a line of plain text are its italics. */
const STARS = /^[*_]+(?=\p{Lu})|(?<=[.!?])[*_]+$/gu;

/** Whether a line may be a note: in no more than a few sentences, without anybody's words. */
const isShort = ({ line: { text } }: BoxLine): boolean =>
  wordsIn(text) <= MOST.bio && !tokens(text).some((word) => SAYING.has(word));

const DOING = new Set(Object.values(BIO_WORDS).flatMap(({ does }) => tokens(does)));
const SAYING: ReadonlySet<string> = new Set(
  [...VOCABULARIES.values()].flatMap(({ attributions }) =>
    [...attributions].filter((word) => !DOING.has(word)),
  ),
);

/** "— Ines Holm"; behind a quotation, the name is that of whose words they are. */
function signed(head: BoxLine, under: readonly BoxLine[]): Presented | null {
  const { signed: name } = startOf(head.line);
  return name !== null && under.length === 0 ? { names: [name], isSure: false } : null;
}

const DASHED = /^[–—―]\s?(\p{Lu}[^–—―,;:"“”«»()]{2,60})$/u;

/** A byline, which is no name in a box: "Von Clemens Berg". */
const BY = new RegExp(`^(?:${anyOf("by", "text", "author")})\\s`, "iu");

/** In words. */
const LEAST_SAID = 3;
const isSaid = ({ line }: BoxLine): boolean => wordsIn(line.text) >= LEAST_SAID;

/** What may stand behind a box: links, labels, addresses. */
function isAside({ line, isOther }: BoxLine): boolean {
  const { text, linkedShare } = line;
  if (text === "" || isOther()) return true;
  const words = wordsIn(text);
  if (words <= MOST.name && CONTACT.test(text)) return true;
  if (linkedShare >= 0.8 && words <= 14) return true;
  return classOf(line) !== null && !saysAboutAuthor(line);
}

const CONTACT = /@|\w\.\w{2,}\/|https?:/;

function isShortBeside(box: readonly BoxLine[], above: readonly string[]): boolean {
  const sum = (texts: readonly string[]): number =>
    texts.reduce((total, text) => total + wordsIn(text), 0);
  const words = sum(box.map(({ line }) => line.text));
  const [head] = box;
  const isQuoted =
    box.length === 1 && head && startOf(head.line).signed !== null && isQuotedIn(above);
  return (
    words <= MOST.box &&
    words <= BRAKE * sum(above) &&
    above.filter(isSentence).length >= LEAST_SENTENCES &&
    !isQuoted
  );
}

/** Whether a dash under a text names whose words its last line is, or stands under each part of a text of many. */
function isQuotedIn(above: readonly string[]): boolean {
  const last = above.findLast((text) => text !== "") ?? "";
  return (
    !isSentence(last) ||
    /^\s*["„“«»‚'‘*]|["”“»]$/u.test(last) ||
    above.some((text) => DASHED.test(text))
  );
}

const isSentence = (text: string): boolean => wordsIn(text) >= 8 && endsWithStop(text);

/** Whether the last word of a name stands in the title or a sentence. Lines of a few words may be bylines. */
function isNamed(name: string, above: readonly string[], title: string | null): boolean {
  const last = tokens(name).at(-1) ?? "";
  const texts = [title ?? "", ...above.filter(isSentence)];
  return texts.some((text) => fold(text).includes(last) && tokens(text).includes(last));
}

const wordsIn = (text: string): number => text.split(/\s+/).length;
