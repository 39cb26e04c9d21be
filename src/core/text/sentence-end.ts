const CLOSING = String.raw`["'”“’»«)\]」』）】》〉〕］｝〗]`;
/** Stops of Latin, Chinese, Japanese, Arabic, Urdu, Hindi, Armenian, Amharic, Khmer, Burmese, Tibetan; Greek asks with `;`. */
const STOP = String.raw`(?:[.!?…。！？｡．؟۔।॥։።។။།]|(?<=\p{Script=Greek}["»)]?);)`;

const STOPPED = new RegExp(`${STOP}${CLOSING}*$`, "u");
const STOPPED_OR_COLON = new RegExp(`(?:${STOP}|[:：])${CLOSING}*$`, "u");

/** Whether a line ends with a sentence's stop, in any script; closing quotes and brackets may follow. Linear. */
export const endsWithStop = (text: string): boolean => STOPPED.test(text);

/** endsWithStop, or the line ends with a colon, which announces a list or a quotation. */
export const endsWithStopOrColon = (text: string): boolean => STOPPED_OR_COLON.test(text);
