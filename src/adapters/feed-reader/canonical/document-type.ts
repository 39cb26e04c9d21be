import { decodeReferences } from "../../markup/xml-events.ts";

/** Text of a document without its DOCTYPE, and the harmless entities that the DOCTYPE declared. */
export type Prolog = {
  readonly body: string;
  readonly entities: ReadonlyMap<string, string>;
};

/** A declaration beyond these bounds is dropped: its references stay as they were written. */
const MAX_ENTITIES = 200;
const MAX_ENTITY_LENGTH = 1_000;
const MAX_SUBSET_LENGTH = 200_000;

/**
 * Cuts the document type declaration out, because the tokenizer would end it at the first `>` of
 * its internal subset. Only internal entities of plain text count; nothing external is looked at.
 */
export function readProlog(text: string): Prolog {
  const start = doctypeStart(text);
  if (start < 0) return { body: text, entities: NO_ENTITIES };
  const end = doctypeEnd(text, start);
  const entities = readEntities(text.slice(start, Math.min(end, start + MAX_SUBSET_LENGTH)));
  return { body: text.slice(0, start) + text.slice(end), entities };
}

const NO_ENTITIES: ReadonlyMap<string, string> = new Map();

/** Only white space, comments and instructions may stand before it. */
function doctypeStart(text: string): number {
  let at = 0;
  for (;;) {
    const open = text.indexOf("<", at);
    if (open < 0) return -1;
    if (/^<!doctype\s/i.test(text.slice(open, open + 10))) return open;
    const end = miscEnd(text, open);
    if (end < 0) return -1;
    at = end;
  }
}

function miscEnd(text: string, open: number): number {
  const isComment = text.startsWith("<!--", open);
  if (!isComment && !text.startsWith("<?", open)) return -1;
  const mark = isComment ? "-->" : "?>";
  const end = text.indexOf(mark, open + 2);
  return end < 0 ? -1 : end + mark.length;
}

/** Behind the `]>` of an internal subset, else behind the first `>`. */
function doctypeEnd(text: string, start: number): number {
  const close = text.indexOf(">", start);
  if (close < 0) return text.length;
  const open = text.indexOf("[", start);
  if (open < 0 || open > close) return close + 1;
  const end = /\]\s*>/g;
  end.lastIndex = open;
  return end.exec(text) ? end.lastIndex : close + 1;
}

function readEntities(subset: string): ReadonlyMap<string, string> {
  const entities = new Map<string, string>();
  const declarations = subset.matchAll(
    /<!ENTITY\s{1,50}([\w.-]{1,64})\s{1,50}(?:"([^"<]*)"|'([^'<]*)')\s*>/g,
  );
  for (const [, name = "", double, single] of declarations) {
    const value = decodeReferences(double ?? single ?? "");
    const isPlain = !value.includes("&") && !value.includes("<") && !value.includes("%");
    if (!isPlain || value.length > MAX_ENTITY_LENGTH) continue;
    if (entities.size >= MAX_ENTITIES) break;
    if (!entities.has(name)) entities.set(name, value);
  }
  return entities;
}

/** How much text all uses of declared entities may add to one document. */
const MAX_EXPANSION = 1_000_000;

/** Decodes references, those of the document's own entities until their budget is used up. */
export function createDecoder(entities: ReadonlyMap<string, string>): (raw: string) => string {
  if (entities.size === 0) return decodeReferences;
  let budget = MAX_EXPANSION;
  const expand = (reference: string, name: string): string => {
    const value = entities.get(name);
    if (value === undefined || value.length > budget) return reference;
    budget -= value.length;
    return value;
  };
  return (raw) =>
    raw.includes("&") ? decodeReferences(raw.replace(/&([\w.-]{1,64});/g, expand)) : raw;
}
