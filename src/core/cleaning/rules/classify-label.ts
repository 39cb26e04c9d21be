import { withoutEnclitics } from "./enclitics.ts";
import { isNounWithArticle } from "./heading-words.ts";
import { best, type LabelMatch, says } from "./label-evidence.ts";
import { LABEL_KINDS } from "./label-kinds.ts";
import { NUMBER, SEPARATOR } from "./label-scanner.ts";
import { labelWords } from "./label-words.ts";
import { type LexiconEntry, meaningsOf } from "./lexicon.ts";
import { bitsOf } from "./meaning-bits.ts";

/** Most words of a line that asks for something with an enclitic pronoun. */
const MAX_IMPERATIVE = 12;
/** In words; a longer line never has words of labels alone. */
const MAX_WORDS = 24;

/** The kind of label that a line is, if one language explains its words; else `null`. */
export function labelOf(written: readonly string[], text: string): LabelMatch | null {
  if (written.length === 0 || written.length > MAX_WORDS || QUOTED.test(text)) return null;
  const known = isNounWithArticle(written) ? null : entriesOf(written);
  if (!known) return null;
  const isShort = written.length <= MAX_IMPERATIVE && known.includes(null);
  const words = isShort ? written.flatMap(withoutEnclitics) : written;
  const entries = words.length > written.length ? entriesOf(words) : known;
  if (!entries) return null;
  const end = endOf(text);
  return (
    teaserEnd(entries, text) ??
    wholeLabel(entries, end) ??
    leadingLabel(words, entries, end) ??
    labelWithName(words, entries, text) ??
    longPrompt(entries, end) ??
    nearLabel(words, entries, end)
  );
}

/** The last character of a line: "…" for three dots ("Loading..." is no sentence), "?" for the Greek question mark. */
function endOf(text: string): string | undefined {
  if (text.endsWith("...")) return "…";
  return GREEK_QUESTION.test(text) ? "?" : text.trimEnd().at(-1);
}

const GREEK_QUESTION = /\p{Script=Greek};\s*$/u;

/** The mark that stands where a text was cut: "(more…)", "(suite…)". */
function teaserEnd(entries: readonly (LexiconEntry | null)[], text: string): LabelMatch | null {
  const isCut = entries.length <= 3 && /^[([].*(?:…|\.\.\.)[)\]]$/u.test(text.trim());
  const found = isCut ? best({ entries, kinds: CUT }) : null;
  return found && { ...found, place: "any" };
}

const CUT = LABEL_KINDS.filter(({ rule }) => rule === "read-more");

/** A line that is all label. A single word between two paragraphs is as often a heading; "Part 2" is always one. */
function wholeLabel(
  entries: readonly (LexiconEntry | null)[],
  end: string | undefined,
): LabelMatch | null {
  const found = best({ entries, kinds: WHOLE, end });
  if (!found) return null;
  if (entries.length === 2 && entries[1] === NUMBERS) return null;
  const isButton = entries.length <= 2 && entries.some((each) => says(each, BUTTON));
  if (isButton && found.place === "edge") return { ...found, place: "alone" };
  return entries.length === 1 && found.place === "alone" && !isButton
    ? { ...found, place: "edge" }
    : found;
}

const WHOLE = LABEL_KINDS.filter(({ names }) => names !== "must");

const BUTTON = bitsOf(["button"]);
const NUMBERS = meaningsOf(NUMBER);

/** The entry of each word; `null` if more words are unknown than any label has. */
function entriesOf(words: readonly string[]): (LexiconEntry | null)[] | null {
  const entries: (LexiconEntry | null)[] = [];
  // A headline after a label may be anything.
  let most = words.lastIndexOf(SEPARATOR, MAX_LEAD) > 0 ? words.length : MAX_UNKNOWN;
  for (const word of words) {
    const entry = meaningsOf(word);
    if (entry === null && --most < 0) return null;
    entries.push(entry);
  }
  return entries;
}

/** Most unknown words of a label: a name, or a fifth of a long prompt. */
const MAX_UNKNOWN = 4;

/** Speech or a quoted title: no label begins so. */
const QUOTED = /^\s*["“”„«»'‘‚–—]\s*\p{L}/u;

/** "Read also: Bridge closed": a label before a separator, and what it labels. */
function leadingLabel(
  words: readonly string[],
  entries: readonly (LexiconEntry | null)[],
  end: string | undefined,
): LabelMatch | null {
  const length = words.indexOf(SEPARATOR);
  if (length < 1 || length > MAX_LEAD) return null;
  const found = best({ entries: entries.slice(0, length), kinds: LEADING, end });
  // One word before a colon is as often an entry of a list.
  const place = length === 1 ? "edge" : found?.place;
  return found && place ? { ...found, place, isWhole: false } : null;
}

const MAX_LEAD = 6;
const LEADING = LABEL_KINDS.filter(({ leads }) => leads);

/** "Follow Harbour News on Google News": a few capitalised words in a row are a name. */
function labelWithName(
  words: readonly string[],
  entries: readonly (LexiconEntry | null)[],
  text: string,
): LabelMatch | null {
  const [from, to] = [entries.indexOf(null), entries.lastIndexOf(null)];
  const length = to - from + 1;
  if (from < 0 || length > MAX_NAME || entries.length - length < 2) return null;
  const capitals = new Set(labelWords((text.match(CAPITALISED) ?? []).join(" ")));
  // The first word of a line has a capital anyway.
  if (to === 0 && !capitals.has(words[1] ?? "")) return null;
  const isName = words.slice(from, to + 1).every((word) => capitals.has(word));
  // In a title every word is capitalised.
  if (!isName || words.every((word) => capitals.has(word))) return null;
  const rest = [...entries.slice(0, from), ...entries.slice(to + 1)];
  const found = best({
    entries: rest,
    kinds: length > 1 ? NAMED : NAMEABLE,
    end: endOf(text),
    isStrict: true,
  });
  // A sentence with a name in it must say more to be a prompt.
  if (!found || (text.endsWith(".") && found.kind.needs.length < 3)) return null;
  return { ...found, isWhole: false };
}

const MAX_NAME = 3;
const CAPITALISED = /(?<![\p{L}\p{N}])\p{Lu}[\p{L}\p{N}'’-]*/gu;
const NAMED = LABEL_KINDS.filter(({ names }) => names !== null);
/** Kinds that may have a name of one word, which in German is any noun, and elsewhere a place ("More from Berlin"). */
const NAMEABLE = NAMED.filter(({ names, least }) => names !== "must" || least < 2);

/** A long sentence of a form or a consent box, in which some words may be unknown. */
function longPrompt(
  entries: readonly (LexiconEntry | null)[],
  end: string | undefined,
): LabelMatch | null {
  if (entries.length < MIN_LONG) return null;
  const most = Math.floor(entries.length * MOST_UNKNOWN);
  const found = best({ entries, kinds: LONG, end, most });
  return found && { ...found, isWhole: false };
}

const MIN_LONG = 7;
const MOST_UNKNOWN = 0.2;
const LONG = LABEL_KINDS.filter(({ isLong }) => isLong);

/**
 * A label with one word that our lists do not have ("Read also our leader"): the line begins or ends with what readers are
 * asked to do, and the other words are a label. It goes only at an edge of a text.
 */
function nearLabel(
  words: readonly string[],
  entries: readonly (LexiconEntry | null)[],
  end: string | undefined,
): LabelMatch | null {
  const isNear = words.length >= MIN_NEAR && words.length <= MAX_NEAR && end !== ".";
  // A label begins with what it asks for; an unknown first word begins a sentence.
  if (!isNear || entries[0] === null || words.includes(SEPARATOR)) return null;
  if (![entries[0], entries.at(-1)].some((entry) => says(entry ?? null, ASKED))) return null;
  const found = best({ entries, kinds: CLEAR, end, most: 1, isStrict: true });
  return found && { ...found, place: "edge", isWhole: false };
}

const ASKED = bitsOf([
  ...(["read", "share", "follow", "subscribe", "unsubscribe", "print", "show", "click"] as const),
  ...(["play", "gift", "scroll", "notify", "accept", "reply", "login"] as const),
]);
const MIN_NEAR = 3;
const MAX_NEAR = 7;
const CLEAR = WHOLE.filter(({ needs }) => needs.length > 1);
