import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { PLAIN } from "../../../src/core/settings/accents.ts";
import type { BrandPicture } from "../../../src/core/settings/branding.ts";
import { NO_BRANDING } from "../../../src/core/settings/branding.ts";
import { temporaryFolder } from "../../support/temporary-folder.ts";
import { siteForTest } from "../running-site.ts";
import { aFeed, aSite, samplePublished } from "../sample-site.ts";

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

const STYLE = /<link rel="stylesheet" href="([^"]+)">/;

it("shows the pages in the colour of the site, which can be read in light and in dark", async () => {
  let color: string | null = "#ffcc00";
  const site = () => aSite({ branding: { ...NO_BRANDING, color } });
  const { url } = await siteForTest({ ...samplePublished(), site });
  const style = async () => {
    const page = await (await fetch(url)).text();
    const href = STYLE.exec(page)?.[1] ?? "";
    return { page, href, css: await (await fetch(url + href)).text() };
  };
  const yellow = await style();
  expect(yellow.page).toContain('<meta name="theme-color" content="#fcf6dc"');
  expect(yellow.css).toMatch(/screen \{ :root \{ --wrap: #fcf6dc; --link: #[0-9a-f]{6}; \}/);
  expect(yellow.css).toMatch(/dark\) \{ :root \{ --wrap: #[0-9a-f]{6}; --link: #ffcc00; \}/);
  color = null;
  const plain = await style();
  expect(plain.css).not.toContain("#fcf6dc");
  expect(plain.href).not.toBe(yellow.href);
});

it("knows the colours of its stylesheet", async () => {
  const { url } = await siteForTest(samplePublished());
  const css = await (await fetch(`${url}/style.css`)).text();
  const colors = [...css.matchAll(/--paper: (#\w{6}); --wrap: (#\w{6});[^}]*--link: (#\w{6})/g)];
  expect(colors.map(([, paper, wrap, link]) => ({ paper, wrap, link }))).toEqual([
    PLAIN.light,
    PLAIN.dark,
  ]);
});

it.each([
  ["in place of its title", { file: "/x/0.png" }, "link", '<img src="/brand/0.png" alt="Schau">'],
  ["from where it lies", {}, "link", '<img src="https://cdn.example/l.svg" alt="Schau">'],
  ["unless it lies elsewhere and nothing is loaded from there", {}, "none", ">Schau</a>"],
] as const)(
  "shows the logo of the site %s",
  async (_, lies: { readonly file?: string }, images, html) => {
    const file = lies.file ?? null;
    const url = file === null ? "https://cdn.example/l.svg" : "https://schau.example/brand/0.png";
    const logo = { url, type: null, file };
    const site = aSite({ title: "Schau", images, branding: { ...NO_BRANDING, logo } });
    const { url: served } = await siteForTest(samplePublished({ site }));
    expect(await (await fetch(served)).text()).toContain(html);
  },
);
