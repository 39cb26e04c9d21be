import type { Evidence, EvidencePart } from "../core/similarity/evidence.ts";

/** What two texts have in common, line by line, for people. */
export function evidenceLines(evidence: Evidence): readonly string[] {
  const parts = evidence.parts.flatMap(partLines).map((line) => `    ${line}`);
  const rest = evidence.partsLeftOut > 0 ? [`    … ${evidence.partsLeftOut} more parts`] : [];
  return [`  ${figures(evidence)}`, ...parts, ...rest];
}

/** Figures of the whole texts, including the paragraphs that the rules leave out as boilerplate. */
function figures(evidence: Evidence): string {
  const { matched, tokens, coverage, longestRun, meanRun, changedNumbers, equalNumbers } = evidence;
  const words = `${matched} of the shorter text's ${tokens} words (${Math.round(coverage * 100)} %)`;
  const runs = `longest run ${longestRun}, on average ${Math.round(meanRun)}`;
  return `${words}; ${runs}; numbers: ${changedNumbers} changed, ${equalNumbers} equal`;
}

/** As in a diff: "-" only the lead has, "+" only the member. */
function partLines(part: EvidencePart): readonly string[] {
  if (part.kind === "equal") return [`= ${part.text}  [${part.words} words]`];
  return [
    ...(part.lead === "" ? [] : [`- ${part.lead}`]),
    ...(part.member === "" ? [] : [`+ ${part.member}`]),
  ];
}

/** Replaces control characters: texts are untrusted, and a terminal obeys them. */
export const plain = (text: string): string => text.replace(/[^\P{Cc}\n]/gu, " ");
