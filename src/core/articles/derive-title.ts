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

/** Made for the first text without a title: that takes as long as loading ten modules. */
let sentences: Intl.Segmenter | undefined;
/** A dot that ends no sentence, after a day, an initial or an abbreviation: UAX 29 takes "Am 3. Oktober" for two sentences. */
const NO_END =
  /(?:^|[\s.(])(?:\d{1,2}|\p{L}|Abs|Art|bzw|ca|Co|Dipl|Dr|evtl|ggf|Hl|Hr|Fr|inkl|Ing|Mr|Mrs|Ms|No|Nr|Prof|Rev|Sen|sog|Sr|St|Str|Tel|vgl|vs)\.$/iu;

/** The first sentence by the Unicode rules (UAX 29); only the start of the line is looked at. */
function firstSentence(line: string): string {
  let sentence = "";
  sentences ??= new Intl.Segmenter("de", { granularity: "sentence" });
  for (const { segment } of sentences.segment(line.slice(0, 4 * MAX_LENGTH))) {
    sentence += segment;
    if (!NO_END.test(sentence.trimEnd())) break;
  }
  return sentence.trim();
}

/** At most `length` characters, the last one an ellipsis, without half a word. */
export function cutAtWord(text: string, length: number): string {
  if (text.length <= length) return text;
  const head = text.slice(0, length - 1);
  const space = head.lastIndexOf(" ");
  const cut = space > length / 2 ? head.slice(0, space) : head.replace(/[\ud800-\udbff]$/, "");
  return `${cut.replace(/[\s,;:–-]+$/, "")}…`;
}
