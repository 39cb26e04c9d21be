import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { AxeResults } from "axe-core";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it, onTestFinished, vi } from "vitest";
import { type RunningSite, siteForTest, startSite } from "../http/running-site.ts";
import { RTL_ENTRY, SAMPLE_ENTRIES } from "../http/sample-entries.ts";
import {
  aFeed,
  anEntry,
  aSite,
  aSource,
  aWithdrawal,
  found,
  samplePublished,
} from "../http/sample-site.ts";
import { describeInBrowser, launchBrowser } from "../support/browser.ts";

// A dozen pages are examined in each round, on machines that do much else.
vi.setConfig({ testTimeout: 90_000 });

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const PATHS = [
  "/",
  "/feeds/all",
  "/about",
  "/articles/voll",
  "/articles/lang",
  "/articles/letter-3",
  "/articles/notiz",
  "/articles/link",
  "/articles/rtl",
  "/articles/gone",
  "/x",
];

/** Those that a browser does not call an error. */
const READABLE = PATHS.filter((path) => !["/x", "/articles/gone"].includes(path));

/** Each scheme and each language on each size of screen, in as few rounds as that takes. */
const SCREENS = (["light", "dark"] as const).flatMap((colorScheme) =>
  [["phone", 375, 812] as const, ["desktop", 1280, 900] as const].map(([name, width, height]) => ({
    name,
    colorScheme,
    locale: (name === "phone") === (colorScheme === "light") ? "de-DE" : "en-GB",
    viewport: { width, height },
  })),
);

describeInBrowser("pages in a browser", () => {
  let browser: Browser;
  let full: RunningSite;
  let empty: RunningSite;
  let starting: RunningSite;

  beforeAll(async () => {
    browser = await launchBrowser();
    const feeds = [aFeed(), aFeed({ id: "english", title: "The river", language: "en" })];
    const articles = { gone: aWithdrawal(), rtl: found(RTL_ENTRY) };
    full = await startSite(samplePublished({ entries: SAMPLE_ENTRIES, feeds, articles }));
    empty = await startSite(samplePublished({ entries: [], site: aSite({ contact: null }) }));
    starting = await startSite(samplePublished({}, { isReady: () => false }));
  });
  afterAll(async () => {
    await browser.close();
    await Promise.all([full, empty, starting].map(({ server }) => server.close(0)));
  });

  it.each(SCREENS)("pass axe on a $name, $colorScheme, $locale", async ({ name, ...screen }) => {
    const context = await contextForTest(screen);
    const page = await context.newPage();
    for (const address of [...addresses(PATHS), `${starting.url}/`]) {
      await page.goto(address);
      expect(await axeFindings(page), address).toEqual([]);
    }
  });

  it("fit a narrow screen, with words of any length", async () => {
    const word = "Donaudampfschifffahrtsgesellschaftskapitaensmuetze".repeat(3);
    const texts = { title: word, summary: word, categories: [word], id: word, rights: word };
    const feeds = [aFeed({ title: word, description: word })];
    const site = await siteForTest(
      samplePublished({
        site: aSite({ title: word, description: word }),
        feeds,
        entries: [anEntry({ ...texts, source: aSource({ title: word }) })],
      }),
    );
    const own = ["/", "/feeds/all", "/articles/a1"].map((path) => site.url + path);
    const context = await contextForTest({ viewport: { width: 320, height: 640 } });
    const page = await context.newPage();
    for (const address of [...addresses(PATHS), ...own]) {
      await page.goto(address);
      const width = await page.evaluate("document.documentElement.scrollWidth");
      expect(width, address).toBeLessThanOrEqual(320);
    }
  });

  it("load nothing from elsewhere but the pictures of articles", async () => {
    const context = await contextForTest({});
    const requests = new Set<string>();
    context.on("request", (request) => {
      const { host } = new URL(request.url());
      requests.add(host.endsWith(".example") ? `${request.resourceType()} ${host}` : "own");
    });
    const complaints: string[] = [];
    const page = await context.newPage();
    page.on("console", (message) => complaints.push(message.text()));
    for (const address of addresses(READABLE)) await page.goto(address);
    expect([...requests].sort()).toEqual(["image bote.example", "own"]);
    expect(complaints).toEqual([]);
  });

  it("are styled, and the style obeys the policy", async () => {
    const page = await open(await contextForTest({ colorScheme: "dark" }), `${full.url}/`);
    const background = await page.evaluate("getComputedStyle(document.body).backgroundColor");
    expect(background).toBe("rgb(18, 24, 29)");
  });

  it("set a text that runs from right to left so, and what stands around it not", async () => {
    const page = await open(await contextForTest({}), `${full.url}/articles/rtl`);
    const direction = (selector: string): Promise<unknown> =>
      page.evaluate(`getComputedStyle(document.querySelector("${selector}")).direction`);
    expect(await direction("h1")).toBe("rtl");
    expect(await direction(".prose")).toBe("rtl");
    expect(await direction(".legal")).toBe("ltr");
  });

  it("give the address of a feed whole, to be copied with one tap", async () => {
    const context = await contextForTest({ viewport: { width: 375, height: 812 } });
    const page = await open(context, `${full.url}/feeds/all`);
    await page.click(".cover code");
    expect(await page.evaluate("getSelection().toString()")).toBe(
      "https://schau.example/feeds/all.rss",
    );
  });

  it("let the keyboard skip to the content first", async () => {
    const page = await open(await contextForTest({ locale: "de-DE" }), `${full.url}/`);
    await page.keyboard.press("Tab");
    expect(await page.evaluate("document.activeElement.textContent")).toBe("Zum Inhalt");
    expect(
      await page.evaluate("document.activeElement.getBoundingClientRect().width"),
    ).toBeGreaterThan(20);
  });

  const addresses = (paths: readonly string[]): string[] => [
    ...paths.map((path) => full.url + path),
    ...["/", "/feeds/all"].map((path) => empty.url + path),
  ];

  async function contextForTest(
    options: Parameters<Browser["newContext"]>[0],
  ): Promise<BrowserContext> {
    const context = await browser.newContext({ locale: "de-DE", ...options });
    onTestFinished(() => context.close());
    await context.route(/\.example[/:]/, (route) => route.fulfill(PICTURE));
    return context;
  }
});

const PICTURE = {
  contentType: "image/svg+xml",
  body: '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 9"><path d="M0 0h16v9H0z"/></svg>',
};

async function open(context: BrowserContext, address: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(address, { waitUntil: "load" });
  return page;
}

async function axeFindings(page: Page): Promise<string[]> {
  await page.evaluate(AXE);
  const results = (await page.evaluate("axe.run()")) as AxeResults;
  return results.violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}
