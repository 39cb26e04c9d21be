import { readFileSync } from "node:fs";
import { request } from "node:http";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { type Desk, layDesk } from "../support/desk.ts";
import {
  type FileServer,
  type FileServerName,
  isInstalled,
  startFileServer,
} from "../support/file-servers.ts";
import { jsonLines, runOffprint, type Service, startOffprint } from "../support/offprint.ts";
import { entriesOf } from "../support/read-service.ts";
import { rssFeed, sampleItem } from "../support/sample-feed.ts";
import { until } from "../support/until.ts";

// Processes start here, on machines that do much else.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const isRequired = process.env["CI"] === "true";
const NAMES = Array.from({ length: 12 }, (_, n) => `event${n}`);
const ICON =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><path d="M0 0h8v8z"/></svg>';

let desk: Desk;
let service: Service;
let withdrawn: string;

type Answer = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: Buffer;
};

const ask = (url: string, headers: Readonly<Record<string, string>> = {}): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const sent = { Accept: "text/html", ...headers };
    request(url, { headers: sent }, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("end", () => {
        const { statusCode: status = 0, headers: got } = response;
        resolve({ status, headers: got, body: Buffer.concat(chunks) });
      });
    })
      .on("error", reject)
      .end();
  });

/** Addresses of the site in a page, a feed or a list, as paths. */
function linksIn({ body, headers }: Answer): readonly string[] {
  if (!/html|xml|json|opml/.test(String(headers["content-type"]))) return [];
  const text = body.toString().replaceAll("\\/", "/").replaceAll("&amp;", "&");
  const links = [
    ...text.matchAll(/(?:href|src)="(\/[^"#?]*)|http:\/\/desk\.test(\/[^\s"'<>#?)]*)/g),
  ];
  return links.flatMap(([, local, absolute]) => local ?? absolute ?? []);
}

/** Every address of the running site that a link leads to, with those of withdrawn and unknown articles. */
async function crawl(): Promise<readonly string[]> {
  const found = new Set([
    "/",
    "/about",
    "/feeds.opml",
    "/robots.txt",
    "/favicon.ico",
    "/atom.xml",
    withdrawn,
  ]);
  for (const path of found) {
    for (const link of linksIn(await ask(service.url + path))) found.add(link);
  }
  const absent = ["/nothing", "/articles/nothing", "/feeds/nothing.rss", "/about.html", "/feeds/"];
  return [...found, ...absent];
}

beforeAll(async () => {
  desk = layDesk({
    site: { icon: "icon.svg" },
    sources: [{ id: "news", folder: "news" }],
    feeds: [
      { id: "all", title: "All", items: 5 },
      { id: "few", title: "Few", items: 2 },
    ],
  });
  desk.write("icon.svg", ICON);
  const items = NAMES.map((name, n) => sampleItem(name, Date.UTC(2026, 1, 17, 12, n)));
  desk.write("news/feed.xml", rssFeed("News", items));
  service = await startOffprint(["--config", desk.config]);
  await until("all are published", async () => (await entriesOf(service.url)).length === 5);
  const listed = await runOffprint(["articles", "--json", "--config", desk.config]);
  const [article] = jsonLines<{ readonly id: string }>(listed);
  withdrawn = `/articles/${article?.id}`;
  await runOffprint(["withdraw", article?.id ?? "", "--config", desk.config]);
  await until("one is withdrawn", async () => (await ask(service.url + withdrawn)).status === 410);
  await until("the feed knows it", async () =>
    (await entriesOf(service.url)).every(({ url }) => !url.endsWith(withdrawn)),
  );
  const done = await runOffprint([
    "publish",
    "--to",
    join(desk.folder, "www"),
    "--config",
    desk.config,
  ]);
  expect(done).toMatchObject({ code: 0, stderr: "" });
});

afterAll(async () => {
  await service?.kill();
  desk?.remove();
});

const SAID = [
  "content-type",
  "cache-control",
  "access-control-allow-origin",
  "content-security-policy",
];

/** nginx has to be there where everything is checked; the other is tried where it is installed. */
const SERVERS = [
  { name: "nginx", snippet: "nginx.conf", isTried: isRequired || isInstalled("nginx") },
  { name: "caddy", snippet: "Caddyfile", isTried: isInstalled("caddy") },
] as const satisfies readonly { name: FileServerName; snippet: string; isTried: boolean }[];

describe.each(SERVERS.filter(({ isTried }) => isTried))("$name on the files of a desk", (tried) => {
  let server: FileServer;

  beforeAll(async () => {
    const snippet = join(desk.folder, "www/.offprint", tried.snippet);
    server = await startFileServer(tried.name, snippet);
  });

  afterAll(() => server?.close());

  it("answers every address of the site as the service does", async () => {
    const paths = await crawl();
    for (const path of paths) {
      const [ours, theirs] = await Promise.all([ask(service.url + path), ask(server.url + path)]);
      const seen = (answer: Answer) => ({
        ...{ path, status: answer.status, said: SAID.map((name) => answer.headers[name]) },
        body: answer.body.toString("base64"),
      });
      expect(seen(theirs)).toEqual(seen(ours));
    }
    expect(paths).toEqual(expect.arrayContaining(["/feeds/all/archive/1.atom", "/atom.xml"]));
    expect(paths.filter((path) => path.startsWith("/brand/"))).toHaveLength(1);
    expect(paths.filter((path) => path.startsWith("/articles/")).length).toBeGreaterThan(11);
  });

  it("sends the same bytes compressed", async () => {
    for (const path of [
      "/feeds/all.rss",
      "/feeds/all/archive/1.json",
      "/",
      "/style.css",
      withdrawn,
    ]) {
      const plain = await ask(server.url + path);
      const { headers, body } = await ask(server.url + path, { "Accept-Encoding": "gzip" });
      expect([headers["content-encoding"], headers["vary"]]).toEqual(["gzip", "Accept-Encoding"]);
      expect(gunzipSync(body)).toEqual(plain.body);
    }
  });

  it("answers 304 to its own validators, and to the date of the service", async () => {
    for (const path of ["/feeds/all.rss", "/feed.json", "/feeds/all/archive/1.atom"]) {
      const ours = await ask(service.url + path);
      const { headers } = await ask(server.url + path);
      expect(headers["last-modified"]).toBe(ours.headers["last-modified"]);
      for (const conditions of [
        { "If-None-Match": String(headers["etag"]) },
        { "If-Modified-Since": String(ours.headers["last-modified"]) },
      ]) {
        expect((await ask(server.url + path, conditions)).status).toBe(304);
      }
    }
  });

  it("serves a site that lies below a path", async () => {
    const settings = JSON.parse(readFileSync(desk.config, "utf8"));
    settings.site.url = "http://desk.test/news";
    const config = desk.write(`below-${tried.name}.yaml`, JSON.stringify(settings));
    const www = join(desk.folder, `below-${tried.name}`);
    const done = await runOffprint(["publish", "--to", www, "--config", config]);
    expect(done).toMatchObject({ code: 0, stderr: "" });
    const below = await startFileServer(tried.name, join(www, ".offprint", tried.snippet));
    try {
      for (const [path, status] of [
        ["/news/", 200],
        ["/news/feeds/all.rss", 200],
        ["/news/feeds/all/archive/1.atom", 200],
        [`/news${withdrawn}`, 410],
        ["/news/nothing", 404],
        [`/news/withdrawn${withdrawn}`, 404],
      ] as const) {
        expect([path, (await ask(below.url + path)).status]).toEqual([path, status]);
      }
    } finally {
      await below.close();
    }
  });

  it("shows nothing else of the folder", async () => {
    for (const path of [
      "/.offprint/files.jsonl",
      "/_headers",
      "/404.html",
      `/withdrawn${withdrawn}`,
    ]) {
      expect((await ask(server.url + path)).status).toBe(404);
    }
  });
});

for (const { name } of SERVERS.filter(({ isTried }) => !isTried)) {
  it.skip(`${name} (not installed: apt install ${name})`);
}
