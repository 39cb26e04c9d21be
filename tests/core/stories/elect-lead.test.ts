import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Candidate } from "../../../src/core/articles/stored-context.ts";
import { RIGHTS } from "../../../src/core/rights/rights.ts";
import { electLead, placeOf } from "../../../src/core/stories/elect-lead.ts";

const candidate = (id: string, overrides: Partial<Candidate> = {}): Candidate => ({
  id,
  sourceId: "valley",
  key: "key",
  place: 0,
  isForgotten: false,
  republish: "full",
  isOnOwnHost: false,
  isSummaryOnly: false,
  tokenCount: 100,
  firstPublishedAt: 1000,
  receivedAt: 2000,
  enteredAt: 2000,
  ...overrides,
});

describe("electLead", () => {
  it.each<[string, Partial<Candidate>, Partial<Candidate>]>([
    [
      "the one of which more may be republished",
      { republish: "excerpt" },
      { isOnOwnHost: true, republish: "link" },
    ],
    ["the house's own copy", { isOnOwnHost: true, isSummaryOnly: true, place: 1 }, {}],
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
    ["what is published", { republish: "link" }, { isForgotten: true, isOnOwnHost: true }],
    [
      "a summary before a text that was forgotten",
      { isSummaryOnly: true, tokenCount: 9 },
      { isForgotten: true },
    ],
    ["full text before a summary", { place: 1 }, { isSummaryOnly: true }],
    [
      "that of the source which stands first in the configuration, though it is the later",
      { firstPublishedAt: 1001 },
      { sourceId: "hill", place: 1 },
    ],
    [
      "that of a source in the configuration before one that left it",
      { place: placeOf(7, true) },
      { sourceId: "hill", place: placeOf(0, false) },
    ],
    ["the newest of one source", { firstPublishedAt: 1001 }, { receivedAt: 3000 }],
    ["of two with one date the one received last", { receivedAt: 2001 }, { enteredAt: 3000 }],
    ["of two received together the upper one", { enteredAt: 2001 }, {}],
    ["the first by the publisher's key when all is equal", { key: "a" }, { key: "b" }],
  ])("takes %s", (_what, better, worse) => {
    const [a, b] = [candidate("a", better), candidate("b", worse)];
    expect(electLead([a, b]).id).toBe("a");
    expect(electLead([b, a]).id).toBe("a");
  });

  it("never asks for an id of ours, which is as good as random", () => {
    const [a, b] = [candidate("a", { key: "2" }), candidate("b", { key: "1" })];
    expect(electLead([a, b]).id).toBe("b");
  });

  it("does not depend on the order in which it is asked", () => {
    const many = fc.uniqueArray(
      fc.record({
        id: fc.string({ minLength: 1, maxLength: 3 }),
        sourceId: fc.constantFrom("valley", "hill"),
        key: fc.string({ maxLength: 2 }),
        place: fc.constantFrom(0, 0, 1),
        isForgotten: fc.boolean(),
        republish: fc.constantFrom(...RIGHTS),
        isOnOwnHost: fc.boolean(),
        isSummaryOnly: fc.boolean(),
        tokenCount: fc.constantFrom(20, 60, 300),
        firstPublishedAt: fc.integer({ min: 0, max: 3 }),
        receivedAt: fc.integer({ min: 0, max: 2 }),
        enteredAt: fc.integer({ min: 0, max: 2 }),
      }),
      { minLength: 1, maxLength: 6, selector: ({ sourceId, key }) => `${sourceId} ${key}` },
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
