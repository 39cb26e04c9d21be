import { describe, expect, it } from "vitest";
import { type Copy, preferCopy } from "../../../src/core/entries/prefer-copy.ts";

const aCopy = (sourceId: string, overrides: Partial<Copy> = {}): Copy => ({
  sourceId,
  republish: "full",
  isSummaryOnly: false,
  tokenCount: 300,
  ...overrides,
});

const choose = (shown: Copy, others: readonly Copy[], prefer: readonly string[]): string =>
  preferCopy(shown, [shown, ...others], prefer).sourceId;

describe("preferCopy", () => {
  it.each<[string, Copy, readonly Copy[], readonly string[], string]>([
    ["the lead when nothing is preferred", aCopy("a"), [aCopy("b")], [], "a"],
    ["the preferred copy", aCopy("a"), [aCopy("b"), aCopy("c")], ["c"], "c"],
    ["the most preferred of several", aCopy("a"), [aCopy("b"), aCopy("c")], ["c", "b"], "c"],
    ["the lead where it is preferred", aCopy("a"), [aCopy("b")], ["a", "b"], "a"],
    ["the next when the first has no copy", aCopy("a"), [aCopy("b")], ["x", "b"], "b"],
    ["the lead when none has one", aCopy("a"), [aCopy("b")], ["x"], "a"],
    [
      "never one of which less may be republished",
      aCopy("a"),
      [aCopy("b", { republish: "excerpt" }), aCopy("c")],
      ["b", "c"],
      "c",
    ],
    [
      "one of which more may be republished",
      aCopy("a", { republish: "link" }),
      [aCopy("b", { republish: "excerpt" })],
      ["b"],
      "b",
    ],
    ["no mere summary", aCopy("a"), [aCopy("b", { isSummaryOnly: true })], ["b"], "a"],
    [
      "a summary where the lead is one",
      aCopy("a", { isSummaryOnly: true }),
      [aCopy("b", { isSummaryOnly: true })],
      ["b"],
      "b",
    ],
    ["no copy that is a third as long", aCopy("a"), [aCopy("b", { tokenCount: 90 })], ["b"], "a"],
    ["an abridged copy", aCopy("a"), [aCopy("b", { tokenCount: 200 })], ["b"], "b"],
  ])("shows %s", (_what, lead, others, prefer, expected) => {
    expect(choose(lead, others, prefer)).toBe(expected);
  });
});
