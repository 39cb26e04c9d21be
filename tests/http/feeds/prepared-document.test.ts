import { gunzipSync } from "node:zlib";
import { expect, it } from "vitest";
import type { PublishedDocument } from "../../../src/core/entries/published.ts";
import { DEFAULT_CACHE_POLICY } from "../../../src/http/feeds/documents.ts";
import { prepareDocument } from "../../../src/http/feeds/prepared-document.ts";
import { NOW } from "../../support/builders.ts";
import { brotliOf } from "../../support/document-text.ts";

const TEXT = `<rss>${"Änderung ".repeat(5_000)}</rss>`;

function setUp(over: Partial<PublishedDocument> = {}) {
  const document: PublishedDocument = {
    ...{ path: "/feeds/all.rss", mediaType: "application/rss+xml", etag: '"a"', changedAt: NOW },
    ...{ br: brotliOf(TEXT), links: "", ...over },
  };
  return { document, prepared: prepareDocument(document, DEFAULT_CACHE_POLICY) };
}

const header = (headers: readonly string[], name: string): string | undefined =>
  headers[headers.indexOf(name) + 1];

it("the coding in which a document is stored is there at once, as it is stored", () => {
  const { document, prepared } = setUp();
  const variant = prepared.variant("br");
  if (variant instanceof Promise) throw new Error("it has to be made first");
  expect(variant.body).toBe(document.br);
  expect(header(variant.okHeaders, "Content-Encoding")).toBe("br");
});

it("every other coding holds the same bytes, and says its own length", async () => {
  const { prepared } = setUp();
  const [plain, gzip] = [await prepared.variant("identity"), await prepared.variant("gzip")];
  expect(Buffer.from(plain.body).toString()).toBe(TEXT);
  expect(gunzipSync(gzip.body)).toEqual(Buffer.from(plain.body));
  for (const [{ body, okHeaders }, etag] of [
    [plain, '"a"'],
    [gzip, '"a-gzip"'],
  ] as const) {
    expect(header(okHeaders, "Content-Length")).toBe(String(body.byteLength));
    expect(header(okHeaders, "ETag")).toBe(etag);
  }
  expect(plain.okHeaders).not.toContain("Content-Encoding");
});

it.each(["identity", "gzip"] as const)(
  "%s is made once, for those who ask at the same time and for all after them",
  async (coding) => {
    const { prepared } = setUp();
    const asked = [prepared.variant(coding), prepared.variant(coding)];
    expect(asked[0]).toBeInstanceOf(Promise);
    const [one, other] = await Promise.all(asked);
    expect(one?.body).toBe(other?.body);
    const kept = prepared.variant(coding);
    expect(kept).not.toBeInstanceOf(Promise);
    expect((await kept).body).toBe(one?.body);
  },
);

it("nothing is made that nobody asks for: validators and 304 need no bytes", () => {
  const { prepared } = setUp({ br: Buffer.from("no brotli at all") });
  expect(prepared.validators.etags).toEqual(['"a-br"', '"a-gzip"', '"a"']);
  expect(header(prepared.notModifiedHeaders.gzip, "ETag")).toBe('"a-gzip"');
});

it("who asks for a coding of bytes that are broken is told so", async () => {
  const { prepared } = setUp({ br: Buffer.from("no brotli at all") });
  await expect(prepared.variant("identity")).rejects.toThrow();
});

it("a coding that could not be made is tried again for the next client", async () => {
  const { prepared } = setUp({ br: Buffer.from("no brotli at all") });
  const first = prepared.variant("identity");
  await expect(first).rejects.toThrow();
  const next = prepared.variant("identity");
  expect(next).not.toBe(first);
  await expect(next).rejects.toThrow();
});
