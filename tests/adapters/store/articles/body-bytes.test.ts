import { expect, it } from "vitest";
import { packBody, unpackBody } from "../../../../src/adapters/store/articles/body-bytes.ts";
import { aDraft } from "../../../support/builders.ts";

it("gives back what was stored, character for character", () => {
  const { text, removed } = aDraft();
  const body = { contentHtml: "a\u0000b \ud800 lone 🌉 é e\u0301", text, removed };
  expect(unpackBody(packBody(body))).toEqual(body);
});

it("stores words once that stand in the HTML and in the text", () => {
  const words = Array.from({ length: 300 }, (_, n) => `w${(n * 7919) % 10_007}`).join(" ");
  const { removed } = aDraft();
  const once = packBody({ contentHtml: words, text: "", removed });
  const twice = packBody({ contentHtml: words, text: words, removed });
  expect(twice.length).toBeLessThan(once.length * 1.05);
});
