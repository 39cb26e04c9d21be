/** Whether a text breaks off: "and so…", "and so [...]". */
export const endsInEllipsis = (text: string): boolean =>
  /(?:…|\.{3})[\])"”»’]?$/.test(text.slice(-20).trimEnd());
