import { globSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readFeed } from "../../../src/adapters/feed-reader/read-feed.ts";

const root = new URL("../../fixtures/feeds/", import.meta.url);
const inputs = globSync("*/*.{xml,jsonfeed}", { cwd: root }).sort();

/** What stands beside each input: how it was received, and what must at least be read from it. */
type Pair = {
  readonly url?: string;
  readonly contentType?: string;
  readonly expected: object;
};

describe("a feed", () => {
  it("has a fixture for each rule", () => {
    expect(inputs.length).toBeGreaterThanOrEqual(75);
  });

  it.each(inputs)("%s is read as its pair says", (input) => {
    const bytes = readFileSync(new URL(input, root));
    const pairName = input.replace(/\.\w+$/, ".json");
    const pair = JSON.parse(readFileSync(new URL(pairName, root), "utf8")) as Pair;
    const document = { bytes, contentType: pair.contentType ?? null, url: pair.url ?? null };
    expect(readFeed(document, { items: 100 })).toMatchObject({ ok: true, value: pair.expected });
  });
});
