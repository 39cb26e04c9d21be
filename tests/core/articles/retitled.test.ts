import { describe, expect, it } from "vitest";
import { isNewsOf } from "../../../src/core/articles/material-change.ts";

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
});
