import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type EntryDates, type ShownArticle, settleDates } from "../../src/core/entry-dates.ts";
import { HOUR, NOW } from "../support/builders.ts";

const FACE = { articleId: "a", title: "A bridge", textHash: "t1", address: "https://a.example/1" };
const READ: EntryDates = { publishedAt: NOW - HOUR, updatedAt: NOW - HOUR, face: FACE };
const UNSEEN: EntryDates = { publishedAt: 0, updatedAt: 0, face: null };

const shown = (overrides: Partial<ShownArticle> = {}): ShownArticle => ({
  ...FACE,
  publishedAt: NOW - HOUR,
  updatedAt: NOW - HOUR,
  isVisible: true,
  isTold: false,
  ...overrides,
});

describe("the dates of an entry", () => {
  it("begin as those of the article that is first shown", () => {
    const article = shown({ updatedAt: NOW - 1 });
    const dates = { publishedAt: NOW - HOUR, updatedAt: NOW - 1, face: FACE };
    expect(settleDates(UNSEEN, article, NOW)).toEqual(dates);
  });

  it("never say that it was updated before it was published", () => {
    const article = shown({ publishedAt: NOW - 1, updatedAt: NOW - HOUR });
    expect(settleDates(UNSEEN, article, NOW).updatedAt).toBe(NOW - 1);
  });

  it("are not settled while its article is held back", () => {
    const held = settleDates(UNSEEN, shown({ isVisible: false }), NOW);
    expect(held.face).toBeNull();
    const later = settleDates(held, shown({ publishedAt: NOW - 5, updatedAt: NOW - 5 }), NOW);
    expect(later.publishedAt).toBe(NOW - 5);
  });

  it.each<[string, Partial<ShownArticle>]>([
    ["nothing", {}],
    ["the publisher's date", { publishedAt: NOW, updatedAt: NOW }],
    ["an earlier date", { publishedAt: 0, updatedAt: 0 }],
    ["what our own rules make of its text", { textHash: "t2", title: "Bridge" }],
    ["the spelling of its address", { address: "http://www.a.example/1/#top" }],
    ["the lead, to one that says the same", { articleId: "b" }],
    ["the lead, to one that is held back", { articleId: "b", title: "B", isVisible: false }],
  ])("stay when this changes: %s", (_what, change) => {
    const { publishedAt, updatedAt } = settleDates(READ, shown(change), NOW);
    expect({ publishedAt, updatedAt }).toEqual({ publishedAt: NOW - HOUR, updatedAt: NOW - HOUR });
  });

  it.each<[string, Partial<ShownArticle>]>([
    ["a correction", { textHash: "t2", isTold: true }],
    ["a picture, of which readers are told", { isTold: true }],
    ["the address", { address: "https://a.example/2" }],
    ["the only address", { address: null }],
    [
      "the lead, to an earlier one with another title",
      { articleId: "b", title: "B", publishedAt: 0 },
    ],
    ["the lead, to one with another text", { articleId: "b", textHash: "t2" }],
  ])("say now when this changes: %s", (_what, change) => {
    const dates = settleDates(READ, shown(change), NOW);
    expect(dates.publishedAt).toBe(NOW - HOUR);
    expect(dates.updatedAt).toBe(NOW);
  });

  it("rise by a second with each change, whatever the clock says", () => {
    const steps = fc.record({
      now: fc.integer({ min: NOW - 10 * HOUR, max: NOW + HOUR }),
      change: fc.record({
        articleId: fc.constantFrom("a", "b"),
        title: fc.constantFrom("A bridge", "B"),
        address: fc.constantFrom("https://a.example/1", "https://b.example/1", null),
        isTold: fc.boolean(),
        isVisible: fc.boolean(),
      }),
    });
    const check = (list: readonly { now: number; change: Partial<ShownArticle> }[]): void => {
      let dates = READ;
      for (const { now, change } of list) {
        const next = settleDates(dates, shown(change), now);
        const risen = next.updatedAt - dates.updatedAt;
        expect(next.publishedAt).toBe(READ.publishedAt);
        expect(risen === 0 || risen >= 1000).toBe(true);
        dates = next;
      }
    };
    fc.assert(fc.property(fc.array(steps, { maxLength: 20 }), check), { seed: 10 });
  });
});
