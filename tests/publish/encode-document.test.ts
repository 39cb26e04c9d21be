import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import type { DocumentRecord } from "../../src/core/published.ts";
import { encodeDocument, recordOf } from "../../src/publish/encode-document.ts";
import { NOW } from "../support/builders.ts";
import { aFeed, aFeedDocument } from "../support/entries.ts";

const body = Buffer.from("<rss>Ä</rss>");
const record = (known?: DocumentRecord, now = NOW, bytes = body) =>
  recordOf({ feed: aFeed(), format: "rss", body: bytes, known, now });

describe("recordOf", () => {
  it("tags the bytes strongly", () => {
    const { etag } = record();
    expect(etag).toMatch(/^"[\w-]{27}"$/);
    expect(record(undefined, NOW + 5).etag).toBe(etag);
    expect(record(undefined, NOW, Buffer.from("<rss>A</rss>")).etag).not.toBe(etag);
  });

  it("counts changes in whole seconds", () => {
    expect(record(undefined, NOW + 999).changedAt).toBe(NOW);
  });

  it("never goes back with a clock that was set back", () => {
    const known = { feedId: "all", format: "rss" as const, etag: '"old"', changedAt: NOW };
    expect(record(known, NOW - 86_400_000).changedAt).toBe(NOW + 1000);
  });

  it("keeps what is known of the same bytes", () => {
    const known = record();
    expect(record(known, NOW + 86_400_000)).toBe(known);
  });
});

describe("encodeDocument", () => {
  it("keeps the bytes plain and compressed, with their headers", async () => {
    const document = aFeedDocument();
    const encoded = await encodeDocument(document, { format: "rss", body, record: record() });
    expect(encoded).toMatchObject({
      mediaType: "application/rss+xml; charset=utf-8",
      etag: record().etag,
      changedAt: NOW,
      identity: body,
    });
    expect(gunzipSync(encoded.encoded.gzip)).toEqual(body);
    expect(brotliDecompressSync(encoded.encoded.br)).toEqual(body);
  });

  it("says where the document is, and its other forms", async () => {
    const { links } = await encodeDocument(aFeedDocument(), {
      ...{ format: "atom", body, record: record() },
    });
    expect(links.split(", ")).toEqual([
      '<https://desk.example/feeds/all.atom>; rel="self"; type="application/atom+xml"',
      '<https://desk.example/feeds/all.rss>; rel="alternate"; type="application/rss+xml"',
      '<https://desk.example/feeds/all.json>; rel="alternate"; type="application/feed+json"',
      '<https://desk.example/feeds/all>; rel="alternate"; type="text/html"',
    ]);
  });
});
