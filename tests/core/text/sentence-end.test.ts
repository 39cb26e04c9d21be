import { describe, expect, it } from "vitest";
import { endsWithStop, endsWithStopOrColon } from "../../../src/core/text/sentence-end.ts";

describe("the end of a sentence", () => {
  it.each([
    ["English", "The bridge is closed."],
    ["a quotation", "“Who will row?”"],
    ["Japanese", "橋は閉まっている。」"],
    ["Hindi", "पुल आज भी बंद है।"],
    ["Urdu", "پل آج بھی بند ہے۔"],
    ["Arabic", "هل فتح الجسر؟"],
    ["Greek", "Πότε ανοίγει η γέφυρα;"],
    ["Armenian", "Կամուրջը փակ է։"],
  ])("is told in %s", (_, text) => {
    expect(endsWithStop(text)).toBe(true);
  });

  it("is no semicolon of other scripts, no colon, and no bracket alone", () => {
    for (const text of ["The bridge;", "The bridge:", "The bridge (old)", ""]) {
      expect(endsWithStop(text)).toBe(false);
    }
    expect(endsWithStopOrColon("The bridge:")).toBe(true);
  });
});
