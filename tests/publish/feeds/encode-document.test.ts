import { brotliDecompressSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import type { Version } from "../../../src/core/entries/published.ts";
import { compress, linkHeader, versionOf } from "../../../src/publish/feeds/encode-document.ts";
import { NOW } from "../../support/builders.ts";
import { aFeedDocument } from "../../support/entries.ts";

const body = Buffer.from("<rss>Ä</rss>");
const version = (known?: Version, now = NOW, bytes = body) => versionOf(bytes, known, now);

describe("versionOf", () => {
  it("tags the bytes strongly", () => {
    const { etag } = version();
    expect(etag).toMatch(/^"[\w-]{27}"$/);
    expect(version(undefined, NOW + 5).etag).toBe(etag);
    expect(version(undefined, NOW, Buffer.from("<rss>A</rss>")).etag).not.toBe(etag);
  });

  it("counts changes in whole seconds", () => {
    expect(version(undefined, NOW + 999).changedAt).toBe(NOW);
  });

  it("never goes back with a clock that was set back", () => {
    expect(version({ etag: '"old"', changedAt: NOW }, NOW - 86_400_000).changedAt).toBe(NOW + 1000);
  });

  it("keeps what is known of the same bytes", () => {
    const known = version();
    expect(version(known, NOW + 86_400_000)).toEqual(known);
  });
});

describe("compress", () => {
  it("keeps the bytes", async () => {
    expect(brotliDecompressSync(await compress(body))).toEqual(body);
  });
});

describe("linkHeader", () => {
  it("says where the document is, and its other forms", () => {
    expect(linkHeader(aFeedDocument(), "atom").split(", ")).toEqual([
      '<https://desk.example/feeds/all.atom>; rel="self"; type="application/atom+xml"',
      '<https://desk.example/feeds/all.rss>; rel="alternate"; type="application/rss+xml"',
      '<https://desk.example/feeds/all.json>; rel="alternate"; type="application/feed+json"',
      '<https://desk.example/feeds/all>; rel="alternate"; type="text/html"',
    ]);
  });
});
