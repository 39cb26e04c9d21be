import { endsInEllipsis } from "../../core/articles/ellipsis.ts";
import { tokens } from "../../core/text/tokens.ts";
import { plainText } from "./plain-text.ts";

/**
 * The content of an item, unless its summary says more: then `null`, or the summary below a picture of the content. The
 * summary says more where the content is empty, cut, a mere beginning of the summary, or a picture with a short
 * caption.
 */
export function fullerContent(content: string | null, summary: string | null): string | null {
  if (content === null || summary === null) return content;
  const said = plainText(summary);
  if (said === null) return content;
  const shown = plainText(content);
  const hasPicture = PICTURE.test(content);
  if (shown === null) return hasPicture ? `${content}\n${summary}` : null;
  if (isCutFrom(shown, said) || isBeginningOf(shown, said)) return pictureAbove(content, summary);
  return hasPicture && isCaptionBeside(shown, said) ? `${content}\n${summary}` : content;
}

const PICTURE = /<(?:img|picture|video|audio|iframe)[\s>/]/i;
const IMAGE = /<img\s[^>]{1,4000}>/i;

function pictureAbove(content: string, summary: string): string | null {
  const image = PICTURE.test(summary) ? undefined : IMAGE.exec(content)?.[0];
  return image === undefined ? null : `${image}\n${summary}`;
}

/** Whether a text is the beginning of a longer one, with the ellipsis of a cut. */
function isCutFrom(cut: string, whole: string): boolean {
  if (!endsInEllipsis(cut) || whole.length <= cut.length) return false;
  const { shared, own } = compare(cut, whole);
  return shared > 0 && own <= 1;
}

/** Numbers of words. */
const LEAST = { shared: 5, more: 15 };
/** Most words behind a beginning that are not the summary's: "Read more", "The post … appeared first on …". */
const MOST_OWN = 12;

function isBeginningOf(short: string, whole: string): boolean {
  const { shared, own, more } = compare(short, whole);
  const isBegun = shared >= LEAST.shared && own <= Math.min(MOST_OWN, shared);
  return isBegun && more >= Math.max(LEAST.more, 0.2 * shared, 2 * own);
}

/**
 * How many words two texts begin with in common, and how many follow in each; the other text is read only as far as
 * that matters.
 */
function compare(text: string, other: string): { shared: number; own: number; more: number } {
  const [words, others] = [tokens(text), tokens(other.slice(0, 2 * text.length + 1_000))];
  const end = words.findIndex((word, index) => others[index] !== word);
  const shared = end < 0 ? words.length : end;
  return { shared, own: words.length - shared, more: others.length - shared };
}

/** Longest caption, in characters, and how many times as long the summary must be. */
const CAPTION = { most: 300, longer: 3 };

const isCaptionBeside = (shown: string, said: string): boolean =>
  shown.length <= CAPTION.most && said.length >= CAPTION.longer * shown.length;
