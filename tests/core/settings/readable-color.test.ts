import fc from "fast-check";
import { expect, it } from "vitest";
import { readableColor } from "../../../src/core/settings/readable-color.ts";
import { contrast, hexColor } from "../../support/contrast.ts";

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

it("can be read, whatever the operator chose", () => {
  fc.assert(
    fc.property(hexColor, fc.constantFrom(LIGHT, DARK), (chosen, on) => {
      const readable = readableColor(chosen, { on, contrast: 4.5 });
      for (const ground of on) expect(contrast(readable, ground)).toBeGreaterThanOrEqual(4.5);
    }),
  );
});
