import { Tokenizer } from "htmlparser2";
import { IGNORED_TOKENS } from "./token-callbacks.ts";

/** Longest markup that is kept, in UTF-16 units: the rest of a longer text is cut off. */
export const MAX_MARKUP_LENGTH = 4_000_000;

/** Longest attribute value that is kept: longer ones are pictures written into the text (`data:`). */
const MAX_ATTRIBUTE_LENGTH = 16_384;

/** Most elements that are kept; after them only text is kept. */
const MAX_TAGS = 100_000;

/** Deepest nesting that is kept; real articles stay under 40, and parsers downstream recurse. */
export const MAX_MARKUP_DEPTH = 256;

/**
 * Makes foreign markup harmless to parse: bounds its length and its depth, and takes out the tags
 * that switch a parser to other rules (`svg`, `math`). Text is kept. Works on tokens alone and in
 * linear time: htmlparser2's own stack costs depth for each tag, which is minutes for 10 MB of `<div>`.
 */
export function guardMarkup(html: string): string {
  // Attributes that will be dropped count here too: ten times the limit leaves enough room for them.
  const source = html.slice(0, 10 * MAX_MARKUP_LENGTH);
  let result = "";
  let from = 0;
  for (const cut of findCuts(source)) {
    result += source.slice(from, Math.max(from, cut.start)) + (cut.instead ?? "");
    from = Math.max(from, cut.end);
  }
  return (result + source.slice(from)).slice(0, MAX_MARKUP_LENGTH);
}

type GuardCut = {
  readonly start: number;
  readonly end: number;
  /** What is written in its place. */
  readonly instead?: string;
};

type GuardedTag = { readonly name: string; readonly start: number };

const FOREIGN = new Set(["svg", "math"]);

function findCuts(source: string): GuardCut[] {
  const cuts: GuardCut[] = [];
  const nesting = newNesting();
  let tag: GuardedTag | null = null;
  let longAttributes: GuardCut[] = [];

  const closeTag = (end: number): void => {
    if (tag) cuts.push(...endHeadingAbove(nesting, tag));
    if (tag && !open(nesting, tag.name)) cuts.push({ start: tag.start, end: end + 1 });
    else cuts.push(...longAttributes);
    tag = null;
    longAttributes = [];
  };
  const tokenizer = new Tokenizer(
    { decodeEntities: false },
    {
      ...IGNORED_TOKENS,
      onopentagname: (start, end) => {
        const name = source.slice(start, end).toLowerCase();
        if (name === "plaintext") cuts.push({ start: start - 1, end: source.length });
        tag = { name, start: start - 1 };
      },
      onopentagend: closeTag,
      onselfclosingtag: closeTag,
      onclosetag: (start, end) => {
        const name = source.slice(start, end).trimEnd().toLowerCase();
        cuts.push(...cutsOfEndTag(nesting, { name, start: start - 2, end: afterTag(source, end) }));
      },
      onattribdata: (start, end) => {
        if (end - start > MAX_ATTRIBUTE_LENGTH) longAttributes.push({ start, end });
      },
    },
  );
  tokenizer.write(source);
  tokenizer.end();
  return cuts;
}

/** Index behind the `>` that ends a tag; spaces and attributes may stand before it. */
function afterTag(source: string, from: number): number {
  const end = source.indexOf(">", from);
  return end < 0 ? source.length : end + 1;
}

/** Open elements. `dropped` counts open elements that were nested too deep to be kept. */
type Nesting = {
  readonly stack: string[];
  readonly opened: Map<string, number>;
  readonly dropped: Map<string, number>;
  tags: number;
};

const newNesting = (): Nesting => ({ stack: [], opened: new Map(), dropped: new Map(), tags: 0 });

/** @returns whether the start tag stays in the markup. */
function open(nesting: Nesting, name: string): boolean {
  const { stack, opened, dropped } = nesting;
  if (FOREIGN.has(name) || ++nesting.tags > MAX_TAGS) return false;
  if (VOID.has(name)) return true;
  const implied = impliedClose(name);
  while (implied?.has(stack.at(-1) ?? "")) pop(nesting);
  if (stack.length >= MAX_MARKUP_DEPTH) {
    count(dropped, name, 1);
    return false;
  }
  stack.push(name);
  count(opened, name, 1);
  return true;
}

/** @returns whether the end tag stays in the markup. */
function close(nesting: Nesting, name: string): boolean {
  const { opened, dropped } = nesting;
  if (FOREIGN.has(name)) return false;
  if ((dropped.get(name) ?? 0) > 0) {
    count(dropped, name, -1);
    return false;
  }
  // An end tag without a beginning means a paragraph (`</p>`), a line break (`</br>`) or nothing.
  if ((opened.get(name) ?? 0) === 0) return name === "br" && ++nesting.tags <= MAX_TAGS;
  while (pop(nesting) !== name);
  dropped.clear();
  return true;
}

/** A heading that is open when another one begins ends there (HTML Standard §13.2.6.4.7). */
function endHeadingAbove(nesting: Nesting, { name, start }: GuardedTag): GuardCut[] {
  const above = nesting.stack.at(-1) ?? "";
  if (!HEADING.test(name) || !HEADING.test(above)) return [];
  close(nesting, above);
  return [{ start, end: start, instead: `</${above}>` }];
}

function cutsOfEndTag(
  nesting: Nesting,
  { name, start, end }: GuardedTag & { readonly end: number },
): GuardCut[] {
  const closed = closedBy(nesting, name);
  if (!close(nesting, closed)) return [{ start, end }];
  return closed === name ? [] : [{ start, end, instead: `</${closed}>` }];
}

/** The element that an end tag ends. The end tag of any heading ends the open heading (HTML Standard §13.2.6.4.7). */
function closedBy({ stack, dropped }: Nesting, name: string): string {
  if (!HEADING.test(name) || (dropped.get(name) ?? 0) > 0) return name;
  return stack.findLast((open) => HEADING.test(open)) ?? name;
}

const HEADING = /^h[1-6]$/;

function pop({ stack, opened }: Nesting): string | undefined {
  const name = stack.pop();
  if (name !== undefined) count(opened, name, -1);
  return name;
}

const count = (map: Map<string, number>, name: string, by: number): void => {
  map.set(name, (map.get(name) ?? 0) + by);
};

const VOID = new Set(
  "area base br col embed hr img input link meta param source track wbr".split(" "),
);

/** Elements that a start tag ends, because authors leave their end tags out (HTML Standard §13.1.2.4). */
function impliedClose(name: string): ReadonlySet<string> | undefined {
  return CLOSES.get(name) ?? (CLOSES_PARAGRAPH.has(name) ? PARAGRAPH : undefined);
}

const PARAGRAPH: ReadonlySet<string> = new Set(["p"]);
const CLOSES_PARAGRAPH = new Set(
  "address article aside blockquote details div dl fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr main nav ol p pre section table ul".split(
    " ",
  ),
);
const CLOSES: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ["li", new Set(["li"])],
  ["dt", new Set(["dt", "dd"])],
  ["dd", new Set(["dt", "dd"])],
  ["td", new Set(["td", "th"])],
  ["th", new Set(["td", "th"])],
  ["tr", new Set(["tr", "td", "th"])],
  ["tbody", new Set(["tr", "td", "th", "thead", "tbody"])],
  ["option", new Set(["option"])],
]);
