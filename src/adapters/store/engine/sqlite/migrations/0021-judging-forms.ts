import { JUDGING_RULES } from "./0018-judging-rules.ts";

/** The rules of similarity/judge.ts tell forms by the words that are filled in: once more, stored texts stay as they were placed. */
export const JUDGING_FORMS: readonly string[] = JUDGING_RULES;
