import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { type Desk, layDesk } from "../support/desk.ts";
import {
  aStory,
  asPage,
  pageOf,
  type Story,
  serveSite,
  summaryFeed,
} from "../support/news-site.ts";
import { jsonLines, type Service, startOffprint } from "../support/offprint.ts";
import { entriesOf, entryTitled } from "../support/read-service.ts";
import { runHere } from "../support/run-here.ts";
import { type SourceServer, startSourceServer } from "../support/source-server.ts";
import { until } from "../support/until.ts";

// Processes start here, on machines that do much else.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

type Listed = { readonly title: string; readonly text: string; readonly contentHtml: string };

let server: SourceServer;
let desk: Desk;
let service: Service | null;

beforeEach(async () => {
  server = await startSourceServer();
  service = null;
  desk = layDesk({
    sources: [{ id: "courier", url: `${server.url}/feed.xml`, every: "1s" }],
    feeds: [{ id: "all", title: "Everything" }],
  });
});

afterEach(async () => {
  await service?.kill();
  await server.close();
  desk.remove();
});

const pass = () => runHere(["ingest", "--json", "--all", "--config", desk.config]);

async function listed(title: string): Promise<Listed> {
  const lines = jsonLines<Listed>(await runHere(["articles", "--json", "--config", desk.config]));
  const found = lines.find((line) => line.title === title);
  if (!found) throw new Error(`no article "${title}"`);
  return found;
}

const lastWords = ({ text }: Story): string => (text.at(-1) ?? "").slice(-60);

const BRIDGE = aStory("/news/bridge", "The bridge over the Halm is open again", 3);
const SCHOOL = aStory("/news/school", "A school in the hills gets a roof of grass", 5);

describe("one pass over a feed of summaries", () => {
  it("completes the articles from their pages, without what pages put around them", async () => {
    serveSite(server, [BRIDGE, SCHOOL]);

    const { stdout, code } = await pass();

    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ outcome: "ok", fetched: 1, items: 2, new: 2 });
    const { text, contentHtml } = await listed(BRIDGE.title);
    expect(text).toContain(lastWords(BRIDGE));
    expect(contentHtml).not.toContain("Share this article");
    expect((await listed(SCHOOL.title)).text).toContain(lastWords(SCHOOL));
  });

  it("asks for each page once, whatever the feed says again, and again when the item changes", async () => {
    serveSite(server, [BRIDGE, SCHOOL]);
    await pass();
    await pass();
    const changed = {
      ...BRIDGE,
      text: [
        "The mayor of the town above the gorge came to walk over it first, and many others with her.",
        ...BRIDGE.text,
      ],
    };
    server.set("/feed.xml", { body: summaryFeed(server.url, [changed, SCHOOL]) });
    server.set(BRIDGE.path, asPage(pageOf(changed)));
    await pass();
    await pass();

    expect(server.requests(SCHOOL.path)).toHaveLength(1);
    expect(server.requests(BRIDGE.path)).toHaveLength(2);
    expect(server.requests("/robots.txt")).not.toHaveLength(0);
    expect((await listed(BRIDGE.title)).text).toContain("The mayor of the town above the gorge");
  });

  it("asks one host for one page at a time, with a second between them", async () => {
    const stories = ["a", "b", "c"].map((name, at) =>
      aStory(`/${name}`, `What is new in ${name}${name} today`, at + 20),
    );
    serveSite(server, stories);

    await pass();

    const pages = server.requests().filter(({ path }) => path !== "/feed.xml");
    expect(pages.map(({ path }) => path)).toEqual(
      expect.arrayContaining(["/robots.txt", "/.well-known/tdmrep.json", "/a", "/b", "/c"]),
    );
    expect(pages.map(({ inFlight }) => inFlight)).toEqual([1, 1, 1, 1, 1]);
    const gaps = pages.slice(1).map(({ at }, index) => at - (pages[index]?.at ?? 0));
    for (const gap of gaps) expect(gap).toBeGreaterThan(990);
  });

  it("publishes as it is what robots.txt forbids, without asking for it", async () => {
    serveSite(server, [BRIDGE]);
    server.set("/robots.txt", {
      body: "User-agent: Offprint\nDisallow: /news/",
      contentType: "text/plain",
    });

    await pass();

    expect(server.requests(BRIDGE.path)).toHaveLength(0);
    expect((await listed(BRIDGE.title)).text).not.toContain(lastWords(BRIDGE));
  });

  it("says how many pages wait where their host does not answer now", async () => {
    serveSite(server, [BRIDGE]);
    server.set(BRIDGE.path, { status: 503, headers: { "Retry-After": "3600" } });

    const { stderr } = await pass();

    expect(stderr).toBe("1 page waits to be fetched: the next pass or a running service goes on\n");
    await pass();
    expect(server.requests(BRIDGE.path)).toHaveLength(1);
  });
});

describe("articles that are stored", () => {
  it("are drafted again when their cleanup is configured anew, without a request", async () => {
    const line = "Written by the desk of the valley for everybody who walks there.";
    const story = { ...BRIDGE, text: [...BRIDGE.text.slice(0, 4), line, ...BRIDGE.text.slice(4)] };
    serveSite(server, [story]);
    await pass();
    expect((await listed(BRIDGE.title)).text).toContain(line);

    desk.configure({
      sources: [{ id: "courier", url: `${server.url}/feed.xml`, cleanup: { drop: [line] } }],
      feeds: [{ id: "all", title: "Everything" }],
    });
    await pass();

    const { text } = await listed(BRIDGE.title);
    expect(text).not.toContain(line);
    expect(text).toContain(lastWords(BRIDGE));
    expect(server.requests(BRIDGE.path)).toHaveLength(1);
  });
});

describe("a running service", () => {
  it("publishes an article when its page came, not before", async () => {
    let answer = (): void => {};
    serveSite(server, [BRIDGE]);
    server.set(BRIDGE.path, {
      play: (_, response) => {
        answer = () => response.writeHead(200, { "content-type": "text/html" }).end(pageOf(BRIDGE));
      },
    });
    service = await startOffprint(["--config", desk.config]);
    await until("its page is asked for", () => server.requests(BRIDGE.path).length > 0);
    expect((await listed(BRIDGE.title)).text).not.toContain(lastWords(BRIDGE));
    expect(await entriesOf(service.url)).toEqual([]);

    answer();

    const { url } = service;
    const entry = await until("it is published", () => entryTitled(url, BRIDGE.title));
    expect(entry.content_html).toContain(lastWords(BRIDGE));
  });

  it("publishes the summary where the page fails", async () => {
    serveSite(server, [BRIDGE]);
    server.set(BRIDGE.path, { status: 500 });

    service = await startOffprint(["--config", desk.config]);

    const { url } = service;
    const entry = await until("it is published", () => entryTitled(url, BRIDGE.title));
    expect(entry.content_html).not.toContain(lastWords(BRIDGE));
    expect(service.log()).toContainEqual(
      expect.objectContaining({
        msg: "page failed",
        outcome: "failed",
        reason: "the page could not be read: the server answered 500",
      }),
    );
  });

  it("publishes no more of an article than its page lets it", async () => {
    serveSite(server, [BRIDGE]);
    server.set(BRIDGE.path, asPage(pageOf(BRIDGE), { "X-Robots-Tag": "noarchive" }));

    service = await startOffprint(["--config", desk.config]);

    const { url } = service;
    const entry = await until("it is published", () => entryTitled(url, BRIDGE.title));
    expect(server.requests(BRIDGE.path)).toHaveLength(1);
    expect((await listed(BRIDGE.title)).text).toContain(lastWords(BRIDGE));
    expect(JSON.stringify(entry)).not.toContain(lastWords(BRIDGE));
  });

  it("goes on after a kill with the page that it was waiting for", async () => {
    serveSite(server, [BRIDGE]);
    server.set(BRIDGE.path, { play: () => {} });
    service = await startOffprint(["--config", desk.config]);
    await until("its page is asked for", () => server.requests(BRIDGE.path).length > 0);
    await service.kill();
    server.set(BRIDGE.path, asPage(pageOf(BRIDGE)));

    service = await startOffprint(["--config", desk.config]);

    const { url } = service;
    const entry = await until("it is published", () => entryTitled(url, BRIDGE.title));
    expect(entry.content_html).toContain(lastWords(BRIDGE));
  });
});
