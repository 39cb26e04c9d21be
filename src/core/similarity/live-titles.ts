/** "Live: …" and the like at the beginning, in the languages that we clean. */
const OPENING =
  /^\P{L}*(?:live|ticker|direct|en direct|en directo|en vivo|in diretta|diretta|ao vivo|na żywo)\s*(?:[:|+•–—]|-\s)/iu;
/** Names that are used for nothing else. */
const NAME =
  /\b(?:live[- ]?(?:ticker|blog|updates?)|news[- ]?ticker|minuto a minuto|minute par minute|minuto per minuto)\b/iu;

/** Whether a title says that its text goes on while things happen: most of it will have changed in an hour. */
export const isLiveTitle = (title: string): boolean => OPENING.test(title) || NAME.test(title);
