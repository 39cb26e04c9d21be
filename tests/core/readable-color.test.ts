import fc from "fast-check";
import { expect, it } from "vitest";
import { readableColor } from "../../src/core/readable-color.ts";

const LIGHT = ["#fcfcfa", "#e1e7ea"];
const DARK = ["#12181d", "#1d262d"];

it.each([
  ["is as it was where it can be read", "#1d4f73", LIGHT, "#1d4f73"],
  ["gets darker on light grounds", "#ffcc00", LIGHT, "#7a6200"],
  ["gets lighter on dark grounds", "#1d4f73", DARK, "#7392a8"],
  ["gets darker on a ground between, black at the worst", "#808080", ["#7a7a7a"], "#0d0d0d"],
])("a colour %s", (_, color, on, readable) => {
  expect(readableColor(color, { on, contrast: 4.5 })).toBe(readable);
});

/** Written apart from the code under test, from WCAG's words. */
function contrast(a: string, b: string): number {
  const light = (hex: string): number => {
    const channel = (at: number): number => {
      const c = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
      return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
    };
    return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
  };
  const [x, y] = [light(a) + 0.05, light(b) + 0.05];
  return Math.max(x, y) / Math.min(x, y);
}

it("can be read, whatever the operator chose", () => {
  const color = fc
    .integer({ min: 0, max: 0xffffff })
    .map((n) => `#${n.toString(16).padStart(6, "0")}`);
  fc.assert(
    fc.property(color, fc.constantFrom(LIGHT, DARK), (chosen, on) => {
      const readable = readableColor(chosen, { on, contrast: 4.5 });
      for (const ground of on) expect(contrast(readable, ground)).toBeGreaterThanOrEqual(4.5);
    }),
  );
});
