import { describe, expect, it } from "vitest";
import {
  decideForget,
  type KnownToForget,
  updatedWhenBroughtBack,
} from "../../../src/core/entries/forgetting.ts";
import { FRESH_STATE } from "../../../src/core/sources/source-state.ts";
import { aKnownArticle, aRemote, NOW } from "../../support/builders.ts";

const member = (id: string, isForgotten: boolean) => ({
  ...aKnownArticle({ id, sourceId: id, isForgotten }),
  why: id === "valley" ? { rule: "lead" as const } : { rule: "exact" as const, tokens: 100 },
});

const known = (overrides: Partial<KnownToForget> = {}): KnownToForget => ({
  source: {
    id: "valley",
    address: aRemote().url,
    definition: null,
    last: aRemote(),
    forgottenAt: null,
    state: { ...FRESH_STATE, title: "Valley Courier", failureCount: 4, firstIngestAt: NOW },
  },
  forgettable: ["valley"],
  articles: 2,
  clusters: [
    { id: "alone", leadId: "valley", toldAt: NOW - 5000, members: [member("valley", true)] },
    {
      id: "shared",
      leadId: "valley",
      toldAt: NOW,
      members: [member("valley", true), member("hill", false)],
    },
  ],
  ...overrides,
});

describe("a source that is forgotten", () => {
  it("takes its texts with it, but for those that others carry", () => {
    const decided = decideForget(known(), { id: "valley", keep: false }, NOW);
    if (!decided.ok) throw new Error(decided.error);
    expect(decided.value).toMatchObject({
      withdrawn: [{ id: "alone", at: NOW }],
      forgottenAt: NOW + 1000,
      passedOn: [{ id: "shared", leadId: "hill" }],
      state: { title: "Valley Courier", failureCount: 0, firstIngestAt: null },
    });
  });

  it("is told as newer than what any feed said", () => {
    const clusters = [
      { id: "alone", leadId: "valley", toldAt: NOW + 30, members: [member("valley", true)] },
    ];
    const decided = decideForget(known({ clusters }), { id: "valley", keep: false }, NOW);
    expect(decided).toMatchObject({ value: { withdrawn: [{ id: "alone", at: NOW + 1030 }] } });
  });

  it.each([
    ["withdrawn with it", { withdrawnAt: NOW - 400, updatedAt: 0 }, NOW + 600],
    ["withdrawn long ago", { withdrawnAt: NOW - 9000, updatedAt: 0 }, NOW],
    ["updated later than withdrawn", { withdrawnAt: 0, updatedAt: NOW + 7 }, NOW + 7],
    ["carried on by others", { withdrawnAt: null, updatedAt: NOW - 10 }, NOW + 990],
  ])("gives an entry %s a later date when it is brought back", (_, entry, expected) => {
    expect(updatedWhenBroughtBack({ id: "alone", ...entry }, NOW)).toBe(expected);
  });

  it("may have more texts that others carry than a call takes arguments", () => {
    const members = [member("valley", true), member("hill", false)];
    const clusters = Array.from({ length: 200_000 }, (_, n) => {
      return { id: String(n), leadId: "hill", toldAt: NOW - n, members };
    });
    const decided = decideForget(known({ clusters }), { id: "valley", keep: false }, NOW);
    expect(decided).toMatchObject({ value: { forgottenAt: NOW + 1000 } });
  });

  it("leaves its articles where they are when they are kept", () => {
    const decided = decideForget(known(), { id: "valley", keep: true }, NOW);
    expect(decided).toMatchObject({ ok: true, value: { withdrawn: [], passedOn: [] } });
  });

  it("must be there", () => {
    expect(decideForget(known({ source: null }), { id: "vally", keep: false }, NOW)).toEqual({
      ok: false,
      error: 'there is no source "vally"; not in the configuration: valley',
    });
  });
});
