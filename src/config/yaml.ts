import { LineCounter, parse, parseDocument } from "yaml";

export type YamlProblem = { readonly line: number; readonly message: string };

/** A YAML document (JSON is YAML) whose values still know their lines. */
export type YamlDocument = {
  readonly value: unknown;
  readonly problems: readonly YamlProblem[];
  /** Line (from 1) of the value at this path, else of the nearest parent that exists. */
  lineOf(path: readonly PropertyKey[]): number;
};

export function parseYamlDocument(text: string): YamlDocument {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const lineAt = (offset: number): number => Math.max(1, lines.linePos(offset).line);
  return {
    value: document.errors.length === 0 ? document.toJS() : null,
    problems: document.errors.map(({ pos, message }) => ({ line: lineAt(pos[0]), message })),
    lineOf(path) {
      for (let length = path.length; length > 0; length--) {
        const node = document.getIn(path.slice(0, length), true) as
          | { range?: number[] }
          | undefined;
        if (node?.range) return lineAt(node.range[0] ?? 0);
      }
      return 1;
    },
  };
}

/** Plain values from foreign YAML (front matter); `null` when it is not YAML. */
export function parseYaml(text: string): unknown {
  try {
    return parse(text, { maxAliasCount: 20, logLevel: "silent" });
  } catch {
    return null;
  }
}
