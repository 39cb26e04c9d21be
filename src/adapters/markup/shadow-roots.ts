import { eachTag, type Tag } from "./tags.ts";

/*
 * Declarative shadow roots (HTML standard §4.12.3, `<template shadowrootmode>`). A browser shows the template's content
 * in place of the element's children, and puts the children into the template's slots (DOM standard §4.2.2); a child
 * without a slot is not shown. The readers that follow know nothing of shadow roots, so they get the markup as it is
 * shown.
 */

/**
 * Puts the content of each declarative shadow root in its place. Linear; markup that is nested too deep stays as it is.
 */
export function composeShadowRoots(html: string): string {
  if (!CANDIDATE.test(html)) return html;
  const document = elementOf({ name: "", source: "", attributes: NO_ATTRIBUTES }, null);
  const stack: OpenHost[] = [document];
  let from = 0;
  let isTooDeep = false;
  eachTag(
    html,
    () => true,
    (tag) => {
      if (isTooDeep) return;
      addText(stack, html.slice(from, tag.start));
      from = tag.end;
      const source = html.slice(tag.start, tag.end);
      if (tag.isEnd) close(stack, tag.name, source);
      else open(stack, { ...tag, source });
      isTooDeep = stack.length > MAX_DEPTH;
    },
  );
  if (isTooDeep) return html;
  addText(stack, html.slice(from));
  while (stack.length > 1) finish(stack);
  return written(piecesOf(document));
}

const CANDIDATE = /<template\s[^>]{0,2000}shadowrootmode/i;
const NO_ATTRIBUTES: ReadonlyMap<string, string> = new Map();

/** Deepest nesting that is composed; the guard flattens deeper markup (guardMarkup). */
const MAX_DEPTH = 256;

/** Markup; a slot, whose content is known when its host ends; or a list of both. */
type ShownMarkup = string | Slot | readonly ShownMarkup[];
type Slot = { content: readonly ShownMarkup[] };

/** A child and the slot that it goes into if its parent has a shadow root; "" is the slot without a name. */
type Part = { readonly slot: string; readonly piece: ShownMarkup };

type RootTag = Pick<Tag, "name" | "attributes"> & { readonly source: string };

type OpenHost = RootTag & {
  readonly parts: Part[];
  /** The shadow root that the element stands in. */
  readonly root: OpenHost | null;
  /** Of a shadow root: its first slot of each name; `null` for any other element. */
  readonly slots: Map<string, Slot> | null;
  shadow: OpenHost | null;
};

function elementOf(tag: RootTag, parent: OpenHost | null): OpenHost {
  const isRoot = parent !== null && isShadowRoot(tag) && mayHost(parent);
  const root = parent?.slots ? parent : (parent?.root ?? null);
  return { ...tag, parts: [], root, slots: isRoot ? new Map() : null, shadow: null };
}

const isShadowRoot = ({ name, attributes }: RootTag): boolean =>
  name === "template" && /^(?:open|closed)$/i.test(attributes.get("shadowrootmode") ?? "");

/** DOM standard §4.8: these elements and custom elements may have one shadow root. */
const mayHost = ({ name, shadow }: OpenHost): boolean =>
  shadow === null && (HOSTS.has(name) || /^[a-z][^/\s>]*-/.test(name));

const HOSTS = new Set(
  "article aside blockquote body div footer h1 h2 h3 h4 h5 h6 header main nav p section span".split(
    " ",
  ),
);

function open(stack: OpenHost[], tag: RootTag): void {
  if (SELF_ENDING.has(tag.name) && stack.at(-1)?.name === tag.name) finish(stack);
  const parent = stack.at(-1) ?? null;
  if (VOID.has(tag.name)) parent?.parts.push({ slot: slotOf(tag), piece: tag.source });
  else stack.push(elementOf(tag, parent));
}

/** Elements that end when the next one of their kind begins. */
const SELF_ENDING = new Set("p li dt dd td th tr option".split(" "));
const VOID = new Set(
  "area base br col embed hr img input link meta param source track wbr".split(" "),
);

const slotOf = ({ attributes }: RootTag): string => attributes.get("slot") ?? "";

/** Ends the nearest open element of a name and all open elements in it, but none outside the current template. */
function close(stack: OpenHost[], name: string, endTag: string): void {
  const border = name === "template" ? 0 : stack.findLastIndex((open) => open.name === "template");
  const at = stack.findLastIndex((open) => open.name === name);
  if (at <= 0 || at < border) return;
  while (stack.length > at + 1) finish(stack);
  finish(stack, endTag);
}

function finish(stack: OpenHost[], endTag?: string): void {
  const element = stack.pop();
  const parent = stack.at(-1);
  if (element === undefined || parent === undefined) return;
  if (element.slots !== null) {
    parent.shadow = element;
    return;
  }
  const { name, root, source } = element;
  const content = piecesOf(element);
  if (name === "slot" && root !== null) {
    const slot: Slot = { content };
    const slotName = element.attributes.get("name") ?? "";
    if (!root.slots?.has(slotName)) root.slots?.set(slotName, slot);
    parent.parts.push({ slot: slotOf(element), piece: slot });
  } else
    parent.parts.push({
      slot: slotOf(element),
      piece: [source, content, endTag ?? `</${name}>`],
    });
}

/**
 * What is shown in an element: its children, or its shadow root with the children in the slots. A slot without children
 * shows its own content.
 */
function piecesOf({ parts, shadow }: OpenHost): readonly ShownMarkup[] {
  if (shadow === null) return parts.map(({ piece }) => piece);
  const bySlot = Map.groupBy(parts, ({ slot }) => slot);
  for (const [name, slot] of shadow.slots ?? [])
    slot.content = bySlot.get(name)?.map(({ piece }) => piece) ?? slot.content;
  return shadow.parts.map(({ piece }) => piece);
}

function addText(stack: readonly OpenHost[], text: string): void {
  if (text !== "") stack.at(-1)?.parts.push({ slot: "", piece: text });
}

function written(pieces: readonly ShownMarkup[]): string {
  const texts: string[] = [];
  const waiting: ShownMarkup[] = [pieces];
  for (let piece = waiting.pop(); piece !== undefined; piece = waiting.pop()) {
    if (typeof piece === "string") texts.push(piece);
    else
      for (const inner of ("content" in piece ? piece.content : piece).toReversed())
        waiting.push(inner);
  }
  return texts.join("");
}
