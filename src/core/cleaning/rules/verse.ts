import type { CandidateBlock } from "./candidate.ts";
import { OF_PAGES } from "./doubtful-head.ts";
import { says } from "./label-evidence.ts";
import { labelWords } from "./label-words.ts";
import { meaningsOf } from "./lexicon.ts";
import { bitsOf } from "./meaning-bits.ts";
import { NETWORK } from "./networks.ts";

/** Fewest lines of a stanza; two short lines are as often a label and a name. */
const LEAST_LINES = 3;
/** In words; a longer line is prose. */
const MAX_WORDS = 12;

/**
 * A poem says "Follow me" and "Read on", too. A stanza is a paragraph of short unlinked lines, or a row of such paragraphs.
 * At most half of the lines of a paragraph may be labels, not counting lines that speak of "me", for a page hardly says "me".
 * A row may well be all labels: of its lines, fewer may be others that seem labels than speak of "me". Linear.
 *
 * @returns the indices of all lines of verse in which one seems a label.
 */
export function versesLikeLabels(lines: readonly CandidateBlock[]): ReadonlySet<number> {
  const verses = [...rowsOf(lines, isInSameBlock), ...rowsOf(lines, areParagraphs)].filter(
    (row) => row.length >= LEAST_LINES && isVerse(row.flatMap((index) => lines[index] ?? [])),
  );
  return new Set(verses.flat());
}

type RowTest = (line: CandidateBlock, before: CandidateBlock) => boolean;

const isInSameBlock: RowTest = (line, before) => line.block === before.block;
const areParagraphs: RowTest = (line, before) =>
  line.block !== before.block && line.role === "paragraph" && before.role === "paragraph";

/** The indices of short unlinked lines in rows. */
function rowsOf(lines: readonly CandidateBlock[], goesOn: RowTest): number[][] {
  const rows: number[][] = [];
  lines.forEach((line, index) => {
    const before = lines[index - 1];
    if (!isShort(line)) return;
    const row = rows.at(-1);
    if (row && before && row.at(-1) === index - 1 && goesOn(line, before)) row.push(index);
    else rows.push([index]);
  });
  return rows;
}

const isShort = ({ text, words, isProse }: CandidateBlock): boolean =>
  !isProse && words > 0 && words <= MAX_WORDS && text.linkedShare === 0 && text.urls.length === 0;

function isVerse(row: readonly CandidateBlock[]): boolean {
  if (!row.some(({ seems }) => seems !== null)) return false;
  const others = row.filter((line) => !speaksOfMe(line));
  const ofMe = row.length - others.length;
  const labels = others.filter(({ seems }) => seems !== null).length;
  const plain = others.length - labels;
  if (plain === 0 && ofMe < 2) return false;
  if (row[0]?.block === row[1]?.block) return labels <= plain + ofMe;
  return labels === 0 || labels < ofMe;
}

/** Pages say it, too: "Follow me on Facebook", "Me gusta", "Notify me of new comments". */
function speaksOfMe({ text }: CandidateBlock): boolean {
  const words = labelWords(text.text);
  return (
    words.some((word) => ME.has(word) || (word.length > 4 && ENCLITIC.test(word))) &&
    !words.some((word) => word === NETWORK || says(meaningsOf(word), OF_BLOGS))
  );
}

const OF_BLOGS = bitsOf([
  ...OF_PAGES,
  ...(["like", "email", "notify", "support", "coffee", "channel", "login", "about"] as const),
]);

/** "Me" after a verb or a preposition, in 18 languages, folded. */
const ME: ReadonlySet<string> = new Set(
  `me mich mir moi conmigo comigo mij mnie mna mig meg mne mnou engem nekem velem mine bana beni benimle
  мене мені мною меня мне мной με μου`.split(/\s+/),
);
/** "Sígueme", "leggimi", "suis-moi", "urmează-mă". */
const ENCLITIC = /(?:[aei]m[ei]|moi|ama)$/;
