import {
  CST,
  type Document,
  isMap,
  isNode,
  Lexer,
  LineCounter,
  parse,
  parseDocument,
  type Scalar,
  visit,
} from "yaml";
import type { TextComment, TextValue } from "../../core/settings/text-values.ts";

export type YamlProblem = { readonly line: number; readonly message: string };

/** A YAML document (JSON is YAML) whose values still know their lines. */
export type YamlDocument = {
  readonly value: unknown;
  readonly problems: readonly YamlProblem[];
  /** Line (from 1) of the key or list item at this path, else of the nearest parent that exists. */
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
        const offset = offsetOf(document, path.slice(0, length));
        if (offset !== undefined) return lineAt(offset);
      }
      return 1;
    },
  };
}

/** The offset of the key, as its value may begin on a later line; in a list, the offset of the value. */
function offsetOf(document: Document.Parsed, path: readonly PropertyKey[]): number | undefined {
  const parent = path.length === 1 ? document.contents : document.getIn(path.slice(0, -1), true);
  const name = String(path.at(-1));
  const pair = isMap(parent) ? parent.items.find(({ key }) => String(key) === name) : undefined;
  const node = isNode(pair?.key) ? pair.key : document.getIn(path, true);
  return isNode(node) ? node.range?.[0] : undefined;
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

/** The strings of a YAML document, keys too; none when it is not YAML. */
export function yamlStrings(text: string): readonly TextValue[] {
  const document = parseDocument(text, { logLevel: "silent" });
  const values: TextValue[] = [];
  if (document.errors.length > 0) return values;
  visit(document, {
    Scalar(_, scalar) {
      if (typeof scalar.value === "string") values.push(...placed(scalar, scalar.value, text));
    },
  });
  return values;
}

/** The comments of a YAML document. */
export function yamlComments(text: string): readonly TextComment[] {
  const comments: TextComment[] = [];
  let from = 0;
  let isScalar = false;
  for (const token of new Lexer().lex(text)) {
    const isMark: boolean = !isScalar && MARKS.has(token);
    const to = isMark ? from : from + token.length;
    if (!isScalar && token.startsWith("#")) comments.push({ from: from + 1, to });
    from = to;
    isScalar = isMark && token === CST.SCALAR;
  }
  return comments;
}

/** Tokens of the lexer that do not stand in the text: what the next one is, or where a part ends. */
const MARKS: ReadonlySet<string> = new Set([CST.DOCUMENT, CST.FLOW_END, CST.SCALAR]);

function placed({ range }: Scalar, value: string, text: string): readonly TextValue[] {
  // An empty value has no place of its own.
  if (range === null || range === undefined || range[0] === range[1]) return [];
  const [from, to] = range;
  const written = text.slice(from, to);
  // A block reaches to the end of its last line.
  const end = /\r?\n$/.exec(written)?.[0] ?? "";
  const isPlain = written === value;
  return [{ from, to, value, spell: (next) => `${isPlain ? plain(next) : quoted(next)}${end}` }];
}

/** Without quotes where an address may stand so, in lists and maps of one line, too. */
const plain = (value: string): string =>
  /^[a-z][a-z0-9+.-]*:\/\/[\w.~/?=&%+:@$!-]*[\w/]$/i.test(value) ? value : quoted(value);

/** JSON is YAML. */
const quoted = (value: string): string => JSON.stringify(value);

/** Plain values from untrusted YAML (front matter); `null` when it is not YAML. */
export function parseYaml(text: string): unknown {
  try {
    return parse(text, { maxAliasCount: 20, logLevel: "silent" });
  } catch {
    return null;
  }
}
