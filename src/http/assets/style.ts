import { createHash } from "node:crypto";
import { type Accents, accentsOf } from "../../core/settings/accents.ts";

export type StyleSheet = {
  readonly text: string;
  /** Changes with the text. */
  readonly hash: string;
};

/** The stylesheet in the operator's colour (`#rrggbb`); cached until the colour changes. */
export function createStyle(sheet: string): (color: string | null) => StyleSheet {
  let known: StyleSheet & { readonly color: string | null } = { color: null, ...styleOf(sheet) };
  return (color) => {
    if (color !== known.color) known = { color, ...styleOf(sheet + accentRules(color)) };
    return known;
  };
}

const styleOf = (text: string): StyleSheet => ({
  text,
  hash: createHash("sha256").update(text).digest("base64url").slice(0, 12),
});

/** For screens alone: print stays black and white. */
function accentRules(color: string | null): string {
  if (color === null) return "";
  const { light, dark } = accentsOf(color);
  const rule = ({ wrap, link }: Accents): string => `:root { --wrap: ${wrap}; --link: ${link}; }`;
  return `
/* The site's color */
@media screen { ${rule(light)} }
@media screen and (prefers-color-scheme: dark) { ${rule(dark)} }
`;
}
