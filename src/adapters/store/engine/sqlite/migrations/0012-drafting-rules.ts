/** By which version of our rules an article was made: what is stored is of the rules before they had one. */
export const DRAFTING_RULES_VERSION: readonly string[] = [
  `ALTER TABLE article ADD COLUMN rules INTEGER NOT NULL DEFAULT 0`,
];
