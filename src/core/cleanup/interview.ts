import type { Candidate } from "./candidate.ts";

/** So many questions with an answer make a text an interview, or a list of questions. */
const LEAST_QUESTIONS = 3;

/**
 * Interviews ask in the words of labels ("When will it open?", "Will you subscribe?"). A question is answered when unlinked
 * text stands right under it that seems no label. Linear.
 *
 * @returns the indices of answered questions; none where there are few.
 */
export function answeredQuestions(lines: readonly Candidate[]): ReadonlySet<number> {
  const asked = [...lines.keys()].filter((index) => isAnswered(lines[index], lines[index + 1]));
  return new Set(asked.length >= LEAST_QUESTIONS ? asked : []);
}

function isAnswered(line: Candidate | undefined, next: Candidate | undefined): boolean {
  if (!line || !next || !isQuestion(line)) return false;
  return !isQuestion(next) && next.seems === null && isSpoken(next);
}

const isQuestion = (line: Candidate): boolean =>
  (line.role === "heading" || isSpoken(line)) && /[?？؟]["'”“’»«)\]]*$/.test(line.text.text);

const isSpoken = ({ role, text }: Candidate): boolean =>
  role === "paragraph" && text.linkedShare === 0;
