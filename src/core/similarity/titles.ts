import { tokens } from "./tokens.ts";
import { tokenHash, isNumber } from "./fingerprint.ts";

/** Dice coefficient of the sets of tokens, 0 to 1. */
export function titleSimilarity(a: string, b: string): number {
  const left = new Set(tokens(a));
  const right = new Set(tokens(b));
  const shared = [...left].filter((token) => right.has(token)).length;
  return left.size + right.size === 0 ? 1 : (2 * shared) / (left.size + right.size);
}

/**
 * Whether a title has a word of its own text that the other neither has in its title nor in its text:
 * what the one is about, and the other is not.
 */
export function namesAnotherSubject(
  title: string,
  own: ReadonlySet<number>,
  other: ReadonlySet<number>,
  otherTitle: ReadonlySet<number>,
): boolean {
  return tokens(title).some((token) => {
    const hash = tokenHash(token);
    return token.length > 2 && !isNumber(hash) && own.has(hash) && !other.has(hash) && !otherTitle.has(hash);
  });
}
