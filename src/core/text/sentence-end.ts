const CLOSING = String.raw`["'”“’»«)\]」』）】》〉〕］｝〗]`;
/** Latin, Chinese and Japanese, Arabic, Urdu, Hindi, Armenian, Amharic, Khmer, Burmese, Tibetan; a Greek question mark is a semicolon. */
const STOP = String.raw`(?:[.!?…。！？｡．؟۔।॥։።។။།]|(?<=\p{Script=Greek}["»)]?);)`;

const STOPPED = new RegExp(`${STOP}${CLOSING}*$`, "u");
const STOPPED_OR_COLON = new RegExp(`(?:${STOP}|[:：])${CLOSING}*$`, "u");

/** Whether a line ends as sentences do, in any script; what is quoted or in brackets may end with it. Linear. */
export const endsWithStop = (text: string): boolean => STOPPED.test(text);

/** The same, or as what announces a list or a quotation. */
export const endsWithStopOrColon = (text: string): boolean => STOPPED_OR_COLON.test(text);
