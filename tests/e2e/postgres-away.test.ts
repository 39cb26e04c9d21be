import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, expect, it, onTestFinished, vi } from "vitest";
import { type Desk, layDesk } from "../support/desk.ts";
import {
  type Service,
  startIngestRole,
  startPublishRole,
  startWebRole,
} from "../support/offprint.ts";
import { on } from "../support/postgres/databases.ts";
import { type OwnServer, startOwnServer } from "../support/postgres/own-server.ts";
import { entriesOf, statusOf } from "../support/read-service.ts";
import { rssFeed, sampleItem } from "../support/sample-feed.ts";
import { until } from "../support/until.ts";

// Processes start here, on machines that do much else.
vi.setConfig({ testTimeout: 240_000, hookTimeout: 240_000 });

const TOKEN = "only-the-desk-knows";
const HTML = { Accept: "text/html" };

type Process = Omit<Service, "url">;

let server: OwnServer;
let desk: Desk;
let webs: readonly [Service, Service];
let publishers: Process[];
const started: Process[] = [];
const names: string[] = [];
const atEnd: (() => Promise<void>)[] = [];

const environment = () => ({ DATABASE_URL: server.address, OFFPRINT_ADMIN_TOKEN: TOKEN });
const config = () => ["--config", desk.config];
const keep = <Started extends Process>(process: Started): Started => {
  started.push(process);
  return process;
};
const web = async () => keep(await startWebRole(config(), { environment: environment() }));
const publisher = async () =>
  keep(await startPublishRole(config(), { environment: environment() }));

/** One more article comes in. */
function bring(name: string): void {
  names.push(name);
  const items = names.map((each, n) => sampleItem(each, Date.UTC(2026, 1, 17, 12, n)));
  desk.write("tower/feed.xml", rssFeed("Tower", items));
}

const everywhere = (of: readonly Service[] = webs): Promise<unknown> =>
  until(`${names.at(-1)} is read everywhere`, async () => {
    const counts = await Promise.all(of.map(async ({ url }) => (await entriesOf(url)).length));
    return counts.every((count) => count === names.length);
  });
const inOrder = () =>
  until("it is in order", async () => (await statusOf(webs[0].url)).inOrder, { withinMs: 120_000 });
const isKnown = () =>
  until("it is known that the database is away", async () => {
    const { reasons } = await statusOf(webs[0].url);
    return reasons.some(({ kind }) => kind === "database-unreachable");
  });

/** The page of the oldest article, as a path. */
async function pagePath(): Promise<string> {
  const entry = (await entriesOf(webs[0].url)).at(-1);
  return new URL(entry?._offprint.page ?? "").pathname;
}

const PUBLIC = ["/", "/feeds/all", "/feeds/all.rss", "/feeds/all.json", "/about", "/feeds.opml"];
const ICONS = ["/favicon.ico", "/favicon.svg", "/style.css"];

/** Reads from both web processes until it is told to end. @returns what a reader should not have seen. */
function startReading(paths: readonly string[]): () => Promise<readonly string[]> {
  const seen: string[] = [];
  let isOver = false;
  const reading = Promise.all(
    webs.map(async ({ url }) => {
      while (!isOver) {
        for (const path of paths) {
          const { status } = await fetch(`${url}${path}`, { headers: HTML });
          if (status !== 200) seen.push(`${status} ${path}`);
        }
        await sleep(20);
      }
    }),
  );
  return async () => {
    isOver = true;
    await reading;
    return seen;
  };
}

beforeAll(async () => {
  server = await startOwnServer((end) => atEnd.push(end));
  desk = layDesk({ sources: [{ id: "tower", folder: "tower" }], server: { rateLimit: 0 } });
  bring("alpha");
  bring("beta");
  keep(await startIngestRole(config(), { environment: environment() }));
  publishers = [await publisher()];
  webs = [await web(), await web()];
  await everywhere();
});

afterAll(async () => {
  await Promise.all(started.map((process) => process.kill()));
  for (const end of atEnd) await end();
  desk.remove();
});

it("readers have feeds and pages while PostgreSQL is away, and what comes meanwhile when it is back", async () => {
  const path = await pagePath();
  const { url } = webs[0];
  const text = async () => (await fetch(`${url}${path}`, { headers: HTML })).text();
  const before = await text();
  expect(before).toContain("Nobody in the valley had expected that alpha");

  await server.kill();
  const over = startReading([...PUBLIC, ...ICONS, path]);
  await isKnown();
  bring("gamma");
  expect(await text()).toBe(before);

  const look = (of: string, headers = {}) => fetch(`${url}${of}`, { headers });
  const unknown = await look("/articles/no-such-article", { ...HTML, "Accept-Language": "de" });
  expect([unknown.status, unknown.headers.get("retry-after")]).toEqual([503, "30"]);
  expect(unknown.headers.get("cache-control")).toBe("no-store");
  expect(await unknown.text()).toContain("Unser Archiv antwortet im Augenblick nicht");
  const asked = { Authorization: `Bearer ${TOKEN}`, ...HTML };
  for (const admin of ["/admin", "/admin/articles/some", "/api/orders/1"]) {
    expect([(await look(admin, asked)).status, admin]).toEqual([503, admin]);
  }
  expect((await look("/feeds/all/archive/1.atom")).status).toBe(503);
  expect((await look("/healthz")).status).toBe(200);
  expect((await look("/readyz")).status).toBe(200);
  expect((await look("/status")).status).toBe(503);
  expect((await look("/metrics")).status).toBe(200);

  await server.start();
  await everywhere();
  await inOrder();
  expect(await over()).toEqual([]);
  const told = webs[0]
    .log()
    .filter(({ msg }) => /database (does not answer|answers again)/.test(msg));
  expect(told.map(({ msg }) => msg)).toEqual([
    "the database does not answer: readers are served what was published last",
    "the database answers again",
  ]);
});

it("readers have feeds and pages while PostgreSQL takes connections and answers nothing", async () => {
  const path = await pagePath();
  const over = startReading([...PUBLIC, path]);
  server.freeze();
  await isKnown();
  bring("delta");
  await sleep(5_000);
  server.thaw();
  await everywhere();
  await inOrder();
  expect(await over()).toEqual([]);
});

it("a web process that starts without PostgreSQL waits for it, and says so once", async () => {
  await server.kill();
  const late = keep(await startWebRole(config(), { environment: environment() }));
  expect((await fetch(`${late.url}/healthz`)).status).toBe(200);
  expect((await fetch(`${late.url}/readyz`)).status).toBe(503);
  expect((await fetch(`${late.url}/feeds/all`)).status).toBe(503);
  expect((await fetch(`${late.url}/feeds/all.rss`)).status).toBe(503);
  const patient = await publisherThatWaits();
  await server.start();
  await everywhere([late]);
  await until("it is ready", async () => (await fetch(`${late.url}/readyz`)).ok);
  const told = late.log().filter(({ msg }) => msg.includes("waiting for it"));
  expect(told).toHaveLength(1);
  await late.stop();
  await patient.stop();
});

/** It says that it publishes only when it can. */
async function publisherThatWaits(): Promise<{ readonly stop: () => Promise<unknown> }> {
  const begun = startPublishRole(config(), { environment: environment() });
  await sleep(1_000);
  return { stop: async () => keep(await begun).stop() };
}

it("another publisher takes over from one that was killed, and every state is published once", async () => {
  const [first] = publishers;
  const standBy = await publisher();
  publishers.push(standBy);
  await until("the second stands by", () =>
    standBy.log().some(({ msg }) => /standing by/.test(msg)),
  );
  bring("epsilon");
  await first?.kill();
  await everywhere();
  const { holder, doubles } = await on(server.address, async (client) => ({
    holder: (await client.query("SELECT holder FROM lease WHERE name = 'publisher'")).rows[0]
      ?.holder,
    doubles: (
      await client.query(
        "SELECT feed_id, document, etag FROM publication GROUP BY 1, 2, 3 HAVING count(*) > 1",
      )
    ).rows,
  }));
  expect(holder).toMatch(new RegExp(`^process ${standBy.pid} on `));
  expect(doubles).toEqual([]);
});

it("connections that are cut in any phase of a publisher's turn leave documents whole, and followers skip none", async () => {
  const over = startReading([...PUBLIC, await pagePath()]);
  let isOver = false;
  onTestFinished(() => {
    isOver = true;
  });
  const cutting = (async () => {
    while (!isOver) {
      await on(server.address, (client) =>
        client.query(
          "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = 'desk' AND pid <> pg_backend_pid()",
        ),
      ).catch(() => {}); // it ends itself, too, when it is slow
      await sleep(Math.random() * 400);
    }
  })();
  for (const name of ["zeta", "eta", "theta", "iota"]) {
    bring(name);
    await sleep(1_500);
  }
  isOver = true;
  await cutting;
  await everywhere();
  expect(await over()).toEqual([]);
  await expectWhole();
});

it("kill -9 of the server in mid-turn loses nothing and doubles nothing", async () => {
  const over = startReading([...PUBLIC, await pagePath()]);
  for (const name of ["kappa", "lambda", "mu"]) {
    bring(name);
    await sleep(300 + Math.random() * 1_200);
    await server.kill();
    await server.start();
  }
  await everywhere();
  expect(await over()).toEqual([]);
  await expectWhole();
  await inOrder();
});

/** What web processes serve is what is stored, and each document was told of with its last state. */
async function expectWhole(): Promise<void> {
  const stored = await on(server.address, async (client) => {
    const { rows } = await client.query<{ name: string; etag: string; told: string }>(
      `SELECT name, etag, (SELECT etag FROM publication AS p WHERE p.feed_id = d.feed_id
         AND p.document = d.name ORDER BY seq DESC LIMIT 1) AS told FROM document AS d`,
    );
    return rows;
  });
  expect(stored).toHaveLength(4);
  for (const { name, etag, told } of stored) {
    expect([name, told]).toEqual([name, etag]);
    if (name === "page") continue;
    for (const { url } of webs) {
      const served = await until(`${name} is served`, async () => {
        const answer = await fetch(`${url}/feeds/all.${name}`, {
          headers: { "Accept-Encoding": "identity" },
        });
        return answer.headers.get("etag") === etag ? answer : null;
      });
      expect((await served.text()).length).toBeGreaterThan(1000);
    }
  }
}
