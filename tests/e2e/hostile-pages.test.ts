import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it, onTestFinished } from "vitest";
import { siteForTest } from "../http/running-site.ts";
import { describeInBrowser, launchBrowser } from "../support/browser.ts";
import { hostilePublished, PAYLOADS } from "./hostile-site.ts";

const PATHS = ["/", "/feeds/all", "/about", "/articles/a1", "/articles/gone"];
const AS_BROWSER = { headers: { Accept: "text/html" } };

describeInBrowser("a site whose every text is hostile", () => {
  let browser: Browser;

  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser.close());

  it.each(PAYLOADS)("executes nothing that is written as %j", async (payload) => {
    const site = await siteForTest(hostilePublished(payload));
    const { page, errors } = await pageForTest();
    for (const path of PATHS) {
      // Set as content, not visited: no policy of ours stands between the markup and the browser.
      await page.setContent(await (await fetch(site.url + path, AS_BROWSER)).text());
      expect(await page.evaluate(EXECUTABLE), path).toEqual([]);
      expect(await page.evaluate("String(window.taken)"), path).toBe("undefined");
    }
    expect(errors).toEqual([]);
    expect(site.failures).toEqual([]);
  });

  it("would be noticed if something did run", async () => {
    const { page } = await pageForTest();
    await page.setContent('<img src="x:" onerror="window.taken=1"><a href="javascript:0">A</a>');

    expect(await page.evaluate(EXECUTABLE)).toEqual([
      "img src=x:",
      "img onerror=window.taken=1",
      "a href=javascript:0",
    ]);
    expect(await page.evaluate("String(window.taken)")).toBe("1");
  });

  async function pageForTest(): Promise<{ readonly page: Page; readonly errors: string[] }> {
    const context = await browser.newContext();
    onTestFinished(() => context.close());
    await context.route(/\.example[/:]/, (route) => route.abort());
    const errors: string[] = [];
    const page = await context.newPage();
    page.on("pageerror", (error) => errors.push(error.message));
    page.on("dialog", (dialog) => errors.push(dialog.message()));
    return { page, errors };
  }
});

/** What could run or lead somewhere it should not, in the document as the browser understood it. */
const EXECUTABLE = `[...document.querySelectorAll("*")].flatMap((element) => [
  ...(element.localName === "script" && element.type !== "application/ld+json" ? ["script"] : []),
  ...(["iframe", "object", "embed", "base", "form"].includes(element.localName) ? [element.localName] : []),
  ...[...element.attributes].filter(({ name, value }) =>
    /^on|^style$|^srcdoc$/.test(name) ||
    (/^(href|src|action)$/.test(name) && !/^(https?|mailto):|^[/#]/.test(value))
  ).map(({ name, value }) => element.localName + " " + name + "=" + value),
  ...(element.type === "application/ld+json" && JSON.parse(element.text)["@type"] !== "NewsArticle" ? ["json"] : []),
])`;
