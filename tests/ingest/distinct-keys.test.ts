import { describe, expect, it } from "vitest";
import type { ArticleDraft } from "../../src/core/model.ts";
import { distinctKeys } from "../../src/ingest/distinct-keys.ts";
import { aDraft } from "../support/builders.ts";

const HOME = "https://valley.example/";
const draft = (title: string, overrides: Partial<ArticleDraft>): ArticleDraft =>
  aDraft({ title, ...overrides });

const keysOf = (drafts: readonly ArticleDraft[]) => distinctKeys(drafts).map(({ key }) => key);
const count = (drafts: readonly ArticleDraft[]) => new Set(keysOf(drafts)).size;

describe("distinctKeys", () => {
  it("leaves keys that are distinct", () => {
    expect(keysOf([draft("a", { key: "1" }), draft("b", { key: "2" })])).toEqual(["1", "2"]);
  });

  it.each<[string, Partial<ArticleDraft>, Partial<ArticleDraft>, number]>([
    [
      "one guid in every item with an address of its own",
      { key: "g", canonicalUrl: `${HOME}1` },
      { key: "g", canonicalUrl: `${HOME}2` },
      2,
    ],
    [
      "one guid and no address",
      { key: "g", canonicalUrl: null },
      { key: "g", canonicalUrl: null },
      2,
    ],
    [
      "one guid and the home page",
      { key: HOME, canonicalUrl: HOME },
      { key: HOME, canonicalUrl: HOME },
      2,
    ],
    [
      "no guid and one address",
      { key: `${HOME}news`, guid: null, canonicalUrl: `${HOME}news` },
      { key: `${HOME}news`, guid: null, canonicalUrl: `${HOME}news` },
      2,
    ],
    [
      "one guid and one address: versions of one article",
      { key: "g", canonicalUrl: `${HOME}1` },
      { key: "g", canonicalUrl: `${HOME}1` },
      1,
    ],
  ])("%s", (_what, a, b, expected) => {
    expect(count([draft("First", a), draft("Second", b)])).toBe(expected);
  });

  it("keeps true repeats one article", () => {
    const repeat = draft("Same", { key: "g", canonicalUrl: null });
    expect(count([repeat, repeat])).toBe(1);
    expect(keysOf([repeat, repeat])).toEqual(["g", "g"]);
  });

  it("gives the same keys in another order", () => {
    const drafts = ["a", "b", "c"].map((title) => draft(title, { key: HOME, canonicalUrl: HOME }));
    expect(keysOf(drafts.toReversed())).toEqual(keysOf(drafts).toReversed());
  });
});
