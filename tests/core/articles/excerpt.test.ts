import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { afterTitle, excerpt, lengthened } from "../../../src/core/articles/excerpt.ts";

const sentence = (length: number): string => `${"w".repeat(4)} `.repeat(length / 5).trimEnd();

describe("excerpt", () => {
  it.each([
    ["keeps a short text", "A short text.", "A short text."],
    ["makes one paragraph of several", "One.\n\nTwo\nthree.", "One. Two three."],
    ["gives nothing for nothing", " \n ", ""],
  ])("%s", (_what, text, expected) => {
    expect(excerpt(text)).toBe(expected);
  });

  it("ends with the first sentence that brings it to 300 characters", () => {
    const text = `${sentence(150)}. ${sentence(160)}. ${sentence(100)}. ${sentence(300)}.`;
    expect(excerpt(text)).toBe(`${sentence(150)}. ${sentence(160)}.`);
  });

  it("cuts at a word when no sentence ends in time", () => {
    const cut = excerpt(sentence(1000));
    expect(cut).toMatch(/^(wwww )+wwww…$/);
    expect(cut.length).toBeGreaterThan(480);
  });

  it("is never longer than 500 characters and stays when taken again", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 1200 }), (text) => {
        const once = excerpt(text);
        expect(once.length).toBeLessThanOrEqual(500);
        expect(once.isWellFormed()).toBe(text.isWellFormed());
        expect(excerpt(once)).toBe(once);
      }),
    );
  });
});

describe("a short summary", () => {
  const text = `Valley, 3 May. The bridge is open again. ${sentence(400)}.`;

  it.each([
    ["goes on with the text", "Walkers are glad.", `Walkers are glad. ${text}`],
    ["is set apart where it ends without a mark", "Walkers are glad", `Walkers are glad · ${text}`],
    ["is the beginning of the text where it says that", "The bridge is open again …", text],
  ])("%s", (_, summary, whole) => {
    const long = lengthened(summary, text);
    expect(long).toBe(excerpt(whole));
    expect(long.length).toBeGreaterThanOrEqual(300);
  });

  it("stays where the text is no longer, and where it is long enough", () => {
    expect(lengthened("The bridge is open again.", "The bridge.")).toBe(
      "The bridge is open again.",
    );
    expect(lengthened(sentence(320), text)).toBe(sentence(320));
  });
});

it("a text is told without the title that it begins with, unless that is all of it", () => {
  expect(afterTitle("A title\n\nOne.\n\nTwo.", "A title")).toBe("One.\n\nTwo.");
  expect(afterTitle("A title", "A title")).toBe("A title");
  expect(afterTitle("A title. One.\n\nTwo.", "A title")).toBe("A title. One.\n\nTwo.");
});
