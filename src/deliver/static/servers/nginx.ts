import {
  type HeaderLine,
  type ServedRule,
  type ServerFacts,
  WITHDRAWN_FOLDER,
} from "./served-rule.ts";

/**
 * Configuration for a `server` block of nginx. Each kind of address has a location, with the file that it is answered with,
 * its type and its headers; nothing else of the folder is served. Whether an article is withdrawn, nginx sees from its
 * file: the configuration is read again only when that of the site changes.
 */
export function nginxSnippet(facts: ServerFacts): string {
  const { folder, prefix, rules, redirects } = facts;
  const body = [
    `root ${quoted(folder)};`,
    "charset off;",
    "gzip off;",
    "gzip_static on;",
    "# brotli_static on;  # where nginx has the module (Debian: libnginx-mod-http-brotli-static)",
    "if_modified_since before;",
    `error_page 404 ${quoted(`${prefix}/404.html`)};`,
    ...problemLocation(facts),
    ...redirects.flatMap(({ path, to }) => [
      `location = ${quoted(prefix + path)} {`,
      `  return 302 ${quoted(to)};`,
      "}",
    ]),
    ...rules.flatMap((rule) => ruleLocation(rule, prefix)),
    ...withdrawnLocations(facts),
    `location ~ ${quoted(`^${escaped(prefix)}/`)} {`,
    "  return 404;",
    "}",
  ];
  const lines = [`location ${quoted(`${prefix}/`)} {`, ...body.map((line) => `  ${line}`), "}"];
  return `${HEAD}${lines.join("\n")}\n`;
}

const HEAD = `# Made by Offprint. Include it in a server block, and reload nginx when it changes:
#   include /path/to/the/folder/.offprint/nginx.conf;
# gzip_vary, which says "Vary: Accept-Encoding", is an option of the server block.
`;

function ruleLocation(rule: ServedRule, prefix: string): readonly string[] {
  const { pattern, suffix, file, mediaType, headers, isArticle } = rule;
  const target = file === undefined ? `$uri${suffix}` : quoted(prefix + file);
  if (isArticle) return articleLocation(rule, prefix);
  return [
    `location ~ ${quoted(`^${escaped(prefix)}${pattern}$`)} {`,
    `  try_files ${target} =404;`,
    ...typed(mediaType),
    ...added(headers),
    "}",
  ];
}

/** Without its file, an address may be that of a withdrawn article. */
const articleLocation = (
  { pattern, suffix, mediaType, headers }: ServedRule,
  prefix: string,
): readonly string[] => [
  `location ~ ${quoted(`^${escaped(prefix)}(?<offprint_article>${pattern})$`)} {`,
  `  try_files $uri${suffix} ${quoted(`${prefix}/${WITHDRAWN_FOLDER}$offprint_article`)};`,
  ...typed(mediaType),
  ...added(headers),
  "}",
];

function withdrawnLocations({ prefix, problemHeaders }: ServerFacts): readonly string[] {
  const html = typed("text/html; charset=utf-8");
  return [
    `location ^~ ${quoted(`${prefix}/${WITHDRAWN_FOLDER}/`)} {`,
    "  internal;",
    "  error_page 410 $uri.html;",
    `  error_page 404 ${quoted(`${prefix}/404.html`)};`,
    "  if (-f $document_root$uri.html) {",
    "    return 410;",
    "  }",
    "  return 404;",
    "  location ~ \\.html$ {",
    "    internal;",
    "    etag off;",
    ...html.map((line) => `  ${line}`),
    ...added(problemHeaders, " always").map((line) => `  ${line}`),
    "  }",
    "}",
  ];
}

const problemLocation = ({ prefix, problemHeaders }: ServerFacts): readonly string[] => [
  `location = ${quoted(`${prefix}/404.html`)} {`,
  "  internal;",
  "  etag off;",
  ...typed("text/html; charset=utf-8"),
  ...added(problemHeaders, " always"),
  "}",
];

const typed = (mediaType: string): readonly string[] => [
  "  types {",
  "  }",
  `  default_type ${quoted(mediaType)};`,
];

const added = (headers: readonly HeaderLine[], always = ""): readonly string[] =>
  headers.map(([name, value]) => `  add_header ${name} ${quoted(value)}${always};`);

/** nginx reads `$` in a value as a variable, and knows no escape for it: such values of ours do not exist, paths may. */
const quoted = (text: string): string => `"${text.replaceAll(/["\\]/g, "\\$&")}"`;

/** In a regular expression. */
const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&");
