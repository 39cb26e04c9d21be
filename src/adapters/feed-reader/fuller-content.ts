import { endsInEllipsis } from "../../core/articles/ellipsis.ts";
import { endsWithStop } from "../../core/text/sentence-end.ts";
import { tokens } from "../../core/text/tokens.ts";
import { plainText } from "./plain-text.ts";

/**
 * The content of an item, unless its summary says more: then `null`, or the summary below a picture of the content. The
 * summary says more where the content is empty, cut, a mere beginning of the summary, a picture with a short caption, or
 * little more than the item's title.
 */
export function fullerContent(
  content: string | null,
  summary: string | null,
  title: string | null = null,
): string | null {
  if (content === null || summary === null) return content;
  const said = plainText(summary);
  if (said === null || isFarLonger(content, said)) return content;
  const shown = plainText(content);
  if (shown === null) return PICTURE.test(content) ? `${content}\n${summary}` : null;
  if (isCutFrom(shown, said) || isBeginningOf(shown, said)) return pictureAbove(content, summary);
  return isTitleAbove(shown, said, title)
    ? belowTitle(content, summary)
    : belowPicture(content, summary, isCaptionBeside(shown, said));
}

/** The summary in place of a content that says little more than the title; below it where it holds more than words. */
const belowTitle = (content: string, summary: string): string | null =>
  OTHER.test(content) ? `${content}\n${summary}` : pictureAbove(content, summary);

const belowPicture = (content: string, summary: string, isCaption: boolean): string =>
  isCaption && PICTURE.test(content) ? `${content}\n${summary}` : content;

/** What a content may hold beside its words and one picture. */
const OTHER = /<(?:video|audio|iframe|object|embed|li|td|pre)[\s>/]|<img\s[\s\S]*?<img\s/i;

/** Whether content has so much text that it can neither be a beginning of the summary nor a caption. Costs no parser. */
const isFarLonger = (content: string, said: string): boolean =>
  content.length > 2 * said.length + 2 * LONGEST_OWN &&
  lengthOutsideTags(content) > 2 * said.length + LONGEST_OWN;

/** How many characters stand outside tags, spaces left out. */
function lengthOutsideTags(html: string): number {
  let [length, isTag] = [0, false];
  for (let at = 0; at < html.length; at += 1) {
    const code = html.charCodeAt(at);
    if (code === LESS) isTag = true;
    else if (code === GREATER) isTag = false;
    else if (!isTag && code > SPACE) length += 1;
  }
  return length;
}

const [SPACE, LESS, GREATER] = [0x20, 0x3c, 0x3e];

const PICTURE = /<(?:img|picture|video|audio|iframe)[\s>/]/i;
const IMAGE = /<img\s[^>]{1,4000}>/i;

function pictureAbove(content: string, summary: string): string | null {
  const image = PICTURE.test(summary) ? undefined : IMAGE.exec(content)?.[0];
  return image === undefined ? null : `${image}\n${summary}`;
}

/** Whether a text is the beginning of a longer one, with the ellipsis of a cut. */
function isCutFrom(cut: string, whole: string): boolean {
  if (!endsInEllipsis(cut) || whole.length <= cut.length) return false;
  const { shared, own } = compare(cut, whole);
  return shared > 0 && own <= 1;
}

/** Numbers of words. */
const LEAST = { shared: 5, more: 15 };
/** Most words behind a beginning that are not the summary's: "Read more", "The post … appeared first on …". */
const MOST_OWN = 12;

function isBeginningOf(short: string, whole: string): boolean {
  if (short.length > 2 * whole.length + LONGEST_OWN || !beginAlike(short, whole)) return false;
  const { shared, own, more } = compare(short, whole);
  const isBegun = shared >= LEAST.shared && own <= Math.min(MOST_OWN, shared);
  return isBegun && more >= Math.max(LEAST.more, 0.2 * shared, 2 * own);
}

/**
 * Whether a content has no sentence of its own, and hardly a word beside the title, while the summary has both. Sentences
 * that say the title do not count.
 */
function isTitleAbove(shown: string, said: string, title: string | null): boolean {
  if (shown.length > LONGEST_OWN + (title ?? "").length) return false;
  const own = besidesTitle(tokens(shown), title);
  if (own.words.length > MOST_OWN || !(own.hasTitle || hasNoSentence(shown))) return false;
  const theirs = besidesTitle(tokens(said.slice(0, LONGEST_OWN + 2 * shown.length)), title);
  const more = theirs.words.length - own.words.length;
  return more >= Math.max(LEAST.more, 2 * own.words.length) && !hasNoSentence(said);
}

/** The words of a text without the title that it begins or ends with; a title of a word or two must be all of it. */
function besidesTitle(words: readonly string[], title: string | null) {
  const named = tokens(title ?? "");
  const rest = words.length - named.length;
  const isAt = (from: number): boolean =>
    from >= 0 && named.every((word, index) => words[from + index] === word);
  const at = [0, rest].find(isAt) ?? -1;
  const hasTitle = named.length >= (rest > 0 ? LEAST_TITLE : 1) && at >= 0;
  return { words: hasTitle ? words.toSpliced(at, named.length) : words, hasTitle };
}

/** In words; a shorter title stands in many a sentence. */
const LEAST_TITLE = 3;

/** Whether a text on one line holds no stop of a sentence. */
const hasNoSentence = (line: string): boolean => !line.split(" ").some(endsWithStop);

/** More characters than MOST_OWN words have: most contents are told from a beginning by their length. */
const LONGEST_OWN = 500;

/** So many characters surely hold LEAST.shared words and the beginning of another. */
const HEAD = 200;

/** Whether the first words are the same, as far as a few characters show. */
function beginAlike(one: string, other: string): boolean {
  const [words, others] = [tokens(one.slice(0, HEAD)), tokens(other.slice(0, HEAD))];
  const known = Math.min(LEAST.shared, words.length - 1, others.length - 1);
  return words.slice(0, known).every((word, index) => others[index] === word);
}

/**
 * How many words two texts begin with in common, and how many follow in each; the other text is read only as far as
 * that matters.
 */
function compare(text: string, other: string): { shared: number; own: number; more: number } {
  const [words, others] = [tokens(text), tokens(other.slice(0, 2 * text.length + 1_000))];
  const end = words.findIndex((word, index) => others[index] !== word);
  const shared = end < 0 ? words.length : end;
  return { shared, own: words.length - shared, more: others.length - shared };
}

/** Longest caption, in characters, and how many times as long the summary must be. */
const CAPTION = { most: 300, longer: 3 };

const isCaptionBeside = (shown: string, said: string): boolean =>
  shown.length <= CAPTION.most && said.length >= CAPTION.longer * shown.length;
