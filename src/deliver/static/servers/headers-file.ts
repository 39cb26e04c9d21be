import type { ServerFacts } from "./served-rule.ts";

/**
 * The file `_headers` of Netlify and Cloudflare Pages. No two rules match one address, because these hosts join the
 * values of all that do.
 */
export function headersFile({ prefix, rules }: ServerFacts): string {
  const blocks = rules.flatMap(({ paths, mediaType, headers }) =>
    paths.map((path) => {
      const lines = [["Content-Type", mediaType] as const, ...headers];
      return [prefix + path, ...lines.map(([name, value]) => `  ${name}: ${value}`)].join("\n");
    }),
  );
  return `${blocks.join("\n")}\n`;
}

/** The file `_redirects` of the same hosts. They know no 410: a withdrawn article is a 404 there. */
export const redirectsFile = ({ prefix, redirects }: ServerFacts): string =>
  redirects.map(({ path, to }) => `${prefix}${path} ${to} 302\n`).join("");
