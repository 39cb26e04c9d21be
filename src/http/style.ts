import { createHash } from "node:crypto";
import { readableColor } from "../core/readable-color.ts";

export type Style = {
  readonly text: string;
  /** Changes with it. */
  readonly hash: string;
};

/** The stylesheet in the operator's colour (`#rrggbb`); kept for as long as that stays. */
export function createStyle(sheet: string): (color: string | null) => Style {
  let known: Style & { readonly color: string | null } = { color: null, ...styleOf(sheet) };
  return (color) => {
    if (color !== known.color) known = { color, ...styleOf(sheet + accentRules(color)) };
    return known;
  };
}

const styleOf = (text: string): Style => ({
  text,
  hash: createHash("sha256").update(text).digest("base64url").slice(0, 12),
});

/** What accents stand on: `--paper` and `--wrap` of style.css. */
export const GROUNDS = {
  light: ["#fcfcfa", "#e1e7ea"],
  dark: ["#12181d", "#1d262d"],
} as const;

/** The line at the top and the links, as readable as the sheet's own (WCAG AA); paper stays black and white. */
function accentRules(color: string | null): string {
  if (color === null) return "";
  const rule = (on: readonly string[]): string =>
    `:root { --top: ${readableColor(color, { on, contrast: 3 })}; --link: ${readableColor(color, { on, contrast: 4.5 })}; }`;
  return `
/* The site's color */
@media screen { ${rule(GROUNDS.light)} }
@media screen and (prefers-color-scheme: dark) { ${rule(GROUNDS.dark)} }
`;
}
