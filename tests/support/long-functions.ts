import { parseAst } from "vitest/node";

type Node = { readonly type: string; readonly start: number; readonly end: number };

const FUNCTIONS = new Set(["FunctionDeclaration", "FunctionExpression", "ArrowFunctionExpression"]);

/** Functions of a TypeScript module that have more lines than this, signature and nested functions included. */
export function longFunctions(source: string, mostLines: number): string[] {
  const long: string[] = [];
  const visit = (value: unknown): void => {
    if (typeof value !== "object" || value === null) return;
    if (isFunction(value)) {
      const lines = source.slice(value.start, value.end).split("\n");
      if (lines.length > mostLines) long.push(`${lines.length} lines: ${lines[0]}`);
    }
    for (const child of Object.values(value)) visit(child);
  };
  visit(parseAst(source, { lang: "ts" }).body);
  return long;
}

const isFunction = (value: object): value is Node =>
  "type" in value && FUNCTIONS.has(value.type as string);
