import { writableLine } from "../../core/text/clean.ts";

/** The `<` of an end tag, such as `</b>`, that a text quotes. */
const END_TAG = /<(?=\/[a-z])/gi;
/** U+2060 WORD JOINER: takes no room and lets no line break. */
const JOINER = "\u2060";

/**
 * Plain text on one line that no reader takes for HTML. RSS cannot declare a title as plain text: readers guess by end
 * tags, and validators warn of them. So a quoted end tag gets an invisible joiner, in every format. Idempotent.
 */
export const xmlLine = (text: string): string => writableLine(text).replace(END_TAG, `<${JOINER}`);

const REFERENCE = /&(?=#\w|[a-z]\w{1,31};)/gi;

/** The same for a person's name. Atom cannot declare a name as HTML, so references get a joiner, too. */
export const plainName = (text: string): string => xmlLine(text).replace(REFERENCE, `&${JOINER}`);
