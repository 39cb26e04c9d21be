/** sRGB, 0 to 255 each. */
type Rgb = readonly [number, number, number];

export type Readable = {
  /** The grounds that it stands on, `#rrggbb`. */
  readonly on: readonly string[];
  /** Least contrast with each of them (WCAG 2.2: 4.5 for text, 3 for what is no text). */
  readonly contrast: number;
};

/**
 * The colour, darkened or lightened as little as makes it readable on these grounds; unchanged where it is readable. It is
 * mixed with black on light grounds and with white on dark ones, which keeps its hue. Colours are `#rrggbb`.
 */
export function readableColor(color: string, { on, contrast }: Readable): string {
  const grounds = on.map(rgbOf);
  const isLight = Math.min(...grounds.map(luminance)) > 0.18; // where black and white contrast alike
  const end: Rgb = isLight ? [0, 0, 0] : [255, 255, 255];
  for (let step = 0; step <= STEPS; step += 1) {
    const mixed = mix(rgbOf(color), end, step / STEPS);
    if (grounds.every((ground) => contrastOf(mixed, ground) >= contrast)) return hexOf(mixed);
  }
  return hexOf(end);
}

const STEPS = 50;

/** A ground with a share of a colour, 0 to 1, mixed into it. */
export const tinted = (ground: string, color: string, share: number): string =>
  hexOf(mix(rgbOf(ground), rgbOf(color), share));

/** WCAG 2.2, contrast ratio: 1 to 21. */
const contrastOf = (a: Rgb, b: Rgb): number => {
  const [darker = 0, lighter = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (lighter + 0.05) / (darker + 0.05);
};

/** WCAG 2.2, relative luminance. */
function luminance(rgb: Rgb): number {
  const [r = 0, g = 0, b = 0] = rgb.map((value) => {
    const part = value / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

const mix = (from: Rgb, to: Rgb, share: number): Rgb => {
  const at = (index: 0 | 1 | 2): number =>
    Math.round(from[index] + (to[index] - from[index]) * share);
  return [at(0), at(1), at(2)];
};

function rgbOf(hex: string): Rgb {
  const value = Number.parseInt(hex.slice(1), 16);
  return [(value >> 16) & 255, (value >> 8) & 255, value & 255];
}

const hexOf = (rgb: Rgb): string =>
  `#${rgb.map((value) => value.toString(16).padStart(2, "0")).join("")}`;
