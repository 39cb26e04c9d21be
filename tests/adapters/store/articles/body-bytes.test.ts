import { gunzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { packBody, unpackBody } from "../../../../src/adapters/store/articles/body-bytes.ts";
import { aDraft } from "../../../support/builders.ts";

const WORDS = Array.from({ length: 300 }, (_, n) => `w${(n * 7919) % 10_007}`).join(" ");
const { removed } = aDraft();
const BODY = { contentHtml: `<p>${WORDS}</p>`, text: WORDS, removed };
const raw = (text: string) => JSON.stringify({ item: { contentHtml: text } });

describe.each([
  ["short", raw("<div>a</div>")],
  ["empty", ""],
  ["as long as a page", raw(WORDS.repeat(30))],
])("a body beside what was received, which is %s", (_, received) => {
  it("is given back as it was stored, character for character", () => {
    const odd = { ...BODY, contentHtml: "a\u0000b \ud800 lone 🌉 é e\u0301" };
    expect(unpackBody(packBody(odd, received))).toEqual(odd);
    expect(unpackBody(packBody(BODY, received))).toEqual(BODY);
  });

  it("leaves what was received as it is", () => {
    const { received: packed } = packBody(BODY, received);
    expect(gunzipSync(packed).toString("utf8")).toBe(received);
  });
});

it("takes few bytes where it stands in what was received", () => {
  const { body, difference } = packBody(BODY, raw(BODY.contentHtml));
  expect(body).toBeNull();
  expect(difference?.length).toBeLessThan(100);
});

it("is found unreadable beside something else than what was received with it", () => {
  const { difference } = packBody(BODY, raw(BODY.contentHtml));
  const { received } = packBody(BODY, raw(`${BODY.contentHtml}!`));
  expect(() => unpackBody({ body: null, difference, received })).toThrow("dictionary");
});

it("stands by itself beside a page, and holds words once that stand in the HTML and in the text", () => {
  const page = raw(WORDS.repeat(30));
  const sizeOf = (text: string): number =>
    packBody({ contentHtml: WORDS, text, removed }, page).body?.length ?? 0;
  expect(sizeOf("")).toBeGreaterThan(500);
  expect(sizeOf(WORDS)).toBeLessThan(sizeOf("") * 1.05);
});
