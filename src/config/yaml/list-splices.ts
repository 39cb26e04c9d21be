import { isDeepStrictEqual } from "node:util";
import {
  type CST,
  type Document,
  isMap,
  isNode,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  type Scalar,
  stringify,
  type YAMLMap,
  type YAMLSeq,
} from "yaml";
import type { ConfigurationEdit, EntryValues } from "../../core/settings/configuration-edit.ts";
import { insertion, type Splice } from "./splices.ts";

/** Entries at the end of a list, in the style of the list; the list itself where there is none. */
export function addedEntries(
  { text, document }: { readonly text: string; readonly document: Document.Parsed },
  { list: name, entries }: Extract<ConfigurationEdit, { kind: "add" }>,
): readonly Splice[] {
  const root = document.contents;
  if (root === null) return [appended(text, blockList(name, entries))];
  if (!isMap(root)) return [];
  const pair = root.items.find(({ key }) => isScalar(key) && key.value === name);
  if (root.flow === true) return addedInFlow(text, { root, list: pair?.value, name, entries });
  if (pair === undefined) return [appended(text, blockList(name, entries))];
  const list = pair.value;
  if (isSeq(list) && !isBlank(text, list)) return addedToList(text, list, entries);
  const isEmpty = isSeq(list) || (isScalar(list) && list.value === null);
  return isEmpty && isNode(pair.key)
    ? below(text, [pair.key, list], blockItems(entries, "  "))
    : [];
}

/** Lines in place of a value; a comment behind it stays on its line. */
function below(
  text: string,
  [key, value]: readonly [Node, Node],
  block: string,
): readonly Splice[] {
  const [from, to] = rangeOf(value);
  const line = `\n${block.trimEnd()}`;
  // No value at all may stand anywhere behind the colon.
  if (from === to) return [insertion(lineEnd(text, rangeOf(key)[1]), line)];
  const colon = text.slice(0, from).trimEnd().length;
  return [{ from: colon, to, text: "" }, insertion(lineEnd(text, to), line)];
}

type FlowAddition = {
  readonly root: YAMLMap;
  readonly list: unknown;
  readonly name: string;
  readonly entries: readonly EntryValues[];
};

function addedInFlow(text: string, { root, list, name, entries }: FlowAddition): readonly Splice[] {
  if (isSeq(list)) return addedToList(text, list, entries);
  if (list !== undefined && list !== null) return [];
  const pair = `${JSON.stringify(name)}: ${JSON.stringify(entries)}`;
  return [insertedInFlow(text, root, root.items.length > 0, pair)];
}

function addedToList(
  text: string,
  list: YAMLSeq,
  entries: readonly EntryValues[],
): readonly Splice[] {
  if (list.flow === true) {
    const flow = entries.map((entry) => JSON.stringify(entry)).join(", ");
    return [insertedInFlow(text, list, list.items.length > 0, flow)];
  }
  const last = list.items.at(-1);
  if (!isNode(last)) return [];
  const [, end] = rangeOf(last);
  return [belowLine(text, end, blockItems(entries, indentOf(text, list)))];
}

const NOTHING = insertion(0, "");

/** Before the closing bracket. */
function insertedInFlow(text: string, node: Node, isMore: boolean, put: string): Splice {
  const [, end] = rangeOf(node);
  const inside = text.slice(0, end - 1);
  const at = inside.trimEnd().length;
  const isAfterComma = text[at - 1] === ",";
  return insertion(at, `${isMore && !isAfterComma ? "," : ""}${isMore ? " " : ""}${put}`);
}

/** Takes an entry out: its lines, or in flow style its text with one comma. */
export function removedEntry(
  text: string,
  { list, index }: { readonly list: YAMLSeq; readonly index: number },
): Splice {
  const nodes = list.items.filter(isNode);
  const [from, to] = rangeOf(nodes[index]);
  const next = nodes[index + 1];
  const before = nodes[index - 1];
  if (list.flow === true) {
    if (next !== undefined) return { from, to: rangeOf(next)[0], text: "" };
    return { from: before === undefined ? from : rangeOf(before)[1], to, text: "" };
  }
  const start = lineStart(text, dashOf(list, index));
  const isOnly = nodes.length === 1;
  return {
    from: start,
    to: belowLine(text, to, "").from,
    text: isOnly ? `${indentOf(text, list)}[]\n` : "",
  };
}

/** Sets one key of an entry; one that says so already stays as it is spelt. */
export function changedEntry(
  text: string,
  entry: YAMLMap,
  [key, value]: readonly [string, unknown],
): Splice {
  const present = entry.items.find((pair) => isScalar(pair.key) && pair.key.value === key);
  if (value === null) return removedKey(text, entry, present);
  if (isNode(present?.value) && isDeepStrictEqual(present.value.toJSON(), value)) return NOTHING;
  const isFlow = entry.flow === true;
  const put = isFlow ? JSON.stringify(value) : spelt(value);
  if (isNode(present?.value)) return replacing(present.value, put, text);
  const name = isFlow && isQuoted(text, entry) ? JSON.stringify(key) : key;
  const pair = `${name}: ${put}`;
  if (isFlow) return insertedInFlow(text, entry, entry.items.length > 0, pair);
  const [first] = entry.items;
  const column = isNode(first?.key) ? columnOf(text, rangeOf(first.key)[0]) : 0;
  return belowLine(text, rangeOf(entry)[1], `${" ".repeat(column)}${pair}\n`);
}

/** Whether the keys of an entry are quoted, as in JSON. */
function isQuoted(text: string, { items: [first] }: YAMLMap): boolean {
  return isNode(first?.key) && text[rangeOf(first.key)[0]] === '"';
}

/** Takes a key out of an entry: its lines, or in flow style its text with one comma. */
function removedKey(text: string, entry: YAMLMap, pair: Pair | undefined): Splice {
  if (pair === undefined || !isNode(pair.key) || !isNode(pair.value)) return NOTHING;
  const [from] = rangeOf(pair.key);
  const [, to] = rangeOf(pair.value);
  if (entry.flow !== true)
    return { from: lineStart(text, from), to: belowLine(text, to, "").from, text: "" };
  const index = entry.items.indexOf(pair);
  const next = entry.items[index + 1]?.key;
  const before = entry.items[index - 1]?.value;
  if (isNode(next)) return { from, to: rangeOf(next)[0], text: "" };
  return { from: isNode(before) ? rangeOf(before)[1] : from, to, text: "" };
}

export const replacedScalar = (node: Scalar, value: string): Splice =>
  replacing(node, spelt(value));

/** The end of a block belongs to the line: it stays. */
function replacing(node: Node, put: string, text = ""): Splice {
  const [from, to] = rangeOf(node);
  const end = /\r?\n$/.exec(text.slice(from, to))?.[0] ?? "";
  return { from, to, text: `${put}${end}` };
}

/** A value on one line: of lists and tables as JSON, which is YAML. */
const spelt = (value: unknown): string =>
  typeof value === "object" ? JSON.stringify(value) : stringify(value, ONE_LINE).trimEnd();

const ONE_LINE = { lineWidth: 0, blockQuote: false } as const;

const blockList = (name: string, entries: readonly EntryValues[]): string =>
  `${name}:\n${blockItems(entries, "  ")}`;

function blockItems(entries: readonly EntryValues[], indent: string): string {
  const lines = stringify(entries, ONE_LINE).trimEnd().split("\n");
  return `${lines.map((line) => indent + line).join("\n")}\n`;
}

const appended = (text: string, block: string): Splice => belowLine(text, text.length, block);

/** Below the line that ends at, or holds, this place. */
function belowLine(text: string, at: number, block: string): Splice {
  if (at === 0 || text[at - 1] === "\n") return insertion(at, block);
  const end = lineEnd(text, at);
  return end === text.length ? insertion(end, block && `\n${block}`) : insertion(end + 1, block);
}

const lineStart = (text: string, at: number): number => text.lastIndexOf("\n", at - 1) + 1;

/** Before the line break. */
function lineEnd(text: string, at: number): number {
  const end = text.indexOf("\n", at);
  return end === -1 ? text.length : end;
}

const columnOf = (text: string, at: number): number => at - lineStart(text, at);

const indentOf = (text: string, list: YAMLSeq): string =>
  " ".repeat(columnOf(text, dashOf(list, 0)));

/** Where the dash of an entry is. */
function dashOf({ srcToken }: YAMLSeq, index: number): number {
  const token = srcToken as CST.BlockSequence | undefined;
  const start = token?.items[index]?.start ?? [];
  return start.find(({ type }) => type === "seq-item-ind")?.offset ?? 0;
}

const isBlank = (text: string, node: Node): boolean =>
  /^\[\s*\]$/.test(text.slice(...(rangeOf(node).slice(0, 2) as [number, number])));

/** Start and end of a parsed node. */
function rangeOf(node: Node | undefined): readonly [number, number] {
  const range = node?.range;
  if (!range) throw new Error("a parsed node has a range");
  return [range[0], range[1]];
}
