/**
 * Spelled numbers from two to twelve, as tokens: some houses spell them out, others write digits.
 * "One" is left out, for it is mostly no number; so are languages whose number words mean other
 * things in English or German (Spanish `once`, Italian `sei`).
 */
export const NUMBER_WORDS: ReadonlyMap<string, string> = new Map(
  [
    "two three four five six seven eight nine ten eleven twelve",
    "zwei drei vier funf sechs sieben acht neun zehn elf zwolf",
  ].flatMap((words) => words.split(" ").map((word, index) => [word, String(index + 2)] as const)),
);
