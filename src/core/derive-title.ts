/** The longest derived title, in characters (contract: inspect of texts). */
const MAX_LENGTH = 110;

/**
 * A title for a text that has none: its first sentence, cut at a word to at most 110 characters.
 *
 * @returns `null` for an empty text.
 */
export function deriveTitle(text: string): string | null {
  const line = (text.split("\n").find((part) => part.trim() !== "") ?? "")
    .replace(/\s+/g, " ")
    .trim();
  if (line === "") return null;
  const sentence = firstSentence(line);
  return sentence.length <= MAX_LENGTH ? sentence : cutAtWord(sentence, MAX_LENGTH);
}

const SENTENCES = new Intl.Segmenter("de", { granularity: "sentence" });

/** By the Unicode rules (UAX 29); only the start of the line is looked at. */
function firstSentence(line: string): string {
  const [first] = SENTENCES.segment(line.slice(0, 4 * MAX_LENGTH));
  return first?.segment.trim() ?? line;
}

/** At most `length` characters, the last one an ellipsis, without half a word. */
export function cutAtWord(text: string, length: number): string {
  if (text.length <= length) return text;
  const head = text.slice(0, length - 1);
  const space = head.lastIndexOf(" ");
  const cut = space > length / 2 ? head.slice(0, space) : head.replace(/[\ud800-\udbff]$/, "");
  return `${cut.replace(/[\s,;:–-]+$/, "")}…`;
}
