import { isDeepStrictEqual } from "node:util";
import {
  type Document,
  isMap,
  isScalar,
  isSeq,
  parseDocument,
  type YAMLMap,
  type YAMLSeq,
} from "yaml";
import { err, ok, type Result } from "../../core/result.ts";
import type { ConfigurationEdit, EditedList } from "../../core/settings/configuration-edit.ts";
import { checkShape } from "../schema.ts";
import { type ConfigurationValue, editValue } from "./edit-value.ts";
import { addedEntries, changedEntry, removedEntry, replacedScalar } from "./list-splices.ts";
import { type Splice, spliced } from "./splices.ts";

/**
 * Edits the text of a configuration: only the lines of the edit change, so that comments, order and spelling stay as their author
 * wrote them. The places come from the nodes of the `yaml` package; its printer would align and quote the rest anew. The error is a
 * sentence: the text does not say what the edit needs, or is written in a way that cannot be edited so.
 */
export function editText(text: string, wanted: ConfigurationEdit): Result<string, string> {
  const document = parseDocument(text, { keepSourceTokens: true, prettyErrors: false });
  if (document.errors.length > 0) return err("the file is no valid YAML: correct it first");
  const before = tableOf(document);
  if (before === null) return err(UNUSUAL);
  const edit = withEverything(before, wanted);
  const expected = editValue(before, edit);
  if (!expected.ok) return expected;
  const edited = spliced(text, inLinesOf(text, splicesOf({ text, document }, edit)));
  const after = parseDocument(edited, { prettyErrors: false });
  const isDone = after.errors.length === 0 && isDeepStrictEqual(tableOf(after), expected.value);
  return isDone ? ok(edited) : err(UNUSUAL);
}

/** Without feeds there is one of everything (contract §1). It stays beside the first that is added. */
function withEverything(before: ConfigurationValue, edit: ConfigurationEdit): ConfigurationEdit {
  const { feeds } = before;
  const isFirst = !Array.isArray(feeds) || feeds.length === 0;
  if (edit.kind !== "add" || edit.list !== "feeds" || !isFirst) return edit;
  const shape = checkShape(before);
  if (!shape.ok || edit.entries.some(({ id }) => id === "all")) return edit;
  const { title, description } = shape.value.site;
  return { ...edit, entries: [{ id: "all", title, description }, ...edit.entries] };
}

const UNUSUAL =
  "the file is written in a way that only its author can change here (anchors, several documents, or an entry that shares its lines): edit it by hand";

/** `null` where an alias names an anchor that nobody set. */
function valueOfDocument(document: Document.Parsed): unknown {
  try {
    return document.contents === null ? {} : document.toJS();
  } catch {
    return null;
  }
}

/** `null` for what is no map. An empty file is an empty map. */
function tableOf(document: Document.Parsed): ConfigurationValue | null {
  const value = valueOfDocument(document);
  const isTable = typeof value === "object" && value !== null && !Array.isArray(value);
  return isTable ? (value as ConfigurationValue) : null;
}

/** With the line breaks of the text. */
const inLinesOf = (text: string, splices: readonly Splice[]): readonly Splice[] =>
  text.includes("\r\n") && !/[^\r]\n/.test(text)
    ? splices.map((splice) => ({ ...splice, text: splice.text.replace(/\r?\n/g, "\r\n") }))
    : splices;

type Edited = { readonly text: string; readonly document: Document.Parsed };

/** Nothing where the nodes are not as expected: the comparison of values finds that. */
function splicesOf(edited: Edited, edit: ConfigurationEdit): readonly Splice[] {
  const { text, document } = edited;
  if (edit.kind === "add") return addedEntries(edited, edit);
  if (edit.kind === "rename-source") return renamings(document, edit);
  const found = entryOf(document, edit.list, edit.id);
  if (found === null) return [];
  return edit.kind === "remove"
    ? [removedEntry(text, found)]
    : Object.entries(edit.values).map((pair) => changedEntry(text, found.entry, pair));
}

type FoundEntry = { readonly list: YAMLSeq; readonly entry: YAMLMap; readonly index: number };

function entryOf(document: Document.Parsed, name: EditedList, id: string): FoundEntry | null {
  const list = document.get(name, true);
  if (!isSeq(list)) return null;
  const index = list.items.findIndex((item) => isMap(item) && item.get("id") === id);
  const entry = list.items[index];
  return isMap(entry) ? { list, entry, index } : null;
}

function renamings(
  document: Document.Parsed,
  { from, to }: Extract<ConfigurationEdit, { kind: "rename-source" }>,
): readonly Splice[] {
  const feeds = document.get("feeds", true);
  const naming = (isSeq(feeds) ? feeds.items.filter(isMap) : []).flatMap((feed) => {
    const lists = [feed.get("prefer", true), feed.getIn(["where", "sources"], true)];
    return lists.filter(isSeq).flatMap(({ items }) => items);
  });
  const id = entryOf(document, "sources", from)?.entry.get("id", true);
  return [id, ...naming].flatMap((node) =>
    isScalar(node) && node.value === from ? [replacedScalar(node, to)] : [],
  );
}
