import { describe, expect, it } from "vitest";
import { renderAtom } from "../../../src/adapters/feed-writer/atom.ts";
import { aFeedDocument, anEntry } from "../../support/entries.ts";
import { childrenOf, parseStrictXml, textOf } from "../../support/strict-xml.ts";

const ATOM = "{http://www.w3.org/2005/Atom}";
const UPDATED_AT = Date.UTC(2026, 1, 17, 11, 20, 30);

/** `updated` as it is written, of entries that all changed in one second. */
const updatesOf = (ids: readonly string[]): readonly string[] => {
  const entries = ids.map((id) => anEntry({ id, updatedAt: UPDATED_AT }));
  const feed = parseStrictXml(renderAtom(aFeedDocument({ entries })));
  return childrenOf(feed, `${ATOM}entry`).map((entry) => textOf(entry, `${ATOM}updated`) ?? "");
};

const idsOf = (count: number): readonly string[] =>
  Array.from({ length: count }, (_, n) => `urn:x:${n}`);

describe("the Atom date of change of entries that changed in one second", () => {
  it("is told apart by less than a millisecond", () => {
    const updates = updatesOf(idsOf(300));
    expect(new Set(updates).size).toBe(300);
    expect(new Set(updates.map((text) => Date.parse(text)))).toEqual(new Set([UPDATED_AT]));
  });

  it("is the same whatever stands beside an entry, so that none looks updated", () => {
    const [alone] = updatesOf(["urn:x:a"]);
    expect(alone).toMatch(/^2026-02-17T11:20:30\.000\d{3}Z$/);
    expect(updatesOf(["urn:x:b", "urn:x:a", "urn:x:c"])[1]).toBe(alone);
    expect(updatesOf(["urn:x:a", "urn:x:b"])[0]).toBe(alone);
  });

  it("stays when others enter, although so many share the microseconds", () => {
    const ids = idsOf(600);
    expect(updatesOf(ids).slice(50)).toEqual(updatesOf(ids.slice(50)));
  });

  it("is whole where a second has no microseconds left", () => {
    const updates = updatesOf(idsOf(1001));
    expect(updates.filter((text) => text === "2026-02-17T11:20:30Z")).toHaveLength(2);
  });
});
