import type { ReadWarning } from "../../../core/sources/feed.ts";
import { type RawAttribute, readMarkup } from "../../markup/xml-events.ts";
import { absoluteUrl } from "../resolve-urls.ts";
import { tooManyItems } from "../too-many-items.ts";
import { createDecoder, readProlog } from "./document-type.ts";
import { closeTop, openElement } from "./elements.ts";
import { declareNamespaces, qualify, type Scope } from "./namespaces.ts";
import { type FeedTree, NO_ATTRIBUTES } from "./node.ts";
import { createState, type TreeState, warn } from "./tree-state.ts";

/** Deepest nesting. Deeper elements are dropped, and so is the item that holds them. */
const MAX_DEPTH = 256;
const MAX_ATTRIBUTES = 200;

export type TreeOptions = { readonly url: string | null; readonly maxItems: number };

export type BuiltTree = {
  /** `null` when nothing in the document is a feed. */
  readonly tree: FeedTree | null;
  readonly warnings: readonly ReadWarning[];
};

/** Reads RSS, RDF or Atom in any of their dialects and mistakes into one tree of known elements. */
export function buildTree(text: string, options: TreeOptions): BuiltTree {
  const { body, entities } = readProlog(text);
  const decode = createDecoder(entities);
  const state = createState(options.maxItems);
  readMarkup(
    body,
    {
      onOpen: (name, attributes, isSelfClosing) =>
        open(state, { name, attributes, isSelfClosing, decode, url: options.url }),
      onClose: (name) => close(state, name.trim().toLowerCase()),
      onText: (raw) => addText(state, raw, decode),
      onCdata: (text) => addText(state, text, (raw) => raw),
    },
    { dialect: "xml", maxAttributes: MAX_ATTRIBUTES },
  );
  return { tree: finish(state), warnings: state.warnings };
}

type TagEvent = {
  readonly name: string;
  readonly attributes: readonly RawAttribute[];
  readonly isSelfClosing: boolean;
  readonly decode: (raw: string) => string;
  readonly url: string | null;
};

function open(state: TreeState, event: TagEvent): void {
  if (state.isPage) return;
  if (state.overflow > 0 || state.stack.length >= MAX_DEPTH) {
    overflow(state, event);
    return;
  }
  const name = event.name.toLowerCase();
  const parent = state.stack.at(-1);
  const written = readAttributes(event);
  const scope = declareNamespaces(parent?.scope ?? null, written);
  const attributes = qualifyAttributes(written, scope);
  const base = baseOf(attributes, parent?.base ?? event.url);
  const hasOwnBase = (parent?.hasOwnBase ?? false) || attributes.has("xml:base");
  const language = attributes.get("xml:lang") ?? parent?.language ?? null;
  const qualified = qualify(name, scope);
  const place = { scope, base, hasOwnBase, language };
  openElement(state, { name, qualified, attributes, ...place }, event.isSelfClosing);
}

function overflow(state: TreeState, event: TagEvent): void {
  if (!event.isSelfClosing) state.overflow += 1;
  if (state.item) state.item.fault = `elements are nested deeper than ${MAX_DEPTH}`;
}

function readAttributes({ attributes, decode }: TagEvent): ReadonlyMap<string, string> {
  if (attributes.length === 0) return NO_ATTRIBUTES;
  const read = new Map<string, string>();
  for (const { name, value } of attributes) {
    const lower = name.toLowerCase();
    if (!read.has(lower)) read.set(lower, decode(value));
  }
  return read;
}

/** Gives attributes with a prefix the fixed prefix of their vocabulary. */
function qualifyAttributes(
  attributes: ReadonlyMap<string, string>,
  scope: Scope | null,
): ReadonlyMap<string, string> {
  if (![...attributes.keys()].some((name) => name.includes(":"))) return attributes;
  return new Map([...attributes].map(([name, value]) => [qualifiedAttribute(name, scope), value]));
}

function qualifiedAttribute(name: string, scope: Scope | null): string {
  if (!name.includes(":") || name.startsWith("xmlns")) return name;
  const { vocabulary, local } = qualify(name, scope);
  return vocabulary === "other" ? name : `${vocabulary}:${local}`;
}

function baseOf(attributes: ReadonlyMap<string, string>, inherited: string | null): string | null {
  const own = attributes.get("xml:base");
  if (own === undefined) return inherited;
  const resolved = absoluteUrl(own, inherited);
  return URL.canParse(resolved) ? resolved : inherited;
}

/**
 * An end tag closes the nearest element of its name and all inside it. An end tag without such an element is ignored.
 */
function close(state: TreeState, name: string): void {
  if (state.overflow > 0 && !isStructural(state, name)) {
    state.overflow -= 1;
    return;
  }
  if (!state.openNames.has(name)) return;
  const depth = state.stack.findLastIndex((frame) => frame.name === name);
  state.overflow = 0;
  while (state.stack.length > depth) closeTop(state);
}

/** The end of an item or of the feed counts even inside elements that were not kept. */
const isStructural = ({ stack, openNames }: TreeState, name: string): boolean =>
  openNames.has(name) &&
  stack.some(({ role, name: open }) => open === name && (role === "item" || role === "channel"));

function addText(state: TreeState, raw: string, decode: (raw: string) => string): void {
  if (state.overflow > 0) return;
  if (state.capture) {
    state.capture.text(decode(raw));
    return;
  }
  const frame = state.stack.at(-1);
  if (frame?.node && (frame.role === "element" || frame.role === "inner")) {
    frame.node.value += decode(raw);
  }
}

/** Elements that are open at the end were cut off: the item under way is lost, the others are complete. */
function finish(state: TreeState): FeedTree | null {
  if (state.format === null || !state.isFeed || state.isPage) return null;
  const isTruncated = state.stack.some(({ role }) => role === "channel" || role === "item");
  if (isTruncated) warn(state, "truncated", "the document ends before its last element does");
  if (state.item) warn(state, "item-dropped", `item ${state.itemCount + 1} is cut off`);
  state.item = null;
  while (state.stack.length > 0) closeTop(state);
  const { format, dialect, channel, language } = state;
  return { format, dialect, channel, items: keptItems(state), language, isTruncated };
}

/** The number of items left out is the first warning, because the list of warnings is bounded. */
function keptItems({ items, warnings }: TreeState): FeedTree["items"] {
  const [kept, leftOut] = [items.items(), items.leftOut()];
  if (leftOut > 0) warnings.unshift(tooManyItems(leftOut, kept.length));
  return kept;
}
