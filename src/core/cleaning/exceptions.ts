import { fold } from "../text/fold.ts";

/**
 * Lines that an editor keeps, whatever a rule says, and lines that always go. An entry is compared
 * with a whole line without regard to case, accents, punctuation, spaces and digits; one that ends
 * in "…" or "..." with the beginning of a line; a `keep` entry also with the name of a rule.
 */
export type CleanupExceptions = {
  readonly keep: readonly string[];
  readonly drop: readonly string[];
};

/** What the cleaner takes into account besides the lines of an article. */
export type CleanupContext = {
  /** The exceptions of the source and of the article, merged (mergeExceptions). */
  readonly exceptions: CleanupExceptions;
  /** Keys of the lines that the source repeats (lineKey) and of common lines (commonKey). */
  readonly repeated: readonly string[];
};

export const NO_EXCEPTIONS: CleanupExceptions = { keep: [], drop: [] };
export const NO_CLEANUP: CleanupContext = { exceptions: NO_EXCEPTIONS, repeated: [] };

/** Recorded with each line that a `drop` entry takes out. */
export const DROPPED = "dropped-by-editor";

export const mergeExceptions = (
  first: CleanupExceptions,
  second: CleanupExceptions,
): CleanupExceptions => ({
  keep: [...first.keep, ...second.keep],
  drop: [...first.drop, ...second.drop],
});

/** Whether an editor keeps a line from a rule (its name as in RemovedBlock). */
export function isKept(exceptions: CleanupExceptions, line: string, rule: string): boolean {
  return matcherOf(exceptions.keep)(line) || keepsRule(exceptions, rule);
}

/** Whether an editor keeps a line from every rule. */
export const isKeptLine = ({ keep }: CleanupExceptions, line: string): boolean =>
  matcherOf(keep)(line);

/** Whether a `drop` entry matches a line that no `keep` entry keeps. */
export const isDropped = (exceptions: CleanupExceptions, line: string): boolean =>
  exceptions.drop.length > 0 &&
  matcherOf(exceptions.drop)(line) &&
  !isKept(exceptions, line, DROPPED);

const keepsRule = ({ keep }: CleanupExceptions, rule: string): boolean =>
  keep.some((entry) => entry.trim().toLowerCase() === rule);

type Matcher = (line: string) => boolean;

/** Cached by list, so that entries are folded once for all lines of all articles. */
const matchers = new WeakMap<readonly string[], Matcher>();

function matcherOf(entries: readonly string[]): Matcher {
  const known = matchers.get(entries);
  if (known) return known;
  const matcher = createMatcher(entries);
  matchers.set(entries, matcher);
  return matcher;
}

function createMatcher(entries: readonly string[]): Matcher {
  const isEmpty = entries.length === 0;
  const whole = new Set<string>();
  const beginnings: string[] = [];
  for (const entry of entries) {
    const folded = lettersOf(entry);
    if (folded !== "" && OPEN_END.test(entry)) beginnings.push(folded);
    else whole.add(comparable(entry));
  }
  return (line) => {
    if (isEmpty || line.trim() === "") return false;
    if (whole.has(comparable(line))) return true;
    const folded = beginnings.length === 0 ? "" : lettersOf(line);
    return beginnings.some((beginning) => folded.startsWith(beginning));
  };
}

const OPEN_END = /(?:…|\.\.\.)\s*$/;

/** The letters of a line; a line without a letter ("* * *") is compared as it is, without spaces. */
function comparable(text: string): string {
  const letters = lettersOf(text);
  return letters === "" ? `=${text.replace(/\s+/g, "")}` : letters;
}

const lettersOf = (text: string): string => fold(text).replace(/[^\p{L}\p{M}]+/gu, "");
