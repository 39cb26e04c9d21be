import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { evidenceOf } from "../../../src/core/similarity/evidence.ts";
import { fingerprintOf } from "../../../src/core/similarity/fingerprint.ts";
import { measure } from "../../../src/core/similarity/measure.ts";
import { tokensByLine } from "../../../src/core/text/tokens.ts";
import { editText, generateText, seeded } from "../../support/generated-texts.ts";

const LEAD =
  "The council met on Tuesday and gave 1,200 euros to the Old Bridge before all went home.";
const MEMBER = "Valley (wire) - The council met on Tuesday and gave 1,500 euros to the old bridge.";

describe("evidenceOf", () => {
  it("shows what is equal, and what each has instead of the other, in the texts' own words", () => {
    const { parts, ...figures } = evidenceOf(LEAD, MEMBER);
    expect(parts).toEqual([
      { kind: "different", lead: "", member: "Valley (wire) -" },
      { kind: "equal", words: 7, text: "The council met on Tuesday and gave" },
      { kind: "different", lead: "1,200", member: "1,500" },
      { kind: "equal", words: 5, text: "euros to the Old Bridge" },
      { kind: "different", lead: "before all went home.", member: "" },
    ]);
    expect(figures).toMatchObject({ tokens: 15, matched: 12, coverage: 0.8, longestRun: 7 });
    expect(figures).toMatchObject({ meanRun: 6, changedNumbers: 1, equalNumbers: 0 });
  });

  it("has the sides exchanged when the texts are", () => {
    const { parts, ...figures } = evidenceOf(MEMBER, LEAD);
    expect(parts[0]).toEqual({ kind: "different", lead: "Valley (wire) -", member: "" });
    expect(figures).toEqual({ ...evidenceOf(LEAD, MEMBER), parts: undefined });
  });

  it("abridges what is long", () => {
    const text = generateText(seeded(1), 300);
    const { parts } = evidenceOf(text, text);
    expect(parts).toEqual([{ kind: "equal", words: 300, text: expect.stringContaining(" … ") }]);
    const strangers = evidenceOf(text, "");
    expect(strangers).toMatchObject({ coverage: 0, longestRun: 0, partsLeftOut: 0 });
    expect(JSON.stringify(strangers.parts).length).toBeLessThan(1000);
  });

  it("measures what the rules measure", () => {
    fc.assert(
      fc.property(fc.nat(), (seed) => {
        const text = generateText(seeded(seed), 120);
        const copy = editText(seeded(seed + 1), text);
        const of = (each: string) => fingerprintOf(tokensByLine(each)).tokens;
        const { matched, coverage, run, changedNumbers } = measure(of(copy), of(text));
        expect(evidenceOf(text, copy)).toMatchObject({ matched, coverage, meanRun: run });
        expect(evidenceOf(text, copy).changedNumbers).toBe(changedNumbers);
      }),
      { numRuns: 50 },
    );
  });
});
