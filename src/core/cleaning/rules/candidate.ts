import type { BlockRole, TextLine } from "../text-block.ts";
import type { LineClass } from "./classify-line.ts";

/** A line while the cleaner decides about it. */
export type CandidateBlock = {
  readonly block: number;
  readonly line: number;
  readonly role: BlockRole;
  readonly text: TextLine;
  readonly words: number;
  readonly seems: LineClass | null;
  /** An editor keeps it, or it is the title or a verse: it does not go as the follower of a label, either. */
  readonly isKept: boolean;
  /** A sentence of the article. The first and the last one bound the text. */
  readonly isProse: boolean;
  /** A plug-in made its block (plugin-classes.ts). */
  readonly isOfPlugin: boolean;
  /** The rule that removes it; `null` while it stays. */
  rule: string | null;
};

/** The next line that no rule has removed so far. */
export function nextLeft(
  lines: readonly CandidateBlock[],
  index: number,
): CandidateBlock | undefined {
  for (let next = index + 1; next < lines.length; next++) {
    if (lines[next]?.rule === null) return lines[next];
  }
  return undefined;
}
