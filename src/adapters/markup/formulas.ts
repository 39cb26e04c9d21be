import { escapeText } from "entities";
import { Parser } from "htmlparser2";

/**
 * Writes formulas as text that means the same: the TeX or the `alttext` that MathML carries, else its fractions, powers
 * and roots in one line. Without its tags alone, `a/b = x²` would become `ab=x2`. Linear: a formula that does not end,
 * or is longer than any real one, is left alone.
 */
export function formulasAsText(html: string): string {
  if (!/<(?:m(?:ml)?:)?math[\s>]|math\/tex/i.test(html)) return html;
  let result = "";
  let at = 0;
  for (const found of findFormulas(html)) {
    result += `${html.slice(at, found.start)}<code>${found.text}</code>`;
    at = found.end;
  }
  return result + html.slice(at);
}

type Formula = { readonly start: number; readonly end: number; readonly text: string };

const OPENING = /<((?:m(?:ml)?:)?math(?=[\s>])|script(?=\s))/gi;
const MAX_TAG = 4000;
const MAX_LENGTH = 65_536;

function* findFormulas(html: string): Generator<Formula> {
  for (const { start, end, tag, inside } of findHolders(html)) {
    const isScript = /^<script/i.test(tag);
    const text = isScript ? escapeText(inside.trim()) : textOf(tag, inside);
    if (text !== "") yield { start, end: pastFallback(html, end), text };
  }
}

/** An element that may hold a formula, from the start of its tag to the end of its end tag. */
type Holder = Omit<Formula, "text"> & { readonly tag: string; readonly inside: string };

function* findHolders(html: string): Generator<Holder> {
  const opening = new RegExp(OPENING);
  let tagEnd = -1;
  for (let open = opening.exec(html); open !== null; open = opening.exec(html)) {
    if (tagEnd < open.index) tagEnd = html.indexOf(">", open.index);
    if (tagEnd < 0) return;
    const tag = html.slice(open.index, Math.min(tagEnd + 1, open.index + MAX_TAG));
    if (!isWanted(tag)) continue;
    const closing = new RegExp(`</${open[1]}\\s*>`, "gi");
    closing.lastIndex = tagEnd + 1;
    const close = closing.exec(html);
    if (close === null) return;
    const end = closing.lastIndex;
    opening.lastIndex = end;
    const inside = html.slice(tagEnd + 1, Math.min(close.index, tagEnd + MAX_LENGTH));
    if (close.index < tagEnd + MAX_LENGTH) yield { start: open.index, end, tag, inside };
  }
}

const isWanted = (tag: string): boolean =>
  tag.endsWith(">") && (!/^<script/i.test(tag) || /math\/tex/i.test(tag));

/** Skips the picture of the formula that MediaWiki sends behind it. */
function pastFallback(html: string, end: number): number {
  const fallback = /(?:\s|<\/span>){0,20}<img[^>]{0,4000}mwe-math-fallback-image[^>]{0,4000}>/iy;
  fallback.lastIndex = end;
  return fallback.test(html) ? fallback.lastIndex : end;
}

const TEX =
  /<(?:m(?:ml)?:)?annotation[^>]{0,200}encoding\s*=\s*["']?(?:application\/x-(?:la)?tex|(?:la)?tex)\b[^>]{0,200}>([^<]*)</i;
const ALT_TEXT = /\salttext\s*=\s*(?:"([^"]*)"|'([^']*)')/i;

/** The formula as HTML text: references in the markup stay as written. */
function textOf(tag: string, inside: string): string {
  const [, quoted, single] = ALT_TEXT.exec(tag) ?? [];
  const tex = TEX.exec(inside)?.[1]?.trim() || (quoted ?? single ?? "").trim();
  return tex === "" ? escapeText(inALine(inside)) : tex.replaceAll("<", "&lt;");
}

type FormulaElement = { readonly name: string; readonly parts: string[]; text: string };

/** Deepest nesting that is read; deeper formulas are an attack, because each level copies all below it. */
const MAX_DEPTH = 200;

/**
 * MathML in one line: `(a)/(b)`, `x^2`, `√(x)`. Each element turns its parts into text when it ends. Empty when the
 * formula is nested too deep.
 */
function inALine(mathml: string): string {
  const root: FormulaElement = { name: "math", parts: [], text: "" };
  const open = [root];
  let isTooDeep = false;
  const parser = new Parser({
    onopentag: (name) => {
      isTooDeep ||= open.length > MAX_DEPTH;
      if (!isTooDeep) open.push({ name: name.replace(/^.*:/, ""), parts: [], text: "" });
    },
    ontext: (text) => {
      const at = open.at(-1);
      if (at) at.text += text.trim();
    },
    onclosetag: () => {
      const done = open.length > 1 && !isTooDeep ? open.pop() : undefined;
      if (done) open.at(-1)?.parts.push(written(done));
    },
  });
  parser.write(mathml);
  parser.end();
  return isTooDeep ? "" : written(root).replace(/\s+/g, " ").trim();
}

const grouped = (part = ""): string => (/^[\p{L}\p{N}.]*$/u.test(part) ? part : `(${part})`);

function written({ name, parts, text }: FormulaElement): string {
  if (/^annotation/.test(name)) return "";
  const [base = "", first, second] = parts;
  switch (name) {
    case "mfrac":
      return `${grouped(base)}/${grouped(first)}`;
    case "msqrt":
      return `√(${parts.join("")})`;
    case "mroot":
      return `${grouped(base)}^(1/${grouped(first)})`;
    case "msup":
    case "mover":
      return `${grouped(base)}^${grouped(first)}`;
    case "msub":
    case "munder":
      return `${grouped(base)}_${grouped(first)}`;
    case "msubsup":
    case "munderover":
      return `${grouped(base)}_${grouped(first)}^${grouped(second)}`;
    case "mtr":
      return `${parts.join(", ")}; `;
    default:
      return text + parts.join("");
  }
}
