import { once } from "node:events";
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import type { AddressInfo } from "node:net";
import type { AxeResults } from "axe-core";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it, onTestFinished, vi } from "vitest";
import { adminForTest, anArticle, PLACED, TOKEN } from "../http/admin/admin-site.ts";
import { JOURNAL, PREVIEW } from "../http/admin/sample-orders.ts";
import { BOTE } from "../http/admin/sample-source.ts";
import { describeInBrowser, launchBrowser } from "../support/browser.ts";
import { aStoredEntry } from "../support/builders.ts";

// A browser starts here, on machines that do much else.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

const entry = aStoredEntry({
  article: anArticle({
    removed: [
      { text: "Teilen Sie dies:", rule: "share-label" },
      { text: "Folgen Sie uns!", rule: "follow-us" },
    ],
    lowered: [{ to: "excerpt", by: "robots meta: noarchive" }],
  }),
});

let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
});

afterAll(() => browser?.close());

/** As somebody who typed the token into the browser's dialog. */
async function openPage(url: string, width = 1200): Promise<Page> {
  const context = await browser.newContext({
    httpCredentials: { username: "redaktion", password: TOKEN },
    viewport: { width, height: 900 },
    bypassCSP: false,
  });
  const page = await context.newPage();
  await page.goto(url);
  return page;
}

/** A page of somebody else, with nothing of ours about it. */
async function serve(html: string): Promise<string> {
  const server = createServer((_, response) => {
    response.setHeader("Content-Type", "text/html").end(html);
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => void server.close());
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}

describeInBrowser("the desk's pages in a browser", () => {
  it("keep a line at the press of its button: the browser says where the form is from", async () => {
    const { url, asked } = await adminForTest({ entry });
    const page = await openPage(`${url}/admin/articles/a1`);
    await page.locator('button[name="line"]').nth(1).click();
    await page.waitForURL(`${url}/admin/articles/a1`);

    await vi.waitFor(() => expect(asked).toHaveLength(1));
    expect(asked[0]).toEqual({ kind: "keep-lines", articleId: "a1", lines: ["Folgen Sie uns!"] });
  });

  it("do nothing for a form on another site, though the browser sends the password along", async () => {
    const { url, asked } = await adminForTest({ entry });
    const page = await openPage(`${url}/admin/articles/a1`);
    await page.goto(
      await serve(
        `<form method="post" action="${url}/admin/articles/a1/keep"><button name="all" value="1">Win!</button></form>`,
      ),
    );
    const [response] = await Promise.all([
      page.waitForResponse((answer) => answer.request().method() === "POST"),
      page.locator("button").click(),
    ]);

    expect(response.status()).toBe(403);
    expect(asked).toEqual([]);
  });

  it("change the settings of a source, and take it out", async () => {
    const { url, asked } = await adminForTest({ source: BOTE });
    const page = await openPage(`${url}/admin/sources/bote`, 360);
    await page.locator("input[name=title]").fill("The messenger");
    await page.locator("form[action$=change] button").click();
    await vi.waitFor(() => expect(asked).toHaveLength(1));
    await page.goto(`${url}/admin/sources/bote`);
    await page.locator("summary").last().click();
    await page.locator("form[action$=remove] button").click();
    await vi.waitFor(() => expect(asked).toHaveLength(2));
    const edits = asked.map((order) => (order.kind === "edit-configuration" ? order.edit : null));
    const id = { list: "sources", id: "bote" };
    expect(edits).toEqual([
      { kind: "change", ...id, values: { title: "The messenger" } },
      { kind: "remove", ...id },
    ]);
  });

  it.each([
    ["/admin", 1200],
    ["/admin", 360],
    ["/admin/sources", 1200],
    ["/admin/sources", 360],
    ["/admin/sources/bote", 1200],
    ["/admin/sources/bote", 360],
    [`/admin/sources/new?order=${PLACED}`, 1200],
    [`/admin/sources/new?order=${PLACED}`, 360],
    ["/admin/system", 1200],
    ["/admin/system", 360],
    ["/admin/articles/a1", 1200],
    ["/admin/articles/a1", 360],
  ])("can be used by everybody: %s at %i pixels", async (path, width) => {
    const listed = [{ ...BOTE, waitingPages: 2 }];
    const { url } = await adminForTest({
      entry,
      source: BOTE,
      sources: { shown: listed, pages: 3, choice: { health: null, page: 2 } },
      status: { listed, days: BOTE.days },
      orders: { [PLACED]: { state: "done", answer: PREVIEW } },
      journal: JOURNAL,
    });
    const page = await openPage(url + path, width);
    const { violations } = await page.evaluate<AxeResults>(`${AXE}; axe.run()`);
    const overflow = await page.evaluate(
      "document.documentElement.scrollWidth - document.documentElement.clientWidth",
    );

    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
    expect(overflow).toBe(0);
  });
});
