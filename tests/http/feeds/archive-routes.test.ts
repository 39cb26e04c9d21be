import { expect, it } from "vitest";
import type { ArchiveDocumentKey } from "../../../src/core/entries/archive.ts";
import type { PublishedDocument } from "../../../src/core/entries/published.ts";
import { brotliOf } from "../../support/document-text.ts";
import { siteForTest } from "../running-site.ts";
import { samplePublished } from "../sample-site.ts";

const aPage = (path: string): PublishedDocument => ({
  path,
  mediaType: "application/atom+xml; charset=utf-8",
  etag: '"one"',
  changedAt: Date.UTC(2026, 5, 12),
  br: brotliOf("<feed/>"),
  links: "",
});

it("an archive document is asked for by feed, number and format, and sent like a feed", async () => {
  const asked: ArchiveDocumentKey[] = [];
  const archive = async (key: ArchiveDocumentKey) => {
    asked.push(key);
    return { ok: true, value: aPage("/feeds/all/archive/12.atom") } as const;
  };
  const { url } = await siteForTest(samplePublished({}, { archive }));
  const response = await fetch(`${url}/feeds/all/archive/12.atom`, {
    headers: { "accept-encoding": "identity" },
  });
  expect(await response.text()).toBe("<feed/>");
  expect(response.headers.get("etag")).toBe('"one"');
  expect(response.headers.get("access-control-allow-origin")).toBe("*");
  expect(asked).toEqual([{ feedId: "all", page: 12, format: "atom" }]);
});

it.each([
  "/feeds/all/archive/0.atom",
  "/feeds/all/archive/1e3.atom",
  "/feeds/all/archive/12.atom.gz",
  "/feeds/ALL/archive/12.atom",
  "/feeds/all/archive/12345678901.atom",
])("nobody is bothered with %s", async (path) => {
  let isAsked = false;
  const archive = async () => {
    isAsked = true;
    return { ok: true, value: null } as const;
  };
  const { url } = await siteForTest(samplePublished({}, { archive }));
  expect((await fetch(`${url}${path}`)).status).toBe(404);
  expect(isAsked).toBe(false);
});

it("too many at once are asked to come again", async () => {
  const archive = async () => ({ ok: false, error: "busy" }) as const;
  const { url } = await siteForTest(samplePublished({}, { archive }));
  const response = await fetch(`${url}/feeds/all/archive/1.atom`);
  expect(response.status).toBe(503);
  expect(Number(response.headers.get("retry-after"))).toBeGreaterThan(0);
});
