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
  const reader = createReader();
  const parser = new Parser({
    onopentag: (name, attributes) => reader.open(name, attributes),
    ontext: (text) => reader.text(text),
    onclosetag: () => reader.close(),
  });
  parser.write(markup);
  parser.end();
  return reader.end();
}

/** What changes at a start tag and comes back at its end tag. */
type State = {
  readonly children: Flow[];
  readonly leafTag: string;
  readonly wrap: Wrap | null;
  readonly classes: readonly string[];
  readonly isBlock: boolean;
  /** Branches around. */
  readonly depth: number;
};

const VOID = new Set(["br", "img", "hr"]);
const INLINE = new Set(INLINE_TAGS);
const LEAVES = new Set(["h2", "h3", "h4", "h5", "h6", "pre"]);
/** Blocks that only end one paragraph and begin another. */
const TRANSPARENT = new Set(["p", "div"]);
/** Lists in lists, quotes in quotes: deeper ones lose their element, not their text. */
const MAX_BLOCK_DEPTH = 24;
/** Deeper inline nesting says nothing more. */
const MAX_INLINE_DEPTH = 12;

function createReader() {
  const root: Flow[] = [];
  const stack: State[] = [];
  let state: State = {
    children: root,
    leafTag: "p",
    wrap: null,
    classes: [],
    isBlock: true,
    depth: 0,
  };
  let lines: Line[] = [[]];

  const flush = (): void => {
    const { leafTag: tag, classes } = state;
    const paragraphs = tag === "pre" ? preformatted(lines) : paragraphsOf(lines, tag !== "p");
    for (const paragraph of paragraphs) {
      state.children.push({ kind: "leaf", tag, lines: paragraph, classes });
    }
    lines = [[]];
  };
  const line = (): Line => lines.at(-1) ?? [];

  const openVoid = (name: string, given: Record<string, string>): void => {
    if (name === "br") lines.push([]);
    else if (name === "img") pushImage(line(), state.wrap, publishedAttributes(name, given));
    else {
      flush();
      state.children.push(RULE);
    }
    state = { ...state, isBlock: false };
  };
  const openBlock = (name: string, given: Record<string, string>): void => {
    flush();
    if (LEAVES.has(name)) state = { ...state, leafTag: name, isBlock: true };
    else if (TRANSPARENT.has(name)) state = { ...state, isBlock: true };
    else state = enterBranch(state, name, given);
    const classes = (given["class"] ?? "").split(/\s+/).filter((word) => word !== "");
    if (classes.length > 0)
      state = { ...state, classes: [...state.classes, ...classes].slice(-32) };
  };

  return {
    open(name: string, given: Record<string, string>): void {
      stack.push(state);
      if (VOID.has(name)) openVoid(name, given);
      else if (EMBED_MARK in given) {
        // A player stands by itself, whatever paragraph it was in.
        flush();
        state = { ...state, leafTag: "p", wrap: enterInline(null, name, given), isBlock: true };
      } else if (INLINE.has(name)) {
        state = { ...state, wrap: enterInline(state.wrap, name, given), isBlock: false };
      } else openBlock(name, given);
    },
    text(text: string): void {
      pushText(line(), state.wrap, text);
    },
    close(): void {
      if (state.isBlock) flush();
      state = stack.pop() ?? state;
    },
    end(): Flow[] {
      flush();
      return arrange(root, "root");
    },
  };
}

const RULE: Leaf = { kind: "leaf", tag: "hr", lines: [], classes: [] };

function enterBranch(state: State, tag: string, given: Record<string, string>): State {
  if (state.depth >= MAX_BLOCK_DEPTH) return { ...state, isBlock: true };
  const children: Flow[] = [];
  const attributes = publishedAttributes(tag, given);
  const branch: Branch = { kind: "branch", tag, attributes, children };
  state.children.push(branch);
  return { ...state, children, leafTag: "p", isBlock: true, depth: state.depth + 1 };
}

function enterInline(parent: Wrap | null, tag: string, given: Record<string, string>): Wrap | null {
  const depth = (parent?.depth ?? 0) + 1;
  if (depth > MAX_INLINE_DEPTH) return parent;
  for (let wrap = parent; wrap; wrap = wrap.parent) if (wrap.tag === tag) return parent;
  return { tag, attributes: publishedAttributes(tag, given), parent, depth };
}

/** A second gate behind the sanitiser's: names on the list, values that are not empty. */
function publishedAttributes(tag: string, given: Record<string, string>): Attributes {
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
