import { endsWithStop } from "../../text/sentence-end.ts";
import type { CandidateBlock } from "./candidate.ts";

/** Fewest questions of an interview or of a list of questions. */
const LEAST_QUESTIONS = 3;
/** If this share of the questions in a row seem labels, they are prompts. */
const MOST_SEEMING = 0.5;

/**
 * Interviews ask in the words of labels ("When will it open?", "Will you subscribe?"). A question is answered if unlinked
 * text that seems no label stands right under it. Linear.
 *
 * @returns the indices of answered questions; none where there are few.
 */
export function answeredQuestions(lines: readonly CandidateBlock[]): ReadonlySet<number> {
  const asked = [...lines.keys()].filter((index) => isAnswered(lines[index], lines[index + 1]));
  const inSentences = asked.filter((index) => endsWithStop(lines[index + 1]?.text.text ?? ""));
  if (asked.length >= LEAST_QUESTIONS) return new Set(asked);
  return new Set(inSentences.length >= LEAST_IN_SENTENCES ? inSentences : []);
}

/** Fewest questions with sentences for answers: the "Yes" and "No" under a page's questions have no stop. */
const LEAST_IN_SENTENCES = 2;

/**
 * In lists of questions ("Who maintains the tests?", "Who gets the alerts by mail?"), some have words of labels. Linear.
 *
 * @returns the indices of unlinked questions that stand in a row with others, few of which seem labels.
 */
export function questionsInRow(lines: readonly CandidateBlock[]): ReadonlySet<number> {
  const rows: number[][] = [];
  for (const [index, line] of lines.entries()) {
    if (!isAsked(line, line)) continue;
    const row = rows.at(-1);
    const goesOn = row?.at(-1) === index - 1 && isAsked(line, lines[index - 1]);
    if (row && goesOn) row.push(index);
    else rows.push([index]);
  }
  const seems = (index: number): boolean => lines[index]?.seems !== null;
  const isList = (row: readonly number[]): boolean =>
    row.length >= LEAST_QUESTIONS && row.filter(seems).length < MOST_SEEMING * row.length;
  return new Set(rows.filter(isList).flat());
}

/** Whether a line is a question of the same kind of block as another. */
const isAsked = (line: CandidateBlock | undefined, other: CandidateBlock | undefined): boolean =>
  line !== undefined &&
  line.role === other?.role &&
  line.text.linkedShare === 0 &&
  QUESTION.test(line.text.text);

function isAnswered(line: CandidateBlock | undefined, next: CandidateBlock | undefined): boolean {
  if (!line || !next || !isQuestion(line)) return false;
  return !isQuestion(next) && next.seems === null && isSpoken(next);
}

const isQuestion = (line: CandidateBlock): boolean =>
  (line.role === "heading" || isSpoken(line)) && QUESTION.test(line.text.text);

const QUESTION = /[?？؟]["'”“’»«)\]]*$/;

const isSpoken = ({ role, text }: CandidateBlock): boolean =>
  role === "paragraph" && text.linkedShare === 0;
