import type { BlockRole, TextLine } from "../text-block.ts";
import type { LineClass } from "./classify-line.ts";

/** A line while it is decided on. */
export type CandidateBlock = {
  readonly block: number;
  readonly line: number;
  readonly role: BlockRole;
  readonly text: TextLine;
  readonly words: number;
  readonly seems: LineClass | null;
  /** An editor wants it to stay, or it is the title: it is no follower of a label either. */
  readonly isKept: boolean;
  /** A sentence of the article: what zones are measured by. */
  readonly isProse: boolean;
  /** The rule that takes it out. */
  rule: string | null;
};

/** The next line that stays, so far. */
export function nextLeft(
  lines: readonly CandidateBlock[],
  index: number,
): CandidateBlock | undefined {
  for (let next = index + 1; next < lines.length; next++) {
    if (lines[next]?.rule === null) return lines[next];
  }
  return undefined;
}
