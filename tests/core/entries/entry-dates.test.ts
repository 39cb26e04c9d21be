import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type EntryDates,
  type ShownArticle,
  settleDates,
} from "../../../src/core/entries/entry-dates.ts";
import { HOUR, NOW } from "../../support/builders.ts";

const FACE = { articleId: "a", title: "A bridge", textHash: "t1", address: "https://a.example/1" };
const TIMES = { enteredAt: NOW - HOUR, publishedAt: NOW - HOUR, updatedAt: NOW - HOUR };
const READ: EntryDates = { ...TIMES, face: FACE };
const AT = { now: NOW, enterAt: NOW };
const UNSEEN: EntryDates = { enteredAt: NOW - HOUR, publishedAt: 0, updatedAt: 0, face: null };

const shown = (overrides: Partial<ShownArticle> = {}): ShownArticle => ({
  ...FACE,
  ...TIMES,
  receivedAt: NOW,
  joinedAt: NOW,
  isVisible: true,
  isTold: false,
  ...overrides,
});

describe("the dates of an entry", () => {
  it("begin as those of the article that is first shown", () => {
    const article = shown({ updatedAt: NOW - 1 });
    const dates = { ...TIMES, updatedAt: NOW - 1, face: FACE };
    expect(settleDates(UNSEEN, article, AT)).toEqual(dates);
  });

  it("never say that it was updated before it was published", () => {
    const article = shown({ publishedAt: NOW - 1, updatedAt: NOW - HOUR });
    expect(settleDates(UNSEEN, article, AT).updatedAt).toBe(NOW - 1);
  });

  it("are not settled while its article is held back", () => {
    const held = settleDates(UNSEEN, shown({ isVisible: false }), AT);
    expect(held.face).toBeNull();
    const later = settleDates(held, shown({ publishedAt: NOW - 5, updatedAt: NOW - 5 }), AT);
    expect(later.publishedAt).toBe(NOW - 5);
  });

  it.each<[string, Partial<ShownArticle>]>([
    ["nothing", {}],
    ["the publisher's date", { publishedAt: NOW, updatedAt: NOW }],
    ["an earlier date", { publishedAt: 0, updatedAt: 0 }],
    ["what our own rules make of its text", { textHash: "t2", title: "Bridge" }],
    ["the spelling of its address", { address: "http://www.a.example/1/#top" }],
    ["a counter in its address", { address: "https://a.example/1?_=17" }],
    ["the lead, to one that says the same", { articleId: "b" }],
    ["the lead, to one that is held back", { articleId: "b", title: "B", isVisible: false }],
  ])("stay when this changes: %s", (_what, change) => {
    const { publishedAt, updatedAt } = settleDates(READ, shown(change), AT);
    expect({ publishedAt, updatedAt }).toEqual({ publishedAt: NOW - HOUR, updatedAt: NOW - HOUR });
  });

  it.each<[string, Partial<ShownArticle>]>([
    ["a correction", { textHash: "t2", isTold: true }],
    ["a picture, of which readers are told", { isTold: true }],
    ["the address", { address: "https://a.example/2" }],
    ["a parameter of its address", { address: "https://a.example/1?page=2" }],
    ["the only address", { address: null }],
    [
      "the lead, to an earlier one with another title",
      { articleId: "b", title: "B", publishedAt: 0 },
    ],
    ["the lead, to one with another text", { articleId: "b", textHash: "t2" }],
  ])("say now when this changes: %s", (_what, change) => {
    const dates = settleDates(READ, shown(change), AT);
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
        const next = settleDates(dates, shown(change), { now, enterAt: now });
        const risen = next.updatedAt - dates.updatedAt;
        expect(next.publishedAt).toBe(READ.publishedAt);
        expect(risen === 0 || risen >= 1000).toBe(true);
        dates = next;
      }
    };
    fc.assert(fc.property(fc.array(steps, { maxLength: 20 }), check), { seed: 10 });
  });
});

describe("the place of an entry", () => {
  const came = NOW - 2 * HOUR;

  it.each<[string, Partial<EntryDates>, Partial<ShownArticle>, number]>([
    [
      "is where it belongs for what the first ingest of its source brings",
      { enteredAt: NOW - 9 * HOUR },
      { enteredAt: NOW - 9 * HOUR },
      NOW - 9 * HOUR,
    ],
    [
      "is just below the newer ones of its document",
      { enteredAt: NOW - 3 },
      { enteredAt: NOW - 3 },
      NOW - 3,
    ],
    [
      "is on top when its page has come, or its hold has ended",
      { enteredAt: came + 600_000 },
      { enteredAt: came + 600_000, receivedAt: came, joinedAt: came },
      NOW,
    ],
    [
      "is where it belongs when the page of an old article has come",
      { enteredAt: came - HOUR },
      { enteredAt: came - HOUR, receivedAt: came, joinedAt: came },
      came - HOUR,
    ],
    [
      "is on top when its article was part of another entry until now",
      { enteredAt: came },
      { enteredAt: came, receivedAt: came, joinedAt: NOW },
      NOW,
    ],
    [
      "is on top when a new copy shows what is still held back",
      { enteredAt: NOW + 600_000 },
      { enteredAt: NOW - 5, receivedAt: NOW, joinedAt: NOW },
      NOW,
    ],
    [
      "is not settled while all of it is held back",
      { enteredAt: NOW + 600_000 },
      { enteredAt: NOW + 600_000, isVisible: false },
      NOW + 600_000,
    ],
  ])("%s", (_, stored, article, expected) => {
    expect(settleDates({ ...UNSEEN, ...stored }, shown(article), AT).enteredAt).toBe(expected);
  });

  it("never changes once readers have it", () => {
    const moved = shown({ articleId: "b", title: "B", receivedAt: came, joinedAt: NOW });
    expect(settleDates(READ, moved, AT).enteredAt).toBe(READ.enteredAt);
  });
});
