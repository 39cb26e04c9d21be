import {
  type HeaderLine,
  type ServedRule,
  type ServerFacts,
  WITHDRAWN_FOLDER,
} from "./served-rule.ts";

/**
 * Directives for a site block of Caddy 2. Each kind of address has a matcher, with its type and its headers; nothing else
 * of the folder is served.
 */
export function caddySnippet(facts: ServerFacts): string {
  const { folder, prefix, rules, redirects } = facts;
  const lines = [
    `root * ${quoted(folder)}`,
    ...redirects.map(({ path, to }) => `redir ${quoted(prefix + path)} ${quoted(to)} 302`),
    ...rules.flatMap((rule, n) => ruleRoute(rule, n, prefix)),
    ...block(`handle ${quoted(`${prefix}/*`)}`, ["error 404"]),
    ...problems(facts),
  ];
  return `${HEAD}${lines.join("\n")}\n`;
}

const HEAD = `# Made by Offprint. Import it in a site block, and reload Caddy when it changes:
#   import /path/to/the/folder/.offprint/Caddyfile
`;

function ruleRoute(rule: ServedRule, n: number, prefix: string): readonly string[] {
  const { pattern, suffix, file, mediaType, headers, isArticle } = rule;
  const matcher = `@offprint${n}`;
  const target = file === undefined ? `{path}${suffix}` : prefix + file;
  return [
    `${matcher} path_regexp ${quoted(`^${escaped(prefix)}${pattern}$`)}`,
    ...block(`handle ${matcher}`, [
      ...fileRoute({ name: "@there", file: target, headers, mediaType }),
      ...(isArticle ? withdrawnRoute(prefix) : []),
      "error 404",
    ]),
  ];
}

type FileRoute = Pick<ServedRule, "mediaType" | "headers"> & {
  readonly name: string;
  readonly file: string;
};

const fileRoute = ({ name, file, headers, mediaType }: FileRoute): readonly string[] => [
  `${name} file ${quoted(file)}`,
  ...block(`handle ${name}`, [
    `rewrite * ${quoted(file)}`,
    ...headers.map(headerLine),
    headerLine(["Content-Type", mediaType]),
    ...FILE_SERVER,
  ]),
];

/** Caddy would look for the path, with its own headers, again: the error's route serves the page. */
const withdrawnRoute = (prefix: string): readonly string[] => [
  `@withdrawn file ${quoted(`${prefix}/${WITHDRAWN_FOLDER}${withoutPrefix(prefix)}.html`)}`,
  "error @withdrawn 410",
];

function problems({ prefix, problemHeaders }: ServerFacts): readonly string[] {
  const gone = `${prefix}/${WITHDRAWN_FOLDER}${withoutPrefix(prefix)}.html`;
  const page = (file: string): readonly string[] => [`rewrite * ${quoted(file)}`, ...FILE_SERVER];
  return block("handle_errors", [
    ...problemHeaders.map(headerLine),
    headerLine(["Content-Type", "text/html; charset=utf-8"]),
    "@gone expression {http.error.status_code} == 410",
    ...block("handle @gone", page(gone)),
    ...block("handle", page(`${prefix}/404.html`)),
  ]);
}

/** The path of a request below the prefix, as Caddy's placeholders have it. */
const withoutPrefix = (prefix: string): string => {
  const segments = prefix.split("/").length - 1;
  return [0, 1].map((n) => `/{http.request.uri.path.${segments + n}}`).join("");
};

const block = (head: string, lines: readonly string[]): readonly string[] => [
  `${head} {`,
  ...lines.map((line) => `  ${line}`),
  "}",
];

const FILE_SERVER = block("file_server", ["precompressed br gzip"]);

const headerLine = ([name, value]: HeaderLine): string => `header ${name} ${quoted(value)}`;

/** A backslash escapes nothing but a quote there. */
const quoted = (text: string): string => `"${text.replaceAll('"', '\\"')}"`;

/** In a regular expression. */
const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&");
