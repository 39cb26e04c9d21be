const SEPARATOR = /\s+[|–—·•»«›:-]+\s+|\s*[|»│]\s*/g;
/** For a title that quotes in guillemets. */
const SEPARATOR_OF_QUOTING = /\s+[|–—·•›:-]+\s+|\s*[|│]\s*/g;

/** What separates headline, section and site in this title. */
export const separatorOf = (title: string): RegExp =>
  /«.*»|».*«/.test(title) ? SEPARATOR_OF_QUOTING : SEPARATOR;

/** Headline, section and site of a title, in its order. */
export const segmentsOf = (title: string): string[] =>
  title.split(separatorOf(title)).map((part) => part.trim());
