import { escapeText } from "entities";
import { Parser } from "htmlparser2";

/**
 * Formulas as text that means the same: the TeX or the `alttext` that MathML carries, else its
 * fractions, powers and roots written in a line. Tags alone taken away, `a/b = x²` would become
 * `ab=x2`. Linear: a formula that does not end, or is longer than any real one, is left alone.
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

const OPENING =
  /<((?:m(?:ml)?:)?math)(?=[\s>])[^>]{0,4000}>|<(script)[^>]{0,200}math\/tex[^>]{0,200}>/gi;
const MAX_LENGTH = 65_536;

function* findFormulas(html: string): Generator<Formula> {
  OPENING.lastIndex = 0;
  const opening = new RegExp(OPENING);
  for (let open = opening.exec(html); open !== null; open = opening.exec(html)) {
    const name = (open[1] ?? open[2] ?? "").toLowerCase();
    const from = opening.lastIndex;
    const closing = new RegExp(`</${name}\\s*>`, "gi");
    closing.lastIndex = from;
    const close = closing.exec(html);
    if (close === null) return;
    opening.lastIndex = closing.lastIndex;
    if (close.index - from > MAX_LENGTH) continue;
    const inside = html.slice(from, close.index);
    const text = name === "script" ? escapeText(inside.trim()) : textOf(open[0], inside);
    if (text === "") continue;
    const end = pastFallback(html, closing.lastIndex);
    opening.lastIndex = end;
    yield { start: open.index, end, text };
  }
}

/** MediaWiki sends a picture of the formula behind it. */
function pastFallback(html: string, end: number): number {
  const fallback = /(?:\s|<\/span>){0,20}<img[^>]{0,4000}mwe-math-fallback-image[^>]{0,4000}>/iy;
  fallback.lastIndex = end;
  return fallback.test(html) ? fallback.lastIndex : end;
}

const TEX =
  /<(?:m(?:ml)?:)?annotation[^>]{0,200}encoding\s*=\s*["']?(?:application\/x-(?:la)?tex|(?:la)?tex)\b[^>]{0,200}>([^<]*)</i;
const ALT_TEXT = /\salttext\s*=\s*(?:"([^"]*)"|'([^']*)')/i;

/** As HTML text: what stood in the markup keeps its references. */
function textOf(tag: string, inside: string): string {
  const [, quoted, single] = ALT_TEXT.exec(tag) ?? [];
  const tex = TEX.exec(inside)?.[1]?.trim() || (quoted ?? single ?? "").trim();
  return tex === "" ? escapeText(inALine(inside)) : tex.replaceAll("<", "&lt;");
}

type Element = { readonly name: string; readonly parts: string[]; text: string };

/** MathML in a line: `(a)/(b)`, `x^2`, `√(x)`. Each element turns its parts into text when it ends. */
function inALine(mathml: string): string {
  const root: Element = { name: "math", parts: [], text: "" };
  const open = [root];
  const parser = new Parser({
    onopentag: (name) => open.push({ name: name.replace(/^.*:/, ""), parts: [], text: "" }),
    ontext: (text) => {
      const at = open.at(-1);
      if (at) at.text += text.trim();
    },
    onclosetag: () => {
      const done = open.length > 1 ? open.pop() : undefined;
      if (done) open.at(-1)?.parts.push(written(done));
    },
  });
  parser.write(mathml);
  parser.end();
  return written(root).replace(/\s+/g, " ").trim();
}

const grouped = (part = ""): string => (/^[\p{L}\p{N}.]*$/u.test(part) ? part : `(${part})`);

function written({ name, parts, text }: Element): string {
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
