import { type FunctionNode, type OperationNode, SqliteQueryCompiler } from "kysely";
import { ENGINE_FUNCTIONS, type EngineFunction } from "../functions.ts";

/** The text that is written for a call, with its arguments in their places. */
type Spelling = (...args: OperationNode[]) => readonly (string | OperationNode | undefined)[];

const SPELLINGS: Readonly<Record<EngineFunction, Spelling>> = {
  database_now: () => ["CAST(unixepoch('subsec') * 1000 AS INTEGER)"],
  database_bytes: () => [
    "(SELECT page_count * page_size FROM pragma_page_count(), pragma_page_size())",
  ],
  greatest: (a, b) => ["max(", a, ", ", b, ")"],
  least: (a, b) => ["min(", a, ", ", b, ")"],
  text_of_json: (json, key) => ["(", json, " ->> ", key, ")"],
  set_text_in_json: (json, key, text) => ["json_set(", json, ", '$.' || ", key, ", ", text, ")"],
  is_true_in_json: (json, key) => ["coalesce(", json, " ->> ", key, " = 1, false)"],
  each_text: (list) => eachOf(list),
  each_number: (list) => eachOf(list),
  rows_of_numbers: (rows) => rowsOf(rows),
  rows_with_text: (rows) => rowsOf(rows),
  json_list: (column) => ["json_group_array(", column, ")"],
  defer_foreign_keys: () => ["PRAGMA defer_foreign_keys = ON"],
  locked: () => [],
  locked_unless_busy: () => [],
};

const eachOf: Spelling = (list) => ["json_each(", list, ") AS wanted"];

const rowsOf: Spelling = (rows) => [
  "(SELECT value ->> 0, value ->> 1, value ->> 2 FROM json_each(",
  rows,
  ") ORDER BY key)",
];

const isOurs = (name: string): name is EngineFunction =>
  ENGINE_FUNCTIONS.some((each) => each === name);

/** Writes queries as SQLite understands them. */
export class SpellingCompiler extends SqliteQueryCompiler {
  protected override visitFunction(node: FunctionNode): void {
    if (!isOurs(node.func)) {
      super.visitFunction(node);
      return;
    }
    for (const part of SPELLINGS[node.func](...node.arguments)) {
      if (typeof part === "string") this.append(part);
      else if (part !== undefined) this.visitNode(part);
    }
  }
}
