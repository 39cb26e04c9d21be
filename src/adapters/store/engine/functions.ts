import {
  type Expression,
  type ExpressionWrapper,
  expressionBuilder,
  type SqlBool,
  sql,
} from "kysely";
import type { Tables } from "../schema/tables.ts";

/*
 * Functions that engines spell differently. Queries call them by our names, and the query compiler of the engine writes
 * its own spelling (engine/sqlite/spelling.ts). A new name compiles only when every engine spells it.
 */
export const ENGINE_FUNCTIONS = [
  "database_now",
  "database_bytes",
  "greatest",
  "least",
  "text_of_json",
  "set_text_in_json",
  "is_true_in_json",
  "each_text",
  "each_number",
  "rows_of_numbers",
  "rows_with_text",
  "json_list",
  "defer_foreign_keys",
  "locked",
  "locked_unless_busy",
] as const;
export type EngineFunction = (typeof ENGINE_FUNCTIONS)[number];

/** An instant or a number of milliseconds, or an expression for one. */
type Operand = number | Expression<number | null>;

/**
 * The database's clock, in milliseconds: all processes that share a database must agree on when a lease ends, whatever
 * their own clocks show.
 */
export const databaseNow = call<number>("database_now", []);

/** How large the database is. */
export const databaseBytes = call<number>("database_bytes", []);

/** The larger of two; `null` where one of them is. */
export const greatest = (a: Operand, b: Operand): ExpressionWrapper<Tables, never, number> =>
  call("greatest", [operand(a), operand(b)]);

/** The smaller of two; `null` where one of them is. */
export const least = (a: Operand, b: Operand): ExpressionWrapper<Tables, never, number> =>
  call("least", [operand(a), operand(b)]);

/** The text under a top-level key of a JSON object that is stored as text. */
export const textOfJson = (
  json: Expression<unknown>,
  key: string,
): ExpressionWrapper<Tables, never, string | null> => call("text_of_json", [json, sql.lit(key)]);

/** Whether the value under a top-level key of a JSON object that is stored as text is `true`. */
export const isTrueInJson = (
  json: Expression<unknown>,
  key: string,
): ExpressionWrapper<Tables, never, SqlBool> => call("is_true_in_json", [json, sql.lit(key)]);

/** A JSON object with the text under a top-level key replaced. */
export const setTextInJson = (
  json: Expression<unknown>,
  key: string,
  text: string,
): ExpressionWrapper<Tables, never, string> =>
  call("set_text_in_json", [json, sql.lit(key), sql.val(text)]);

/**
 * A list as a table `wanted` with a column `value`, to stand after FROM: one parameter and one statement, however long
 * the list is. Where CROSS JOIN joins it, SQLite goes through the list first. Numbers and texts have a function each,
 * because columns of PostgreSQL have a type.
 */
export const eachText = (values: Iterable<string>): ExpressionWrapper<Tables, never, unknown> =>
  call("each_text", [sql.val(JSON.stringify([...values]))]);

/** The same of whole numbers. */
export const eachNumber = (values: Iterable<number>): ExpressionWrapper<Tables, never, unknown> =>
  call("each_number", [sql.val(JSON.stringify([...values]))]);

/** Rows of three as a subquery in parentheses, in their order. */
export const rowsOfNumbers = (
  rows: readonly (readonly [number, number, number])[],
): ExpressionWrapper<Tables, never, unknown> =>
  call("rows_of_numbers", [sql.val(JSON.stringify(rows))]);

/** The same where the third is a text. */
export const rowsWithText = (
  rows: readonly (readonly [number, number, string])[],
): ExpressionWrapper<Tables, never, unknown> =>
  call("rows_with_text", [sql.val(JSON.stringify(rows))]);

/** Aggregates a column into a JSON list. */
export const jsonList = (column: Expression<unknown>): ExpressionWrapper<Tables, never, string> =>
  call("json_list", [column]);

/** A statement: defers the check of foreign keys to the end of this transaction. */
export const deferForeignKeys = call<unknown>("defer_foreign_keys", []);

/**
 * At the end of a SELECT in a transaction that writes: nobody else changes its rows before the transaction ends. Nothing
 * where one transaction writes at a time.
 */
export const locked = call<unknown>("locked", []);

/** The same, without rows that somebody else has locked: work that may be done later, or by whoever has it. */
export const lockedUnlessBusy = call<unknown>("locked_unless_busy", []);

function operand(value: Operand): Expression<unknown> {
  return typeof value === "number" ? sql.val(value) : value;
}

function call<T>(
  name: EngineFunction,
  args: readonly Expression<unknown>[],
): ExpressionWrapper<Tables, never, T> {
  return expressionBuilder<Tables, never>().fn<T>(name, [...args]);
}
