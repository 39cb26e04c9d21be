/**
 * Control characters (C0 but tab and newline, DEL, C1) and the two noncharacters that XML 1.0 §2.2
 * forbids. C1 is legal XML, yet never meant: it is Windows-1252 read as Latin-1.
 */
// biome-ignore lint/suspicious/noControlCharactersInRegex: taking them out is the purpose
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff]/g;
const LONE_SURROGATES = /\p{Surrogate}/gu;
/** U+0085 is the C1 control that means a line end (XML 1.1 §2.11). */
const LINE_ENDS = /\r\n?|\u0085/g;
/** No-break spaces stay: "10 000" and "Nr. 5" hang on them. */
const BREAKING_SPACE = /[ \t\n\u2028\u2029]+/g;

/** What decoding could not read. Validators warn of it, and half of all fonts have no sign for it. */
const UNREADABLE = "\ufffd";

/**
 * A string that every format can hold unchanged: line ends are `\n`, nothing invisible is left, and what could not be
 * read is a question mark. Idempotent.
 */
export function cleanText(text: string): string {
  const visible = text.replace(LINE_ENDS, "\n").replace(FORBIDDEN, "").replaceAll(UNREADABLE, "?");
  // Nearly all texts are well-formed, and asking is far cheaper than a Unicode expression.
  return visible.isWellFormed() ? visible : visible.replace(LONE_SURROGATES, "");
}

/** The same on one line, without white space around it: titles, names, labels. Idempotent. */
export const cleanLine = (text: string): string =>
  cleanText(text).replace(BREAKING_SPACE, " ").trim();
