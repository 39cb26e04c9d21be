import { isElement } from "./dom.ts";
import { namesInLine } from "./names-in-line.ts";
import { AGENCY, looksLikeName } from "./person-names.ts";
import type { ShownBlock } from "./shown-page.ts";

/** "… closed again. (dpa)"; people in brackets are rather whom it tells of. */
const AGENCY_IN_BRACKETS = new RegExp(
  `\\(((?:${AGENCY})(?:[/, ]+(?:${AGENCY}))*)\\)[\\s+*.–—-]*$`,
  "iu",
);
/** "… closed again. Author: Anna Berg" */
const BEHIND_LABEL =
  /[.!?…"”»)]\s*(?:autor(?:in)?|author|auteur|autore|text|texte|texto|testo)\s*:\s*([^:.!?]{3,60})$/iu;
const EMPHASIS = new Set(["B", "STRONG", "I", "EM"]);

/** Who signs at the end of an article: a name in bold or italics and nothing else, or behind its last words. */
export function signatureIn({ nodes, text }: ShownBlock): readonly string[] | null {
  const isEmphasised = nodes.every((node) =>
    isElement(node) ? EMPHASIS.has(node.tagName) : node.textContent.trim() === "",
  );
  if (isEmphasised && looksLikeName(text)) return [text];
  const tail = text.slice(-120);
  const agency = AGENCY_IN_BRACKETS.exec(tail)?.[1];
  if (agency !== undefined) return [agency];
  const names = namesInLine(BEHIND_LABEL.exec(tail)?.[1] ?? "");
  return names.length > 0 && names.every(looksLikeName) ? names : null;
}
