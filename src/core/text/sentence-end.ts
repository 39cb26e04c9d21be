const CLOSING = String.raw`["'”“’»«)\]」』）】》〉〕］｝〗]`;
/** Stops of Latin, Chinese, Japanese, Arabic, Urdu, Hindi, Armenian, Amharic, Khmer, Burmese, Tibetan; Greek asks with `;`. */
const STOP = String.raw`(?:[.!?…。！？｡．؟۔।॥։።។။།]|(?<=\p{Script=Greek}["»)]?);)`;

const STOPPED = new RegExp(`${STOP}${CLOSING}*$`, "u");
const STOPPED_OR_COLON = new RegExp(`(?:${STOP}|[:：])${CLOSING}*$`, "u");

/** Whether a line ends with a sentence's stop, in any script; closing quotes and brackets may follow. Linear. */
export const endsWithStop = (text: string): boolean => endsIn(text, ".!?", STOPPED);

/** endsWithStop, or the line ends with a colon, which announces a list or a quotation. */
export const endsWithStopOrColon = (text: string): boolean =>
  endsIn(text, ".!?:", STOPPED_OR_COLON);

/** The last character decides for nearly all lines; an expression looks at each stop in a line. */
function endsIn(text: string, stops: string, pattern: RegExp): boolean {
  const last = text.charAt(text.length - 1);
  if (last === "" || LETTER_OR_DIGIT.test(last)) return false;
  return stops.includes(last) || pattern.test(text);
}

const LETTER_OR_DIGIT = /[a-zA-Z0-9]/;
