import { readableColor, tinted } from "./readable-color.ts";

/** The page colours that an operator's own colour replaces: `wrap` of covers and boxes, `link` of links. */
export type Accents = { readonly wrap: string; readonly link: string };

type Scheme = Accents & { readonly paper: string };

/** As in style.css. */
export const PLAIN: { readonly light: Scheme; readonly dark: Scheme } = {
  light: { paper: "#fcfcfa", wrap: "#e1e7ea", link: "#0b4a73" },
  dark: { paper: "#12181d", wrap: "#1d262d", link: "#93c9ee" },
};

/** The share of the colour in `wrap`, 0 to 1, as in the style sheet's own `--wrap`: texts on it stay readable under any colour. */
const TINT = { light: 0.12, dark: 0.08 };
/** WCAG 2.2, AA for text. */
const CONTRAST = 4.5;

/** The accents of both schemes. Links are readable on paper and covers (AA). @param color `#rrggbb` */
export const accentsOf = (color: string): { readonly light: Accents; readonly dark: Accents } => ({
  light: accents(PLAIN.light.paper, color, TINT.light),
  dark: accents(
    PLAIN.dark.paper,
    readableColor(color, { on: [PLAIN.dark.paper], contrast: CONTRAST }),
    TINT.dark,
  ),
});

function accents(paper: string, color: string, tint: number): Accents {
  const wrap = tinted(paper, color, tint);
  return { wrap, link: readableColor(color, { on: [paper, wrap], contrast: CONTRAST }) };
}
