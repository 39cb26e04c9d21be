import { describe, expect, it } from "vitest";
import { decideForget, type KnownToForget } from "../../../src/core/entries/forgetting.ts";
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
    { id: "alone", leadId: "valley", members: [member("valley", true)] },
    { id: "shared", leadId: "valley", members: [member("valley", true), member("hill", false)] },
  ],
  ...overrides,
});

describe("a source that is forgotten", () => {
  it("takes its texts with it, but for those that others carry", () => {
    const decided = decideForget(known(), { id: "valley", keep: false });
    if (!decided.ok) throw new Error(decided.error);
    expect(decided.value).toMatchObject({
      withdrawn: ["alone"],
      passedOn: [{ id: "shared", leadId: "hill" }],
      state: { title: "Valley Courier", failureCount: 0, firstIngestAt: null },
    });
  });

  it("leaves its articles where they are when they are kept", () => {
    const decided = decideForget(known(), { id: "valley", keep: true });
    expect(decided).toMatchObject({ ok: true, value: { withdrawn: [], passedOn: [] } });
  });

  it("must be there", () => {
    expect(decideForget(known({ source: null }), { id: "vally", keep: false })).toEqual({
      ok: false,
      error: 'there is no source "vally"; not in the configuration: valley',
    });
  });
});
