import { writableLine } from "../../core/text/clean.ts";

/** What quotes the end of an HTML element, such as `</b>`. */
const END_TAG = /<(?=\/[a-z])/gi;
/** U+2060 WORD JOINER: takes no room and lets no line break. */
const JOINER = "\u2060";

/**
 * Plain text on one line that no reader takes for HTML. RSS cannot say that a title is plain text,
 * so readers guess, and validators warn, by end tags: one that is really quoted gets an invisible
 * joiner, in every format alike. Idempotent.
 */
export const xmlLine = (text: string): string => writableLine(text).replace(END_TAG, `<${JOINER}`);

const REFERENCE = /&(?=#\w|[a-z]\w{1,31};)/gi;

/** The same for a person's name: that of Atom cannot be declared as HTML, so references count too. */
export const plainName = (text: string): string => xmlLine(text).replace(REFERENCE, `&${JOINER}`);
