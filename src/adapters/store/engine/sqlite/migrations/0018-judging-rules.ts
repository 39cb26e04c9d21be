/**
 * Articles stored before the rules of similarity/judge.ts changed stay where they were placed: healing looks only at
 * articles that come from now on (heal-store.ts).
 */
export const JUDGING_RULES: readonly string[] = [
  `INSERT OR REPLACE INTO setting (name, value)
    SELECT 'healed-from', CAST(max(id) AS TEXT) FROM fingerprint HAVING max(id) IS NOT NULL`,
];
