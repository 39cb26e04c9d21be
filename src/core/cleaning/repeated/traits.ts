/** What a line of an outline is, as bits of one byte. Their values are stored: none may change. */
export const TRAITS = {
  /** May be a repeated line at the head or the tail of a text. */
  edge: 1,
  /** May be a repeated line in the middle, too. */
  middle: 2,
  /** May be a fixed lead with a changing headline. */
  lead: 4,
  /** A sentence that is not a link. */
  sentence: 8,
  /** A sentence without any link or address: as likely the publisher's text as his wrapper. */
  prose: 16,
  heading: 32,
  /** Announces what stands under it: "Frage:", "Was nun?", a heading of one or two words. */
  label: 64,
  /** A few words that are no sentence: above a paragraph they are its heading. */
  short: 128,
} as const;

export const hasTrait = (line: { readonly traits: number }, trait: number): boolean =>
  (line.traits & trait) !== 0;
