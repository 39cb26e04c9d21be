import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { feedRenderers } from "../../../src/adapters/feed-writer/feed-renderers.ts";
import { FORMATS } from "../../../src/core/entries/formats.ts";
import { fitEntries, largestRendering } from "../../../src/publish/feeds/fit-entries.ts";
import { aFeedDocument, anEntry } from "../../support/entries.ts";

const FRAME = 100;

/** Entries that are their sizes, in a document with a frame. */
function measured(sizes: readonly number[], bytes: number | null) {
  let renderings = 0;
  const measure = (kept: readonly number[]): number => {
    renderings += 1;
    return kept.reduce((sum, size) => sum + size, FRAME);
  };
  return { kept: fitEntries(sizes, bytes, measure), renderings: () => renderings };
}

describe("fitEntries", () => {
  it("keeps as many of the newest as fit, one at least", () => {
    const sizes = fc.array(fc.integer({ min: 1, max: 1000 }), { minLength: 1, maxLength: 200 });
    fc.assert(
      fc.property(sizes, fc.integer({ min: 1, max: 100_000 }), (all, bytes) => {
        const { kept } = measured(all, bytes);
        const sizeOf = (count: number): number =>
          all.slice(0, count).reduce((sum, size) => sum + size, FRAME);
        expect(kept).toEqual(all.slice(0, kept.length));
        expect(kept.length === 1 || sizeOf(kept.length) <= bytes).toBe(true);
        expect(kept.length === all.length || sizeOf(kept.length + 1) > bytes).toBe(true);
      }),
    );
  });

  it("measures a feed of a thousand eleven times at most, one that fits once, one without limit never", () => {
    const sizes = Array.from({ length: 1000 }, () => 100);
    expect(measured(sizes, 40_000).renderings()).toBeLessThanOrEqual(11);
    expect(measured(sizes, 1_000_000).renderings()).toBe(1);
    expect(measured(sizes, null).renderings()).toBe(0);
  });
});

describe("largestRendering", () => {
  it("is the size of the largest format, in bytes", () => {
    const document = aFeedDocument({ entries: [anEntry({ contentHtml: "<p>ä€😀</p>" })] });
    const sizes = FORMATS.map((format) => Buffer.from(feedRenderers[format](document)).byteLength);
    expect(largestRendering(document, feedRenderers)).toBe(Math.max(...sizes));
  });

  it("cuts a real feed so that every format fits and all have the same entries", () => {
    const entries = Array.from({ length: 40 }, (_, n) =>
      anEntry({ id: `urn:x:${n}`, contentHtml: `<p>${"wörd & ".repeat(100 + n)}</p>` }),
    );
    const withEntries = (kept: typeof entries) => aFeedDocument({ entries: kept });
    const kept = fitEntries(entries, 50_000, (some) =>
      largestRendering(withEntries([...some]), feedRenderers),
    );
    expect(kept.length).toBeGreaterThan(5);
    expect(kept.length).toBeLessThan(40);
    expect(largestRendering(withEntries([...kept]), feedRenderers)).toBeLessThanOrEqual(50_000);
    const oneMore = entries.slice(0, kept.length + 1);
    expect(largestRendering(withEntries(oneMore), feedRenderers)).toBeGreaterThan(50_000);
  });
});
