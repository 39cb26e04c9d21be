import { endsInEllipsis } from "../../core/articles/ellipsis.ts";
import { tokens } from "../../core/text/tokens.ts";
import { plainText } from "./plain-text.ts";

/**
 * The content of an item, unless its summary says more: systems write an empty content, one that is cut where the summary
 * is not, or a picture alone. Then there is no content (`null`), and a picture stands above what the summary says.
 */
export function fullerContent(content: string | null, summary: string | null): string | null {
  if (content === null || summary === null) return content;
  const said = plainText(summary);
  if (said === null) return content;
  const shown = plainText(content);
  if (shown === null) return PICTURE.test(content) ? `${content}\n${summary}` : null;
  return isCutFrom(shown, said) ? null : content;
}

const PICTURE = /<(?:img|picture|video|audio|iframe)[\s>/]/i;

/** The beginning of a longer text, with the ellipsis of a cut. */
function isCutFrom(cut: string, whole: string): boolean {
  if (!endsInEllipsis(cut) || whole.length <= cut.length) return false;
  const [start, all] = [tokens(cut).slice(0, -1), tokens(whole.slice(0, 2 * cut.length))];
  return start.length > 0 && start.every((word, index) => all[index] === word);
}
