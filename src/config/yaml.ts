import { type Document, LineCounter, parse, parseDocument } from "yaml";

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
  const problems = document.errors.map(({ pos, message }) => ({ line: lineAt(pos[0]), message }));
  const read = problems.length === 0 ? toValue(document) : { value: null, problems };
  return {
    ...read,
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

/** Aliases are resolved here: `title: *note*` names an anchor that nobody set, and throws. */
function toValue(document: Document.Parsed): Pick<YamlDocument, "value" | "problems"> {
  try {
    return { value: document.toJS(), problems: [] };
  } catch (cause) {
    const message = cause instanceof Error ? cause.message : String(cause);
    return { value: null, problems: [{ line: 1, message: `${message} (* begins an alias)` }] };
  }
}

/** Plain values from foreign YAML (front matter); `null` when it is not YAML. */
export function parseYaml(text: string): unknown {
  try {
    return parse(text, { maxAliasCount: 20, logLevel: "silent" });
  } catch {
    return null;
  }
}
