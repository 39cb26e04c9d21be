import { describe, expect, it } from "vitest";
import type { MemberReason } from "../../../src/core/similarity/member-reason.ts";
import { reelect } from "../../../src/core/stories/reelect.ts";
import { aKnownArticle } from "../../support/builders.ts";

const COPY: MemberReason = { rule: "copy", tokens: 90, coverage: 0.9, run: 45 };
const EXACT: MemberReason = { rule: "exact", tokens: 100 };
const members = new Map<string, MemberReason>([
  ["a", { rule: "lead" }],
  ["b", COPY],
  ["c", EXACT],
]);
const [a, b, c] = ["a", "b", "c"].map((id, index) =>
  aKnownArticle({ id, sourceId: id, place: index }),
);
const all = [a, b, c].flatMap((article) => article ?? []);

describe("a lead elected anew", () => {
  it("takes over when less may be republished of the former, which is there for the same reason", () => {
    const lowered = all.map((each) =>
      each.id === "a" ? { ...each, republish: "link" as const } : each,
    );
    const change = reelect({ leadId: "a", members }, lowered);
    expect(change?.leadId).toBe("b");
    expect([...(change?.members ?? [])]).toEqual([
      ["b", { rule: "lead" }],
      ["c", EXACT],
      ["a", COPY],
    ]);
  });

  it.each([
    ["nothing speaks against it", "a", all],
    ["there is none", null, all],
    ["nobody is known", "a", []],
  ])("stays when %s", (_what, leadId, candidates) => {
    expect(reelect({ leadId, members }, candidates)).toBeNull();
  });
});
