import { type FunctionNode, type OperationNode, PostgresQueryCompiler } from "kysely";
import { ENGINE_FUNCTIONS, type EngineFunction } from "../functions.ts";

/** The text that is written for a call, with its arguments in their places. */
type CallText = (...args: OperationNode[]) => readonly (string | OperationNode | undefined)[];

const CALL_TEXTS: Readonly<Record<EngineFunction, CallText>> = {
  // Of the statement, not of its transaction: that may have waited for others.
  database_now: () => ["CAST(floor(extract(epoch FROM statement_timestamp()) * 1000) AS bigint)"],
  database_bytes: () => ["pg_database_size(current_database())"],
  // GREATEST and LEAST of PostgreSQL pass over NULL.
  greatest: (a, b) => larger(a, ">=", b),
  least: (a, b) => larger(a, "<=", b),
  text_of_json: (json, key) => ["(CAST(", json, " AS json) ->> ", key, ")"],
  set_text_in_json: (json, key, text) => [
    // CallText as JSON.stringify does: a jsonb has its keys in another order.
    "(SELECT '{' || string_agg(CAST(to_json(key) AS text) || ':' || CASE WHEN key = ",
    key,
    " THEN CAST(to_json(CAST(",
    text,
    " AS text)) AS text) ELSE CAST(value AS text) END, ',') || '}' FROM json_each(CAST(",
    json,
    " AS json)))",
  ],
  is_true_in_json: (json, key) => [
    "coalesce((CAST(",
    json,
    " AS json) ->> ",
    key,
    ") = 'true', false)",
  ],
  each_text: (list) => ["json_array_elements_text(CAST(", list, " AS json)) AS wanted (value)"],
  each_number: (list) => [
    "(SELECT CAST(value AS bigint) AS value FROM json_array_elements_text(CAST(",
    list,
    " AS json))) AS wanted",
  ],
  rows_of_numbers: (rows) => threeOf(rows, "bigint"),
  rows_with_text: (rows) => threeOf(rows, "text"),
  json_list: (column) => ["coalesce(CAST(json_agg(", column, ") AS text), '[]')"],
  defer_foreign_keys: () => ["SET CONSTRAINTS ALL DEFERRED"],
  locked: () => ["FOR UPDATE"],
  locked_unless_busy: () => ["FOR UPDATE SKIP LOCKED"],
};

/** Operands are cast, because a parameter has no type of its own. NULL where one of them is: no comparison with it is true. */
const larger = (
  a: OperationNode | undefined,
  operator: ">=" | "<=",
  b: OperationNode | undefined,
): ReturnType<CallText> => {
  const [first, second] = [a, b].map((each) => ["CAST(", each, " AS bigint)"] as const);
  if (first === undefined || second === undefined) return [];
  const isFirst = ["(CASE WHEN ", ...first, ` ${operator} `, ...second, " THEN ", ...first];
  const isSecond = [
    " WHEN NOT ",
    ...first,
    ` ${operator} `,
    ...second,
    " THEN ",
    ...second,
    " END)",
  ];
  return [...isFirst, ...isSecond];
};

const threeOf = (
  rows: OperationNode | undefined,
  third: "bigint" | "text",
): ReturnType<CallText> => [
  `(SELECT CAST(entry ->> 0 AS bigint), CAST(entry ->> 1 AS bigint), CAST(entry ->> 2 AS ${third}) FROM json_array_elements(CAST(`,
  rows,
  " AS json)) WITH ORDINALITY AS listed (entry, place) ORDER BY place)",
];

/** Writes queries as PostgreSQL understands them. */
export class PostgresSpelling extends PostgresQueryCompiler {
  protected override visitFunction(node: FunctionNode): void {
    const written = CALL_TEXTS[node.func as EngineFunction];
    if (!ENGINE_FUNCTIONS.some((each) => each === node.func)) {
      super.visitFunction(node);
      return;
    }
    for (const part of written(...node.arguments)) {
      if (typeof part === "string") this.append(part);
      else if (part !== undefined) this.visitNode(part);
    }
  }
}
