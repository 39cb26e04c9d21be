/** The values before a text, by lower-case key, and the text. */
export type FrontMatter = {
  readonly values: ReadonlyMap<string, unknown>;
  readonly body: string;
  /** Why lines that look like front matter stay part of the text, or `null`. */
  readonly unread: string | null;
};

/** Plain values from YAML; `null` when the text is not YAML. */
export type ParseYaml = (text: string) => unknown;

/** In characters; longer front matter counts as text. */
const MAX_LENGTH = 20_000;

/** A line that begins like a key. */
const HAS_KEY = /^[A-Za-z]\w{0,30}:(?:[ \t]|$)/m;
const NOT_YAML =
  "the text between the --- lines cannot be read as YAML and is published as part of the article";

/** Splits YAML front matter (between `---` and `---` or `...`) from the text that follows it. */
export function splitFrontMatter(text: string, parseYaml: ParseYaml): FrontMatter {
  const source = text.replace(/^\ufeff/, "").replace(/\r\n?/g, "\n");
  const none: FrontMatter = { values: new Map(), body: source, unread: null };
  if (!/^---[ \t]*\n/.test(source)) return none;
  const end = /\n(?:---|\.\.\.)[ \t]*(?:\n|$)/.exec(source.slice(0, MAX_LENGTH));
  if (!end) return none;
  const yaml = source.slice(source.indexOf("\n") + 1, end.index + 1);
  const values = readValues(yaml, parseYaml);
  // Two horizontal rules around a paragraph look like front matter, but there are no keys between them.
  if (values.size === 0 && yaml.trim() !== "") {
    return { ...none, unread: HAS_KEY.test(yaml) ? NOT_YAML : null };
  }
  return { values, body: source.slice(end.index + end[0].length), unread: null };
}

function readValues(yaml: string, parseYaml: ParseYaml): ReadonlyMap<string, unknown> {
  const parsed = parseYaml(quoteColons(yaml));
  const isMapping = typeof parsed === "object" && parsed !== null && !Array.isArray(parsed);
  const entries = isMapping ? Object.entries(parsed) : [];
  return new Map(entries.map(([key, value]) => [key.trim().toLowerCase(), value]));
}

/** The usual mistake in front matter is a colon in an unquoted title, which YAML reads as a mapping. */
const quoteColons = (yaml: string): string => yaml.split("\n").map(quoteColon).join("\n");

function quoteColon(line: string): string {
  const [, key, value = ""] = /^([A-Za-z]\w{0,30}):[ \t]+([^\s"'[{|>&*!#].*)$/.exec(line) ?? [];
  return key && /:(?:\s|$)/.test(value) ? `${key}: ${JSON.stringify(value.trimEnd())}` : line;
}
