import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import type { BrandPicture } from "../../src/core/branding.ts";
import { NO_BRANDING } from "../../src/core/branding.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";
import { siteForTest } from "./running-site.ts";
import { aFeed, aSite, samplePublished } from "./sample-site.ts";

const ICON_BYTES = "not really a picture";

function iconFile(): BrandPicture {
  const file = join(temporaryFolder(), "icon.png");
  writeFileSync(file, ICON_BYTES);
  return { url: "https://schau.example/brand/0123.png", type: "image/png", file };
}

async function branded(icon: BrandPicture | null, logo: BrandPicture | null = null) {
  const site = aSite({ branding: { ...NO_BRANDING, icon } });
  const feeds = [aFeed({ branding: { ...NO_BRANDING, logo } })];
  const { url } = await siteForTest(samplePublished({ site, feeds }));
  return (path: string) => fetch(url + path, { redirect: "manual" });
}

it("serves the icon of the site as a file and under the names that are asked for", async () => {
  const get = await branded(iconFile());

  for (const path of ["/brand/0123.png", "/favicon.ico", "/apple-touch-icon.png"]) {
    const response = await get(path);
    expect([response.status, response.headers.get("content-type")]).toEqual([200, "image/png"]);
    expect(await response.text()).toBe(ICON_BYTES);
  }
  expect((await get("/favicon.svg")).status).toBe(404);
  const page = await (await get("/")).text();
  expect(page).toContain('<link rel="icon" type="image/png" href="/brand/0123.png">');
  expect(page).toContain('<link rel="apple-touch-icon" href="/brand/0123.png">');
});

it("serves the logo of a feed, and no file that nobody named", async () => {
  const get = await branded(null, { ...iconFile(), url: "https://schau.example/brand/4567.png" });

  expect((await get("/brand/4567.png")).status).toBe(200);
  expect((await get("/brand/0123.png")).status).toBe(404);
  expect((await get("/brand/..%2f..%2fetc%2fpasswd")).status).toBe(404);
});

it("sends on to an icon that lies elsewhere", async () => {
  const get = await branded({
    url: "https://cdn.example/i.svg",
    type: "image/svg+xml",
    file: null,
  });

  const response = await get("/favicon.ico");
  expect([response.status, response.headers.get("location")]).toEqual([
    302,
    "https://cdn.example/i.svg",
  ]);
  expect((await get("/apple-touch-icon.png")).status).toBe(404);
});

it("does not find a file that was deleted", async () => {
  const gone = { ...iconFile(), file: join(temporaryFolder(), "gone.png") };
  expect((await (await branded(gone))("/favicon.ico")).status).toBe(404);
});

it("has icons of its own where the operator has none", async () => {
  const get = await branded(null);

  const types = ["/favicon.svg", "/favicon.ico", "/apple-touch-icon.png"].map(async (path) =>
    (await get(path)).headers.get("content-type"),
  );
  expect(await Promise.all(types)).toEqual(["image/svg+xml", "image/x-icon", "image/png"]);
});
