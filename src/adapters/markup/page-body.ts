import { Parser } from "htmlparser2";

/**
 * The part of a guarded document (guardMarkup) that holds its article: the only `article`, else
 * `main`, else the body without the page's own header, footer, navigation and asides.
 */
export function pageBody(html: string): string {
  const ranges = findRanges(html);
  const outermost = (name: string): readonly ByteRange[] => ranges.get(name) ?? [];
  const articles = outermost("article");
  const whole = articles.length === 1 ? articles[0] : (outermost("main")[0] ?? null);
  if (whole) return html.slice(whole.start, whole.end);
  const body = outermost("body")[0] ?? { start: 0, end: html.length };
  const around = articles.length > 0 ? [] : FURNITURE.flatMap(outermost);
  return without(html, body, around);
}

type ByteRange = { readonly start: number; readonly end: number };

const FURNITURE = ["header", "footer", "nav", "aside"];
const WANTED = new Set(["article", "main", "body", ...FURNITURE]);

/** Outermost elements of each wanted name, with their tags. */
function findRanges(html: string): ReadonlyMap<string, readonly ByteRange[]> {
  const ranges = new Map<string, ByteRange[]>();
  const open = new Map<string, { depth: number; start: number }>();
  const parser = new Parser({
    onopentag(name) {
      if (!WANTED.has(name)) return;
      const at = open.get(name);
      if (at) at.depth += 1;
      else open.set(name, { depth: 1, start: parser.startIndex });
    },
    onclosetag(name) {
      const at = open.get(name);
      if (!at) return;
      at.depth -= 1;
      if (at.depth > 0) return;
      open.delete(name);
      ranges.set(name, [
        ...(ranges.get(name) ?? []),
        { start: at.start, end: parser.endIndex + 1 },
      ]);
    },
  });
  parser.write(html);
  parser.end();
  return ranges;
}

function without(html: string, body: ByteRange, cuts: readonly ByteRange[]): string {
  let result = "";
  let from = body.start;
  for (const cut of [...cuts].sort((a, b) => a.start - b.start)) {
    if (cut.start < from || cut.end > body.end) continue;
    result += html.slice(from, cut.start);
    from = cut.end;
  }
  return result + html.slice(from, body.end);
}
