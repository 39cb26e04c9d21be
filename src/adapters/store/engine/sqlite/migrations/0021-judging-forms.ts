import { JUDGING_RULES } from "./0018-judging-rules.ts";

/**
 * The rules of similarity/judge.ts now tell forms apart by the words that are filled in. As in 0018, stored articles
 * stay where they were placed.
 */
export const JUDGING_FORMS: readonly string[] = JUDGING_RULES;
