import { describe, expect, it } from "vitest";
import { createIds } from "../../../src/service/ingesting/ids.ts";

const INSTANCE = "7d9f2c52-9c4b-4a5e-8a3f-0b9d3c2a1e00";
const ids = createIds(INSTANCE);

describe("the ids of an article", () => {
  it("are the same for ever on one instance", () => {
    expect(ids.articleId("news", "guid:1")).toBe(createIds(INSTANCE).articleId("news", "guid:1"));
    expect(ids.fallbackEntryId("news", "guid:1")).toBe(
      createIds(INSTANCE).fallbackEntryId("news", "guid:1"),
    );
  });

  it.each([
    ["another source", () => ids.articleId("other", "guid:1")],
    ["another key", () => ids.articleId("news", "guid:2")],
    ["another instance", () => createIds(INSTANCE.replace("7", "8")).articleId("news", "guid:1")],
  ])("differ for %s", (_, other) => {
    expect(other()).not.toBe(ids.articleId("news", "guid:1"));
  });

  it("fit a URL and a feed", () => {
    expect(ids.articleId("news", "guid:1")).toMatch(/^[2-9b-df-hj-np-tv-zBCDF]{12}$/);
    expect(ids.fallbackEntryId("news", "guid:1")).toMatch(
      /^urn:uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-/,
    );
  });
});
