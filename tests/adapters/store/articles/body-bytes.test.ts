import { expect, it } from "vitest";
import {
  packBody,
  unpackBody,
  unpackReceived,
} from "../../../../src/adapters/store/articles/body-bytes.ts";
import { aDraft } from "../../../support/builders.ts";

const packed = (contentHtml: string, raw: string) => {
  const { text, removed } = aDraft();
  return { body: { contentHtml, text, removed }, raw };
};

it("gives back what was stored, character for character", () => {
  const odd = "a\u0000b \ud800 lone 🌉 é e\u0301";
  const { body, raw } = packed(odd, JSON.stringify({ item: { contentHtml: odd } }));
  const bytes = packBody({ ...body, raw });
  expect(unpackBody(bytes.body)).toEqual(body);
  expect(unpackReceived(bytes)).toBe(raw);
});

it("stores nothing for what was received and is empty", () => {
  expect(unpackReceived({ ...packBody({ ...packed("", "").body, raw: "" }), received: null })).toBe(
    "",
  );
});

it("stores words once that stand in the HTML, in the text and in what was received", () => {
  const words = Array.from({ length: 300 }, (_, n) => `w${(n * 7919) % 10_007}`).join(" ");
  const { removed } = aDraft();
  const once = packBody({ contentHtml: words, text: "", removed, raw: "" });
  const thrice = packBody({ contentHtml: words, text: words, removed, raw: `{"c":"${words}"}` });
  const bytesOf = ({ body, received }: typeof once) => body.length + (received?.length ?? 0);
  expect(bytesOf(thrice)).toBeLessThan(bytesOf(once) * 1.1);
});
