import { type CleanupExceptions, isKept } from "../exceptions.ts";
import type { Debris, TextBlock } from "../text-block.ts";
import { AUTHOR_NOTE, type AuthorBox, authorBoxIn, type BoxLine } from "./author-box.ts";

/** The lines of the box about its author with which a text ends; an editor may keep them. */
export function findAuthorBox(
  blocks: readonly TextBlock[],
  exceptions: CleanupExceptions,
  title: string | null,
): Debris[] {
  const lines = placedLines(blocks);
  const box = authorBoxIn(lines, { title });
  if (box === null) return [];
  return lines
    .slice(box.from, box.to)
    .filter(({ line }) => !isKept(exceptions, line.text, AUTHOR_NOTE))
    .map(({ block, at }) => ({ block, line: at, rule: AUTHOR_NOTE }));
}

/** The box about its author with which a text ends, of blocks. */
export const authorBoxOf = (blocks: readonly TextBlock[], title: string | null): AuthorBox | null =>
  authorBoxIn(placedLines(blocks), { title });

type LineInBlock = BoxLine & { readonly block: number; readonly at: number };

const placedLines = (blocks: readonly TextBlock[]): LineInBlock[] =>
  blocks.flatMap(({ role, lines }, block) =>
    lines.map((line, at) => ({
      line,
      block,
      at,
      isOther: OTHER.has(role) ? always : never,
      isEmphasised: line.isEmphasised === true ? always : never,
      isOfAuthor: never,
    })),
  );

const OTHER: ReadonlySet<string> = new Set(["caption", "code", "cell"]);
const never = (): boolean => false;
const always = (): boolean => true;
