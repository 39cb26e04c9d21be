import { describe, expect, it } from "vitest";
import { isNewsOf } from "../../../src/core/articles/material-change.ts";
import { fingerprintOf } from "../../../src/core/similarity/fingerprint.ts";
import { tokens } from "../../../src/core/text/tokens.ts";

/** A stored article and a draft of the same words, of other rules, under these titles. */
function isNews(stored: string, draft: string): boolean {
  const words = { textHash: "t", fingerprint: { tokens: [] }, tokenCount: 0 };
  const article = { ...words, title: stored, receivedHash: "a", rules: 1, isFromPage: false };
  const drafted = { ...words, title: draft, receivedHash: "b", rules: 2 };
  return isNewsOf(article as never, drafted as never);
}

describe("after an upgrade", () => {
  it("a title without the blanks that tags left is no news", () => {
    expect(isNews("H 2 O in lakes", "H2O in lakes")).toBe(false);
  });

  it("another title is", () => {
    expect(isNews("Water in lakes", "H2O in lakes")).toBe(true);
  });

  it("the summary in place of a content that was only the title is no news", () => {
    const summary =
      "The pier gets a roof before the winter, said the board. A reader gave the bench.";
    expect(isNewsOfText("Ferry pier gets a bench at last", summary)).toBe(false);
  });

  it("another text in place of a few sentences is", () => {
    const before =
      "Nobody had asked the anglers, who have stood on that quay for years and mean to stay there.";
    const after =
      "The council asked the anglers on Monday. They leave the quay in spring, all but one of them.";
    expect(isNewsOfText(before, after)).toBe(true);
  });
});

/** A stored text under the title of a ferry pier, and a draft of other rules. */
function isNewsOfText(stored: string, draft: string): boolean {
  const worded = (text: string) => {
    const fingerprint = fingerprintOf([tokens(text)]);
    return { textHash: text, fingerprint, tokenCount: fingerprint.tokens.length };
  };
  const title = "Ferry pier gets a bench at last";
  const article = { ...worded(stored), title, receivedHash: "a", rules: 1, isFromPage: false };
  const drafted = { ...worded(draft), title, receivedHash: "b", rules: 2 };
  return isNewsOf(article as never, drafted as never);
}
