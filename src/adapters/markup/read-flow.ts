import { Parser } from "htmlparser2";
import type { Attributes, Branch, Flow, Leaf, Line, Wrap } from "./flow.ts";
import { arrange } from "./flow-shape.ts";
import { paragraphsOf, preformatted } from "./lines.ts";
import { EMBED_MARK, INLINE_TAGS, MEANING_ATTRIBUTES, PUBLISHED_ATTRIBUTES } from "./sanitize.ts";

/**
 * Reads sanitised markup (sanitizeMarkup) as blocks in one pass. Loose text and runs between two line breaks become
 * paragraphs, inline elements around blocks move inside them, lists and tables get the children they must have. The
 * sanitiser's guard bounds the depth.
 */
export function readFlow(markup: string): Flow[] {
  const { open, text, close, end } = flowReader();
  const parser = new Parser({ onopentag: open, ontext: text, onclosetag: close });
  parser.write(markup);
  parser.end();
  return end();
}

/** Makes blocks of the parts of sanitised markup, which it is given in the order of the document. */
export type FlowReader = {
  readonly open: (name: string, attributes: FlowAttributes) => void;
  /** Decoded; one text may come in several pieces. */
  readonly text: (text: string) => void;
  /** Ends the element that was opened last; one that has no end tag, too. */
  readonly close: () => void;
  readonly end: () => Flow[];
};

export function flowReader(): FlowReader {
  const root: Flow[] = [];
  const reader = newReader(root);
  return {
    open: (name, attributes) => open(reader, name, attributes),
    text: (text) => pushText(lastLine(reader), reader.at.wrap, text),
    close: () => close(reader),
    end: () => {
      flush(reader);
      return arrange(root, "root");
    },
  };
}

type Reader = {
  at: Position;
  /** The positions at which the elements around began. */
  readonly stack: Position[];
  /** Lines of the paragraph that is being read. */
  lines: Line[];
  /** The id of a note that begins here: the next paragraph gets it. */
  noteId: string | null;
};

/** State that a start tag changes and its end tag restores. */
type Position = {
  readonly children: Flow[];
  readonly leafTag: string;
  readonly wrap: Wrap | null;
  readonly classes: readonly string[];
  /** Language and direction of blocks around this place that have no element here to carry them. */
  readonly meaning: Attributes;
  readonly isBlock: boolean;
  readonly isInFigure: boolean;
  /** Number of branches around. */
  readonly depth: number;
};

const NOTHING: Attributes = new Map();

const newReader = (root: Flow[]): Reader => ({
  at: {
    children: root,
    leafTag: "p",
    wrap: null,
    classes: [],
    isBlock: true,
    depth: 0,
    meaning: NOTHING,
    isInFigure: false,
  },
  stack: [],
  lines: [[]],
  noteId: null,
});

const VOID = new Set(["br", "img", "hr"]);
const INLINE = new Set(INLINE_TAGS);
const LEAVES = new Set(["h2", "h3", "h4", "h5", "h6", "pre"]);
/** Blocks that only end one paragraph and begin another. */
const TRANSPARENT = new Set(["p", "div"]);
/** Deepest nesting of lists and quotes: deeper ones lose their element, not their text. */
const MAX_BLOCK_DEPTH = 24;
/** Deeper inline nesting says nothing more. */
const MAX_INLINE_DEPTH = 12;

type FlowAttributes = Readonly<Record<string, string>>;

function open(reader: Reader, name: string, given: FlowAttributes): void {
  reader.stack.push(reader.at);
  if (VOID.has(name)) openVoid(reader, name, given);
  else if (EMBED_MARK in given) openPlayer(reader, name, given);
  else if (INLINE.has(name)) {
    const wrap = enterInline(reader.at.wrap, name, given);
    reader.at = { ...reader.at, wrap, isBlock: false };
  } else openBlock(reader, name, given);
}

function openVoid(reader: Reader, name: string, given: FlowAttributes): void {
  if (name === "br") reader.lines.push([]);
  else if (name === "img") {
    pushImage(lastLine(reader), reader.at.wrap, publishedAttributes(name, given));
  } else {
    flush(reader);
    reader.at.children.push(RULE);
  }
  reader.at = { ...reader.at, isBlock: false };
}

/** A player stands by itself, whatever paragraph it was in; with a title it is a figure with a caption. */
function openPlayer(reader: Reader, name: string, given: FlowAttributes): void {
  flush(reader);
  const title = given[EMBED_MARK]?.trim() ?? "";
  if (title !== "" && !reader.at.isInFigure && reader.at.depth < MAX_BLOCK_DEPTH) {
    reader.at.children.push(titledPlayer(title, given["href"] ?? ""));
    // The sanitiser gave it its address as text: that goes to a list which nobody reads.
    reader.at = { ...reader.at, children: [], leafTag: "p", wrap: null, isBlock: true };
    return;
  }
  const wrap = enterInline(null, name, given);
  reader.at = { ...reader.at, leafTag: "p", wrap, isBlock: true };
}

function titledPlayer(title: string, href: string): Branch {
  const wrap: Wrap = { tag: "a", attributes: new Map([["href", href]]), parent: null, depth: 1 };
  const caption: Line = [{ wrap, text: title, image: null }];
  const leaf: Leaf = { kind: "leaf", tag: "p", attributes: NOTHING, lines: [caption], classes: [] };
  return branchOf("figure", [branchOf("figcaption", [leaf])]);
}

const branchOf = (tag: string, children: Flow[]): Branch => ({
  kind: "branch",
  tag,
  attributes: NOTHING,
  children,
});

function openBlock(reader: Reader, name: string, given: FlowAttributes): void {
  flush(reader);
  const isLeaf = LEAVES.has(name);
  if (isLeaf || TRANSPARENT.has(name)) {
    reader.noteId ??= given["id"] || null;
    reader.at = {
      ...reader.at,
      leafTag: isLeaf ? name : reader.at.leafTag,
      meaning: withMeaningOf(reader.at.meaning, given),
      isBlock: true,
    };
  } else reader.at = enterBranch(reader.at, name, given);
  if (!given["class"]) return;
  const classes = given["class"].split(/\s+/).filter((word) => word !== "");
  if (classes.length === 0) return;
  reader.at = { ...reader.at, classes: [...reader.at.classes, ...classes].slice(-32) };
}

function close(reader: Reader): void {
  if (reader.at.isBlock) flush(reader);
  else keepEmptyAnchor(reader);
  reader.at = reader.stack.pop() ?? reader.at;
}

/** An anchor without text marks the place where it stands: the paragraph gets its id. */
function keepEmptyAnchor(reader: Reader): void {
  const { wrap } = reader.at;
  const id = wrap?.attributes.get("id");
  if (id === undefined || reader.stack.at(-1)?.wrap === wrap) return;
  for (let at = lastLine(reader).at(-1)?.wrap ?? null; at; at = at.parent) if (at === wrap) return;
  reader.noteId ??= id;
}

/** Ends the paragraph that is being read. */
function flush(reader: Reader): void {
  const { children, leafTag: tag, classes, meaning } = reader.at;
  const { lines } = reader;
  const paragraphs = tag === "pre" ? preformatted(lines) : paragraphsOf(lines, tag !== "p");
  for (const paragraph of paragraphs) {
    const { noteId } = reader;
    const attributes = noteId === null ? meaning : new Map([...meaning, ["id", noteId]]);
    reader.noteId = null;
    children.push({ kind: "leaf", tag, attributes, lines: paragraph, classes });
  }
  reader.lines = [[]];
}

const lastLine = ({ lines }: Reader): Line => lines.at(-1) ?? [];

const RULE: Leaf = { kind: "leaf", tag: "hr", attributes: NOTHING, lines: [], classes: [] };

function enterBranch(at: Position, tag: string, given: FlowAttributes): Position {
  if (at.depth >= MAX_BLOCK_DEPTH) return { ...at, isBlock: true };
  const children: Flow[] = [];
  const attributes = new Map([...at.meaning, ...publishedAttributes(tag, given)]);
  const branch: Branch = { kind: "branch", tag, attributes, children };
  at.children.push(branch);
  const isInFigure = at.isInFigure || tag === "figure";
  const depth = at.depth + 1;
  return { ...at, children, leafTag: "p", meaning: NOTHING, isBlock: true, isInFigure, depth };
}

function enterInline(parent: Wrap | null, tag: string, given: FlowAttributes): Wrap | null {
  const depth = (parent?.depth ?? 0) + 1;
  if (depth > MAX_INLINE_DEPTH) return parent;
  const attributes = publishedAttributes(tag, given);
  const isPlain = tag === "a" || meaningOf(given).size === 0;
  // A span says nothing by itself, nor does an element within another of its kind.
  if (isPlain && (tag === "span" || isWithin(parent, tag))) return parent;
  return { tag, attributes, parent, depth };
}

function isWithin(parent: Wrap | null, tag: string): boolean {
  for (let wrap = parent; wrap; wrap = wrap.parent) if (wrap.tag === tag) return true;
  return false;
}

/** Language and direction; an id is none that the blocks inside have, too. */
function withMeaningOf(around: Attributes, given: FlowAttributes): Attributes {
  const { lang, dir } = given;
  if (!lang && !dir) return around;
  return new Map([
    ...around,
    ...(lang ? [["lang", lang] as const] : []),
    ...(dir ? [["dir", dir] as const] : []),
  ]);
}

const meaningOf = (given: FlowAttributes): Attributes =>
  new Map(MEANING_ATTRIBUTES.flatMap((name) => (given[name] ? [[name, given[name]]] : [])));

/** A second check after the sanitiser: only names on the list, only values that are not empty. */
function publishedAttributes(tag: string, given: FlowAttributes): Attributes {
  const attributes = new Map<string, string>();
  const meaning = tag === "img" ? [] : MEANING_ATTRIBUTES;
  for (const name of [...(PUBLISHED_ATTRIBUTES.get(tag) ?? []), ...meaning]) {
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
