/** Share of an article's words; a filter that would remove more has misread the article. */
export const BRAKE = 0.35;
