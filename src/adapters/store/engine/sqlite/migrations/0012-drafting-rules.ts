/** The version of our rules by which an article was drafted; 0 for articles from before rules had a version. */
export const DRAFTING_RULES_VERSION: readonly string[] = [
  `ALTER TABLE article ADD COLUMN rules INTEGER NOT NULL DEFAULT 0`,
];
