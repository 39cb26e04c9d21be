import { Parser } from "htmlparser2";
import type { Attributes, Branch, Flow, Leaf, Line, Wrap } from "./flow.ts";
import { arrange } from "./flow-shape.ts";
import { paragraphsOf, preformatted } from "./lines.ts";
import { EMBED_MARK, INLINE_TAGS, PUBLISHED_ATTRIBUTES } from "./sanitize.ts";

/**
 * Reads sanitised markup (sanitizeMarkup) as blocks: loose text and runs between two line breaks
 * become paragraphs, inline elements around blocks move inside them, lists and tables get the
 * children they must have. One pass; depth is bounded by the sanitiser's guard.
 */
export function readFlow(markup: string): Flow[] {
  const root: Flow[] = [];
  const reader = newReader(root);
  const parser = new Parser({
    onopentag: (name, attributes) => open(reader, name, attributes),
    ontext: (text) => pushText(lastLine(reader), reader.at.wrap, text),
    onclosetag: () => close(reader),
  });
  parser.write(markup);
  parser.end();
  flush(reader);
  return arrange(root, "root");
}

type Reader = {
  at: Position;
  /** Where the elements around began. */
  readonly stack: Position[];
  /** Of the paragraph that is being read. */
  lines: Line[];
};

/** What changes at a start tag and comes back at its end tag. */
type Position = {
  readonly children: Flow[];
  readonly leafTag: string;
  readonly wrap: Wrap | null;
  readonly classes: readonly string[];
  readonly isBlock: boolean;
  /** Branches around. */
  readonly depth: number;
};

const newReader = (root: Flow[]): Reader => ({
  at: { children: root, leafTag: "p", wrap: null, classes: [], isBlock: true, depth: 0 },
  stack: [],
  lines: [[]],
});

const VOID = new Set(["br", "img", "hr"]);
const INLINE = new Set(INLINE_TAGS);
const LEAVES = new Set(["h2", "h3", "h4", "h5", "h6", "pre"]);
/** Blocks that only end one paragraph and begin another. */
const TRANSPARENT = new Set(["p", "div"]);
/** Lists in lists, quotes in quotes: deeper ones lose their element, not their text. */
const MAX_BLOCK_DEPTH = 24;
/** Deeper inline nesting says nothing more. */
const MAX_INLINE_DEPTH = 12;

type Given = Record<string, string>;

function open(reader: Reader, name: string, given: Given): void {
  reader.stack.push(reader.at);
  if (VOID.has(name)) openVoid(reader, name, given);
  else if (EMBED_MARK in given) openPlayer(reader, name, given);
  else if (INLINE.has(name)) {
    const wrap = enterInline(reader.at.wrap, name, given);
    reader.at = { ...reader.at, wrap, isBlock: false };
  } else openBlock(reader, name, given);
}

function openVoid(reader: Reader, name: string, given: Given): void {
  if (name === "br") reader.lines.push([]);
  else if (name === "img") {
    pushImage(lastLine(reader), reader.at.wrap, publishedAttributes(name, given));
  } else {
    flush(reader);
    reader.at.children.push(RULE);
  }
  reader.at = { ...reader.at, isBlock: false };
}

/** A player stands by itself, whatever paragraph it was in. */
function openPlayer(reader: Reader, name: string, given: Given): void {
  flush(reader);
  const wrap = enterInline(null, name, given);
  reader.at = { ...reader.at, leafTag: "p", wrap, isBlock: true };
}

function openBlock(reader: Reader, name: string, given: Given): void {
  flush(reader);
  if (LEAVES.has(name)) reader.at = { ...reader.at, leafTag: name, isBlock: true };
  else if (TRANSPARENT.has(name)) reader.at = { ...reader.at, isBlock: true };
  else reader.at = enterBranch(reader.at, name, given);
  const classes = (given["class"] ?? "").split(/\s+/).filter((word) => word !== "");
  if (classes.length === 0) return;
  reader.at = { ...reader.at, classes: [...reader.at.classes, ...classes].slice(-32) };
}

function close(reader: Reader): void {
  if (reader.at.isBlock) flush(reader);
  reader.at = reader.stack.pop() ?? reader.at;
}

/** Ends the paragraph that is being read. */
function flush(reader: Reader): void {
  const { children, leafTag: tag, classes } = reader.at;
  const { lines } = reader;
  const paragraphs = tag === "pre" ? preformatted(lines) : paragraphsOf(lines, tag !== "p");
  for (const paragraph of paragraphs) {
    children.push({ kind: "leaf", tag, lines: paragraph, classes });
  }
  reader.lines = [[]];
}

const lastLine = ({ lines }: Reader): Line => lines.at(-1) ?? [];

const RULE: Leaf = { kind: "leaf", tag: "hr", lines: [], classes: [] };

function enterBranch(at: Position, tag: string, given: Given): Position {
  if (at.depth >= MAX_BLOCK_DEPTH) return { ...at, isBlock: true };
  const children: Flow[] = [];
  const attributes = publishedAttributes(tag, given);
  const branch: Branch = { kind: "branch", tag, attributes, children };
  at.children.push(branch);
  return { ...at, children, leafTag: "p", isBlock: true, depth: at.depth + 1 };
}

function enterInline(parent: Wrap | null, tag: string, given: Given): Wrap | null {
  const depth = (parent?.depth ?? 0) + 1;
  if (depth > MAX_INLINE_DEPTH) return parent;
  for (let wrap = parent; wrap; wrap = wrap.parent) if (wrap.tag === tag) return parent;
  return { tag, attributes: publishedAttributes(tag, given), parent, depth };
}

/** A second gate behind the sanitiser's: names on the list, values that are not empty. */
function publishedAttributes(tag: string, given: Given): Attributes {
  const attributes = new Map<string, string>();
  for (const name of PUBLISHED_ATTRIBUTES.get(tag) ?? []) {
    const value = given[name];
    if (value) attributes.set(name, value);
  }
  return attributes;
}

function pushText(line: Line, wrap: Wrap | null, text: string): void {
  const last = line.at(-1);
  if (last && last.wrap === wrap && !last.image) {
    line[line.length - 1] = { ...last, text: last.text + text };
  } else line.push({ wrap, text, image: null });
}

function pushImage(line: Line, wrap: Wrap | null, image: Attributes): void {
  if (image.has("src")) line.push({ wrap, text: "", image });
  else if (image.has("alt")) pushText(line, wrap, image.get("alt") ?? "");
}
