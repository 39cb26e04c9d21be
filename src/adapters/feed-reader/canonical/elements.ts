import { readDate } from "../read-date.ts";
import { absoluteUrl } from "../resolve-urls.ts";
import { createCapture } from "./capture.ts";
import { resolveItem } from "./item-addresses.ts";
import { type CanonicalNode, NO_ATTRIBUTES } from "./node.ts";
import { datesOfNode } from "./node-dates.ts";
import {
  createNode,
  type Frame,
  type OpenTag,
  popFrame,
  pushFrame,
  type TreeState,
  warn,
} from "./tree-state.ts";
import { ADDRESS_ATTRIBUTES, type ElementSpec, elementKey, SPECS } from "./vocabulary.ts";

/** Most elements that are kept of an item, at all levels together, and of a feed; further ones are dropped. */
const MAX_ELEMENTS = 2_000;

/** Opens an element in the place where it stands. */
export function openElement(state: TreeState, tag: OpenTag, isSelfClosing: boolean): void {
  if (state.capture && !endsItem(tag)) {
    openMarkup(state, tag, isSelfClosing);
    return;
  }
  if (startsItem(state, tag)) openItem(state, tag);
  else openKnown(state, tag);
  if (isSelfClosing) closeTop(state);
}

/** Elements inside captured content lose their prefix: they are HTML or will be sanitised away. */
function openMarkup(state: TreeState, tag: OpenTag, isSelfClosing: boolean): void {
  const { attributes } = tag;
  const name = tag.qualified.local;
  const base = baseInside(state, tag);
  if (state.capture?.open({ name, attributes, base, isSelfClosing }) == null) return;
  push(state, tag, { role: "markup", node: null });
}

function push(
  state: TreeState,
  { name, scope, base, hasOwnBase, language }: OpenTag,
  rest: Pick<Frame, "role" | "node"> & { readonly capture?: Frame["capture"] },
): void {
  const capture = rest.capture ?? null;
  const { role, node } = rest;
  pushFrame(state, { name, scope, base, hasOwnBase, language, role, node, capture });
}

const ITEM_NAMES = new Set(["item", "entry"]);

/** Whether an element is an `item` or `entry` of RSS or Atom. Some publishers put the one into the other's feed. */
const isItem = ({ qualified: { vocabulary, local } }: OpenTag): boolean =>
  (vocabulary === "rss" || vocabulary === "atom") && ITEM_NAMES.has(local);

/** RSS items do not nest: an item that begins inside another shows that the other was not closed. */
const endsItem = (tag: OpenTag): boolean => isItem(tag) && tag.qualified.local === "item";

/** Outside a feed only an Atom entry can stand: an `item` of no namespace may be anything. */
function startsItem(state: TreeState, tag: OpenTag): boolean {
  if (state.format === null && tag.qualified.vocabulary === "rss") return false;
  const isOutside = state.item === null || state.stack.at(-1)?.role === "item";
  return endsItem(tag) || (isItem(tag) && isOutside);
}

function openItem(state: TreeState, tag: OpenTag): void {
  while (state.item) closeTop(state);
  if (state.format === null) {
    state.format = tag.qualified.local === "item" ? "rss" : "atom";
    state.dialect = state.format;
  }
  state.isFeed = true;
  state.elementCount = 0;
  const attributes = new Map([["xml:lang", tag.language ?? ""]]);
  const about = tag.attributes.get("rdf:about");
  if (about !== undefined) attributes.set("rdf:about", about);
  state.item = { ...createNode("item", attributes), fault: null };
  const base = tag.base ?? state.fallbackBase;
  push(state, { ...tag, base }, { role: "item", node: state.item });
}

function openKnown(state: TreeState, tag: OpenTag): void {
  const parent = state.stack.at(-1);
  const role = parent?.role ?? "outside";
  if (role === "outside") openOutside(state, tag);
  else if (role === "channel" && isContainer(tag)) begin(state, tag, "rss");
  else if (role === "skip") push(state, tag, { role: "skip", node: null });
  else openChild(state, tag, parent?.node ?? null);
}

const isContainer = ({ qualified: { vocabulary, local } }: OpenTag): boolean =>
  (vocabulary === "rss" && local === "channel") || (vocabulary === "rss" && local === "items");

/** Before the feed begins: looks for the elements that begin one. */
function openOutside(state: TreeState, tag: OpenTag): void {
  const format = formatOf(tag);
  if (isPage(tag)) state.isPage = true;
  if (format) begin(state, tag, format);
  else push(state, tag, { role: "outside", node: null });
}

const isPage = ({ qualified: { vocabulary, local } }: OpenTag): boolean =>
  local === "html" && (vocabulary === "rss" || vocabulary === "xhtml");

type ElementFormat = "rss" | "rdf" | "atom";

/** The format that an element begins, if it begins one. The root of RSS 1.1 is a channel with `rdf:about`. */
function formatOf({ qualified: { vocabulary, local }, attributes }: OpenTag): ElementFormat | null {
  if (vocabulary === "rdf") return local === "rdf" ? "rdf" : null;
  if (vocabulary !== "rss" && vocabulary !== "atom") return null;
  if (local === "feed") return "atom";
  if (local === "channel" && attributes.has("rdf:about")) return "rdf";
  return local === "rss" || local === "channel" ? "rss" : null;
}

function begin(state: TreeState, tag: OpenTag, format: ElementFormat): void {
  if (state.format === null) {
    state.format = format;
    state.dialect = format === "atom" ? "atom" : "rss";
  }
  if (tag.qualified.local !== "rdf" || declaresRss(tag)) state.isFeed = true;
  state.language ??= tag.language;
  push(state, tag, { role: "channel", node: state.channel });
}

const declaresRss = ({ scope }: OpenTag): boolean =>
  [...(scope?.declared.values() ?? [])].includes("rss");

function openChild(state: TreeState, tag: OpenTag, parent: CanonicalNode | null): void {
  const top = state.stack.at(-1);
  const spec = SPECS.get(elementKey(tag.qualified, state.dialect));
  const isLeaf = top?.role === "inner" || (top?.role === "element" && !isStruct(top.node));
  if (isLeaf || (top?.role === "element" && !spec)) {
    push(state, tag, { role: isLeaf ? "inner" : "skip", node: isLeaf ? parent : null });
    return;
  }
  if (!spec || !parent || isFull(state, parent)) push(state, tag, { role: "skip", node: null });
  else openSpecified(state, tag, { spec, parent });
}

function isFull(state: TreeState, parent: CanonicalNode): boolean {
  if (state.elementCount < MAX_ELEMENTS && parent.children.length < MAX_ELEMENTS) return false;
  if (state.elementCount === MAX_ELEMENTS) {
    const holder = state.item ? `item ${state.itemCount + 1}` : "the feed";
    warn(
      state,
      "elements-dropped",
      `only the first ${MAX_ELEMENTS} elements of ${holder} were read`,
    );
  }
  state.elementCount += 1;
  return true;
}

const isStruct = (node: CanonicalNode | null): boolean =>
  node !== null && SPECS.get(node.key)?.kind === "struct";

function openSpecified(
  state: TreeState,
  tag: OpenTag,
  { spec, parent }: { readonly spec: ElementSpec; readonly parent: CanonicalNode },
): void {
  const key = elementKey(tag.qualified, state.dialect);
  const base = isLink(key) ? tag.base : baseInside(state, tag);
  const node = createNode(key, keptAttributes(tag, spec, base));
  parent.children.push(node);
  state.elementCount += 1;
  const capture =
    spec.kind === "markup" ? createCapture({ key, attributes: tag.attributes, base }) : null;
  if (capture) state.capture = capture;
  push(state, tag, { role: "element", node, capture });
}

/**
 * The base of addresses inside an element. `null` in an RSS item: they are resolved when the item is complete, because
 * the link that they are relative to may come later.
 */
const baseInside = ({ dialect, item }: TreeState, { base, hasOwnBase }: OpenTag): string | null =>
  dialect === "rss" && item !== null && !hasOwnBase ? null : base;

const isLink = (key: string): boolean =>
  key === "rss:link" || key === "atom:link" || key === "rss:source";

function keptAttributes(
  { attributes }: OpenTag,
  spec: ElementSpec,
  base: string | null,
): ReadonlyMap<string, string> {
  if (spec.attributes.length === 0 || attributes.size === 0) return NO_ATTRIBUTES;
  const kept = new Map<string, string>();
  for (const name of spec.attributes) {
    const value = attributes.get(name);
    if (value === undefined) continue;
    kept.set(name, ADDRESS_ATTRIBUTES.has(name) ? absoluteUrl(value, base) : value.trim());
  }
  return kept;
}

/** Closes the innermost element, whose content is complete now. */
export function closeTop(state: TreeState): void {
  const frame = popFrame(state);
  if (!frame) return;
  if (frame.role === "markup") state.capture?.close(frame.name.slice(frame.name.indexOf(":") + 1));
  if (frame.role === "item") closeItem(state, frame.base);
  if (frame.role === "element" && frame.node) closeElement(state, frame, frame.node);
}

function closeItem(state: TreeState, base: string | null): void {
  const { item } = state;
  state.item = null;
  state.elementCount = 0;
  if (!item) return;
  state.itemCount += 1;
  if (item.fault !== null) {
    warn(state, "item-dropped", `item ${state.itemCount}: ${item.fault}`);
  } else {
    if (state.dialect === "rss") resolveItem(item, base);
    const { publishedAt, updatedAt } = datesOfNode(item, state.dialect);
    state.items.add(item, publishedAt ?? updatedAt);
  }
}

/** Longest title or name, in characters: longer ones are mistakes or attacks. */
const MAX_TEXT_LENGTH = 20_000;

/** Elements whose text is an address. */
const ADDRESSES = new Set(["rss:link", "rss:comments", "rss:url", "atom:uri", "atom:link"]);

/** FeedBurner's element also holds remarks ("not an URI"). */
const isAddress = (key: string, text: string): boolean =>
  ADDRESSES.has(key) || (key === "feedburner:origlink" && /^\S*[./]\S*$/.test(text));

function closeElement(state: TreeState, frame: Frame, node: CanonicalNode): void {
  if (frame.capture) {
    const html = frame.capture.html(state.dialect);
    node.value = node.key.endsWith(":title") ? html.slice(0, MAX_TEXT_LENGTH) : html;
    state.capture = null;
  } else if (SPECS.get(node.key)?.kind === "date") {
    node.value = canonicalDate(state, node);
  } else {
    const text = node.value.trim();
    // An address is not cut, because it would lead elsewhere: boundItems drops addresses that are too long.
    node.value =
      text !== "" && isAddress(node.key, text)
        ? absoluteUrl(text, frame.base)
        : text.slice(0, MAX_TEXT_LENGTH);
    if (node.key === "atom:link") moveAddress(node);
  }
  if (state.fallbackBase === null && !state.item) state.fallbackBase = linkOf(node);
}

/** Some publishers write the address into Atom's link as in RSS. Moves it to `href`, where rss-parser needs it. */
function moveAddress(node: CanonicalNode): void {
  if (node.value !== "" && !node.attributes.has("href")) {
    node.attributes = new Map([...node.attributes, ["href", node.value]]);
  }
  node.value = "";
}

function canonicalDate(state: TreeState, node: CanonicalNode): string {
  const text = node.value.trim();
  const at = readDate(text);
  if (at !== null) return new Date(at).toISOString();
  if (text !== "") warn(state, "unreadable-date", `${node.key}: ${text.slice(0, 60)}`);
  return "";
}

function linkOf(node: CanonicalNode): string | null {
  if (node.key !== "rss:link" && node.key !== "atom:link") return null;
  const address = node.attributes.get("href") ?? node.value;
  return /^https?:\/\//i.test(address) ? address : null;
}
