import type { CandidateBlock } from "./candidate.ts";
import { labelWords } from "./label-words.ts";

/** Fewest lines of a stanza; two short lines are as often a label and a name. */
const LEAST_LINES = 3;
/** In words; a longer line is prose. */
const MAX_WORDS = 12;

/**
 * A poem says "Follow me" and "Read on", too. A stanza is a paragraph of short unlinked lines, or a row of such paragraphs.
 * In a paragraph, at most half of the lines may be labels; lines that speak of "me" do not count, for a page hardly says
 * "me". In a row, which may well be all labels, only those lines are verse. Linear.
 *
 * @returns the indices of lines of verse that seem labels.
 */
export function versesThatSeemLabels(lines: readonly CandidateBlock[]): ReadonlySet<number> {
  const verses = [...rowsOf(lines, isInSameBlock), ...rowsOf(lines, areParagraphs)].filter(
    (row) => row.length >= LEAST_LINES && isVerse(row.flatMap((index) => lines[index] ?? [])),
  );
  return new Set(verses.flat().filter((index) => lines[index]?.seems));
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
  const plain = row.filter(({ seems }) => seems === null).length;
  if (plain === 0 || plain === row.length) return false;
  const labels = row.filter((line) => line.seems !== null && !speaksOfMe(line)).length;
  const isStanza = row[0]?.block === row[1]?.block;
  return isStanza ? labels <= plain : labels === 0;
}

const speaksOfMe = ({ text }: CandidateBlock): boolean =>
  labelWords(text.text).some((word) => ME.has(word) || (word.length > 4 && ENCLITIC.test(word)));

/** "Me" after a verb or a preposition, in 18 languages, folded. */
const ME: ReadonlySet<string> = new Set(
  `me mich mir moi conmigo comigo mij mnie mna mig meg mne mnou engem nekem velem mine bana beni benimle
  мене мені мною меня мне мной με μου`.split(/\s+/),
);
/** "Sígueme", "leggimi", "suis-moi", "urmează-mă". */
const ENCLITIC = /(?:[aei]m[ei]|moi|ama)$/;
