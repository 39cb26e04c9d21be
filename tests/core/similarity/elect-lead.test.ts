import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { RIGHTS } from "../../../src/core/model.ts";
import { type Candidate, electLead } from "../../../src/core/similarity/elect-lead.ts";

const candidate = (id: string, overrides: Partial<Candidate> = {}): Candidate => ({
  id,
  republish: "full",
  isOnOwnHost: false,
  isSummaryOnly: false,
  tokenCount: 100,
  firstPublishedAt: 1000,
  ...overrides,
});

describe("electLead", () => {
  it.each<[string, Partial<Candidate>, Partial<Candidate>]>([
    [
      "the one of which more may be republished",
      { republish: "excerpt" },
      { isOnOwnHost: true, republish: "link" },
    ],
    ["the house's own copy", { isOnOwnHost: true, isSummaryOnly: true }, { firstPublishedAt: 1 }],
    [
      "any text that is no mere part of another, though it says so",
      { isOnOwnHost: true, isSummaryOnly: true, tokenCount: 34 },
      { tokenCount: 100 },
    ],
    [
      "a full text before the house's own summary of it",
      { tokenCount: 100 },
      { isOnOwnHost: true, isSummaryOnly: true, tokenCount: 33 },
    ],
    [
      "a summary before a full text of which less may be shown",
      { isSummaryOnly: true, tokenCount: 33 },
      { republish: "excerpt" as const },
    ],
    ["full text before a summary", { firstPublishedAt: 2000 }, { isSummaryOnly: true }],
    ["the earliest", { firstPublishedAt: 1000 }, { firstPublishedAt: 1001 }],
    ["the first by id when all is equal", {}, {}],
  ])("takes %s", (_what, better, worse) => {
    const [a, b] = [candidate("a", better), candidate("b", worse)];
    expect(electLead([a, b]).id).toBe("a");
    expect(electLead([b, a]).id).toBe("a");
  });

  it("does not depend on the order in which it is asked", () => {
    const many = fc.uniqueArray(
      fc.record({
        id: fc.string({ minLength: 1, maxLength: 3 }),
        republish: fc.constantFrom(...RIGHTS),
        isOnOwnHost: fc.boolean(),
        isSummaryOnly: fc.boolean(),
        tokenCount: fc.constantFrom(20, 60, 300),
        firstPublishedAt: fc.integer({ min: 0, max: 3 }),
      }),
      { minLength: 1, maxLength: 6, selector: ({ id }) => id },
    );
    fc.assert(
      fc.property(many, (members) => {
        const lead = (list: readonly Candidate[]) => electLead(list as [Candidate]).id;
        expect(lead(members.toReversed())).toBe(lead(members));
        expect(lead([...members.slice(1), ...members.slice(0, 1)])).toBe(lead(members));
      }),
    );
  });
});
