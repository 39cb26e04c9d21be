import { readableColor, tinted } from "./readable-color.ts";

/** Colours of the pages that an operator's own takes the place of: of covers and boxes, and of links. */
export type Accents = { readonly wrap: string; readonly link: string };

type Scheme = Accents & { readonly paper: string };

/** As in style.css. */
export const PLAIN: { readonly light: Scheme; readonly dark: Scheme } = {
  light: { paper: "#fcfcfa", wrap: "#e1e7ea", link: "#0b4a73" },
  dark: { paper: "#12181d", wrap: "#1d262d", link: "#93c9ee" },
};

/** How much of its blue the sheet's own `--wrap` has: texts on it stay readable under any colour. */
const TINT = { light: 0.12, dark: 0.08 };
/** WCAG 2.2, AA for text. */
const CONTRAST = 4.5;

/** Of both schemes; links are as readable on paper and covers as the sheet's own (AA). @param color `#rrggbb` */
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
