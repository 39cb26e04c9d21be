import { describe, expect, it } from "vitest";
import { mergedAway } from "../../../src/core/entries/withdrawal.ts";
import { composeStubs } from "../../../src/publish/feeds/compose-stubs.ts";
import { aStoredArticle, aStoredEntry, DAY, NOW } from "../../support/builders.ts";
import { aFeed, aSite } from "../../support/entries.ts";

const withdrawn = (id: string, at: number) =>
  aStoredEntry({
    entryId: `urn:x:${id}`,
    article: aStoredArticle({ id, title: "What must not be said any more" }),
    withdrawal: { at, reason: null },
  });

const stubs = (feed = aFeed(), now = NOW) =>
  composeStubs({ site: aSite(), feed, gone: [withdrawn("a", NOW)], now });

describe("stubs", () => {
  it("name an entry by its id, our page and what became of it, never by its title", () => {
    const link = `${aSite().url}/articles/a`;
    expect(stubs()).toEqual([{ id: "urn:x:a", title: "Withdrawn", link, at: NOW }]);
    expect(stubs(aFeed({ language: "de-AT" }))).toMatchObject([{ title: "Zurückgezogen" }]);
  });

  it("tell a merge from a withdrawal", () => {
    const merged = { ...withdrawn("a", NOW), withdrawal: mergedAway(NOW, "urn:x:b") };
    const [stub] = composeStubs({ site: aSite(), feed: aFeed(), gone: [merged], now: NOW });
    expect(stub?.title).toBe("Part of another article now");
  });

  it("stay for as many days as the feed says, or never come", () => {
    const forTwoDays = aFeed({ withdrawn: { form: "stub", days: 2 } });
    expect(stubs(forTwoDays, NOW + 2 * DAY)).toHaveLength(1);
    expect(stubs(forTwoDays, NOW + 2 * DAY + 1)).toEqual([]);
    expect(stubs(aFeed({ withdrawn: { form: "drop", days: 7 } }))).toEqual([]);
  });
});
