import { AGENCY } from "../../core/bylines/agencies.ts";
import { anyOf } from "../../core/bylines/author-patterns.ts";
import { looksLikeName } from "../../core/bylines/person-names.ts";
import { isElement, type PageNode } from "./dom.ts";
import { namesInLine } from "./names-in-line.ts";
import type { ShownBlock } from "./shown-page.ts";

/** "… closed again. (dpa)"; a person in brackets is rather one of whom the text tells. */
const AGENCY_IN_BRACKETS = new RegExp(
  `\\(((?:${AGENCY})(?:[/, ]+(?:${AGENCY}))*)\\)[\\s+*.–—-]*$`,
  "iu",
);
/** "… closed again. Author: Anna Berg" */
const BEHIND_LABEL = new RegExp(
  `[.!?…"”»)]\\s*(?:${anyOf("author", "text")})\\s*:\\s*([^:.!?]{3,60})$`,
  "iu",
);
const EMPHASIS = new Set(["B", "STRONG", "I", "EM"]);

/** The names that sign an article's last block, or `null`: the whole block in bold or italics, or behind its last words. */
export function signatureIn({ nodes, text }: ShownBlock): readonly string[] | null {
  if (isEmphasised(nodes) && looksLikeName(text)) return [text];
  const tail = text.slice(-120);
  const agency = AGENCY_IN_BRACKETS.exec(tail)?.[1];
  if (agency !== undefined) return [agency];
  const named = BEHIND_LABEL.exec(tail)?.[1] ?? ALONE.exec(lastLine(nodes))?.[1];
  const names = namesInLine(named ?? "");
  return names.length > 0 && names.every(looksLikeName) ? names : null;
}

/** Whether all of a block is in bold or italics. */
export const isEmphasised = (nodes: readonly PageNode[]): boolean =>
  nodes.every((node) =>
    isElement(node) ? EMPHASIS.has(node.tagName) : node.textContent.trim() === "",
  );

/** "Author: Anna Berg" on a line of its own. */
const ALONE = new RegExp(`^(?:${anyOf("author", "text")})\\s*:\\s*([^:.!?]{3,60})$`, "iu");

/** What stands behind the last line break of a block. */
function lastLine(nodes: readonly PageNode[]): string {
  const all = nodes.filter((node) => isElement(node) || node.textContent.trim() !== "");
  const last = all.findLastIndex((node) => isElement(node) && node.tagName === "BR");
  const behind = last < 0 ? [] : all.slice(last + 1);
  return behind
    .map(({ textContent }) => textContent)
    .join(" ")
    .replace(/\s+/g, " ")
    .trim();
}
