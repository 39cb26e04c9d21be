import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, it, onTestFinished, vi } from "vitest";
import { describeInBrowser, launchBrowser } from "../support/browser.ts";
import { type Canary, runEach, type Way, watchForScripts } from "../support/browser-canary.ts";
import { layDesk } from "../support/desk.ts";
import { HOSTILE_TYPES, type HostileFormat, hostileFeed } from "../support/hostile-source.ts";
import { runOffprint, type Service, startOffprint } from "../support/offprint.ts";
import { readAtom, readJsonFeed, readRss } from "../support/read-feeds.ts";
import { entriesOf } from "../support/read-service.ts";
import { startSourceServer } from "../support/source-server.ts";
import { parseStrictXml, type Tree } from "../support/strict-xml.ts";
import { until } from "../support/until.ts";
import { XSS_VECTORS } from "../support/xss-vectors.ts";

// Hundreds of pages are opened here, on machines that do much else.
vi.setConfig({ testTimeout: 240_000, hookTimeout: 240_000 });

/** Raw strings reach the pages through JSON; XML has its own ways to decode them. */
const ARTICLES = 2 * XSS_VECTORS.length;
const VECTORS_A_FEED = 12;

describeInBrowser("what a hostile publisher sends", () => {
  const clean: (() => unknown)[] = [];
  let service: Service;
  let canary: Canary;

  beforeAll(async () => {
    const browser = await launchBrowser();
    clean.push(() => browser.close());
    canary = await watchForScripts(browser);
    service = await serveHostileSources();
  });
  afterAll(async () => {
    for (const undo of clean.toReversed()) await undo();
  });

  // A script element in innerHTML never runs; what a machine is too slow for is no news either.
  it.each<[Way, number]>([
    ["innerHTML", 50],
    ["document.write", 60],
  ])("runs in a browser when nothing is done about it, by %s", async (way, atLeast) => {
    // All at once: Chromium 156 crashes when frames follow others that ran something.
    await runEach(await openPage(), XSS_VECTORS, way, XSS_VECTORS.length);
    expect(new Set(canary.sung()).size).toBeGreaterThanOrEqual(atLeast);
  });

  it("would run on our pages too, for no policy stands in its way here", async () => {
    const page = await openPage("/");
    await page.evaluate("document.body.innerHTML += '<img src=x onerror=alert(1)>'");
    await until("it runs", () => canary.sung().length > 0);
  });

  it("runs on none of the pages", async () => {
    const paths = await articlePaths();
    expect(paths).toHaveLength(ARTICLES);
    const page = await openPage("/about");
    await runEach(page, ["/", "/feeds/all", "/articles/none", ...paths], "visit");
    expect(canary.sung()).toEqual([]);
    // What was visited were the pages, with their texts, not an error of the browser.
    await page.goto(service.url + paths[0]);
    expect(await page.evaluate("document.querySelector('.prose').textContent")).toContain("q");
  });

  it.each(["/feeds/all.rss", "/feeds/all.atom", "/feeds.opml"])(
    "runs nowhere in %s, opened as a document",
    async (path) => {
      const body = await textOf(path);
      const page = await openPage();
      await page.route("**/*.xml", (route) => route.fulfill({ contentType: "text/xml", body }));
      await page.goto("http://feed.test/feed.xml");
      expect(await page.evaluate("document.querySelector('parsererror')")).toBeNull();
      await page.evaluate("new Promise((done) => setTimeout(done, 100))");
      expect(canary.sung()).toEqual([]);
    },
  );

  it.each<Way>(["innerHTML", "document.write"])(
    "runs in no text of any feed, put raw into a page by %s",
    async (way) => {
      const entries = [
        ...readRss(await textOf("/feeds/all.rss")),
        ...readAtom(await textOf("/feeds/all.atom")),
        ...readJsonFeed(await textOf("/feeds/all.json")),
      ];
      expect(entries).toHaveLength(3 * ARTICLES);
      // The formats carry the same HTML: what is the same once runs the same.
      const pieces = new Set(entries.map((entry) => `${entry.contentHtml}${entry.summaryHtml}`));
      await runEach(
        await openPage(),
        [...pieces].filter((piece) => piece !== null),
        way,
      );
      expect(canary.sung()).toEqual([]);
    },
  );

  it("is no address in any feed", async () => {
    const documents = await Promise.all(["/feeds/all.rss", "/feeds/all.atom"].map(textOf));
    const addresses = [
      ...documents.flatMap((xml) => xmlAddresses(parseStrictXml(xml))),
      ...jsonAddresses(JSON.parse(await textOf("/feeds/all.json"))),
    ];
    expect(addresses.length).toBeGreaterThan(10 * ARTICLES);
    expect(addresses.filter((address) => !/^(?:https?:\/\/|mailto:\?)/.test(address))).toEqual([]);
  });

  async function openPage(path?: string): Promise<Page> {
    const page = await canary.context.newPage();
    onTestFinished(() => page.close());
    await page.goto(path === undefined ? "about:blank" : service.url + path);
    return page;
  }

  async function articlePaths(): Promise<readonly string[]> {
    const entries = await entriesOf(service.url);
    return entries.map(({ _offprint: { page } }) => page.slice(page.indexOf("/articles/")));
  }

  const textOf = async (path: string): Promise<string> => (await fetch(service.url + path)).text();

  async function serveHostileSources(): Promise<Service> {
    const publisher = await startSourceServer();
    clean.push(publisher.close);
    const sources: object[] = [];
    const publish = (format: HostileFormat, vectors: readonly string[]): void => {
      const id = `${format}-${sources.length}`;
      const body = hostileFeed(format, id, vectors);
      publisher.set(`/${id}`, { body, contentType: HOSTILE_TYPES[format] });
      sources.push({ id, url: `${publisher.url}/${id}`, fullText: "never" });
    };
    for (let at = 0; at < XSS_VECTORS.length; at += VECTORS_A_FEED) {
      const vectors = XSS_VECTORS.slice(at, at + VECTORS_A_FEED);
      publish("json", vectors);
      publish(at % (2 * VECTORS_A_FEED) === 0 ? "rss" : "atom", vectors);
    }
    const desk = layDesk({
      sources,
      feeds: [{ id: "all", title: "All", items: ARTICLES }],
      ingest: { perHost: 16 },
    });
    clean.push(desk.remove);
    const started = await startOffprint(["--config", desk.config]);
    clean.push(started.kill);
    const isIn = async (): Promise<boolean> => (await entriesOf(started.url)).length === ARTICLES;
    // A busy machine may end the reading of a document, which the service tries again after minutes only.
    await until("all is taken in", isIn, { withinMs: 60_000 }).catch(async () => {
      await runOffprint(["ingest", "--all", "--config", desk.config]);
      await until("all is taken in", isIn, { withinMs: 110_000 });
    });
    return started;
  }
});

const ADDRESS_ATTRIBUTES = ["href", "url", "src"];
const ADDRESS_ELEMENTS = /(?:^|\})(?:link|comments|uri|url|docs|logo|icon)$/;

function xmlAddresses(tree: Tree): readonly string[] {
  const own = ADDRESS_ELEMENTS.test(tree.name) && tree.text !== "" ? [tree.text] : [];
  const attributes = ADDRESS_ATTRIBUTES.flatMap((name) => tree.attributes.get(name) ?? []);
  return [...own, ...attributes, ...tree.children.flatMap(xmlAddresses)];
}

const ADDRESS_KEYS = /url$|^(?:image|avatar|icon|favicon|page|about)$/i;

function jsonAddresses(value: unknown, key = ""): readonly string[] {
  if (typeof value === "string") return ADDRESS_KEYS.test(key) ? [value] : [];
  if (Array.isArray(value)) return value.flatMap((one) => jsonAddresses(one));
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, one]) =>
    jsonAddresses(one, key === "links" ? "url" : name),
  );
}
