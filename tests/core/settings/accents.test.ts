import fc from "fast-check";
import { expect, it } from "vitest";
import { accentsOf, PLAIN } from "../../../src/core/settings/accents.ts";
import { contrast, hexColor } from "../../support/contrast.ts";

/** `--ink`, `--soft`, `--red`, `--amber` and `--green` of style.css, which stand on covers and boxes. */
const TEXTS = {
  light: ["#18222b", "#4b5965", "#a51d17", "#7a4f00", "#1c6639"],
  dark: ["#e4e9ec", "#a5b2bb", "#ff9d90", "#efc06a", "#85d3a0"],
};

it("leaves every text readable, whatever colour the operator chose", () => {
  fc.assert(
    fc.property(hexColor, fc.constantFrom("light" as const, "dark" as const), (color, scheme) => {
      const { wrap, link } = accentsOf(color)[scheme];
      for (const ground of [wrap, PLAIN[scheme].paper]) {
        expect(contrast(link, ground)).toBeGreaterThanOrEqual(4.5);
        for (const text of TEXTS[scheme])
          expect(contrast(text, ground)).toBeGreaterThanOrEqual(4.5);
      }
    }),
  );
});

it("tints covers as much as the sheet's own colour does", () => {
  expect(accentsOf("#1d4f73").light).toEqual({ wrap: "#e1e7ea", link: "#1d4f73" });
});
