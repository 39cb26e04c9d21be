import { request } from "node:http";
import Database from "better-sqlite3";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { type Desk, layDesk } from "../support/desk.ts";
import {
  runOffprint,
  type Service,
  startIngestRole,
  startPublishRole,
  startWebRole,
} from "../support/offprint.ts";
import { entriesOf } from "../support/read-service.ts";
import { rssFeed, sampleItem } from "../support/sample-feed.ts";
import { until } from "../support/until.ts";

// Processes start here, on machines that do much else.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

type Process = Omit<Service, "url">;

const TOKEN = "only-the-desk-knows";
const SHARE = "Teilen Sie dies:";
const asDesk = { Authorization: `Bearer ${TOKEN}` };
const DOCUMENTS = ["/feeds/all.rss", "/feeds/all.atom", "/feeds/all.json", "/rss.xml"];

let desk: Desk;
let webs: Service[];
let ingest: Process;
/** The one that publishes now. */
let publisher: Process;
const started: Process[] = [];
const names: string[] = [];

const keep = <Started extends Process>(process: Started): Started => {
  started.push(process);
  return process;
};
const config = (): readonly string[] => ["--config", desk.config];
const web = async (): Promise<Service> =>
  keep(await startWebRole(config(), { environment: { OFFPRINT_ADMIN_TOKEN: TOKEN } }));
const publish = async (): Promise<Process> => keep(await startPublishRole(config()));

/** One more article comes in. */
function bring(name: string): void {
  names.push(name);
  const items = names.map((each, n) => {
    const item = sampleItem(each, Date.UTC(2026, 1, 17, 12, n));
    return { ...item, text: `${item.text}\n\n${SHARE}` };
  });
  desk.write("tower/feed.xml", rssFeed("Tower", items));
}

/** Waits until every web process has all that came in. */
const everywhere = (): Promise<unknown> =>
  until(`${names.at(-1)} is read everywhere`, async () => {
    const counts = await Promise.all(webs.map(async ({ url }) => (await entriesOf(url)).length));
    return counts.every((count) => count === names.length);
  });

function rows<T>(query: string): readonly T[] {
  const database = new Database(desk.database, { readonly: true });
  try {
    return database.prepare(query).all() as T[];
  } finally {
    database.close();
  }
}

const holder = (): string | undefined =>
  rows<{ holder: string }>("SELECT holder FROM lease WHERE name = 'publisher'")[0]?.holder;

/** What is sent, byte by byte. */
const read = (url: string, coding: string) =>
  new Promise<unknown>((resolve, reject) => {
    const headers = { "Accept-Encoding": coding };
    request(url, { headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("end", () => {
        const { etag, link, "last-modified": changed } = response.headers;
        const body = Buffer.concat(chunks).toString("base64");
        resolve({ status: response.statusCode, etag, link, changed, body });
      });
    })
      .on("error", reject)
      .end();
  });

const readAll = async ({ url }: Service): Promise<readonly unknown[]> => {
  const answers: unknown[] = [];
  for (const path of DOCUMENTS) {
    for (const coding of ["identity", "gzip", "br"]) {
      answers.push(await read(`${url}${path}`, coding));
    }
  }
  return answers;
};

const order = async ({ url }: Service, what: string): Promise<number> => {
  const [entry] = await entriesOf(url);
  const id = new URL(entry?.url ?? "").pathname.split("/").at(-1);
  const response = await fetch(`${url}/admin/articles/${id}/${what}`, {
    ...{ method: "POST", redirect: "manual", headers: asDesk },
    body: new URLSearchParams({ all: "1" }),
  });
  return response.status;
};

beforeAll(async () => {
  desk = layDesk({ sources: [{ id: "tower", folder: "tower" }] });
  bring("alpha");
  ingest = keep(await startIngestRole(config()));
  publisher = await publish();
  webs = [await web(), await web()];
  await everywhere();
});

afterAll(async () => {
  await Promise.all(started.map((process) => process.kill()));
  desk.remove();
});

it("every web process serves the same, and each state of a document is published once", async () => {
  bring("beta");
  await everywhere();
  const [one, other] = webs;
  if (one === undefined || other === undefined) throw new Error("there are two");
  expect(await readAll(one)).toEqual(await readAll(other));
  expect(holder()).toMatch(new RegExp(`^process ${publisher.pid} on `));
  const doubles = rows(
    "SELECT feed_id, document, etag FROM publication GROUP BY 1, 2, 3 HAVING count(*) > 1",
  );
  expect(doubles).toEqual([]);
  const told = rows<{ document: string }>("SELECT DISTINCT document FROM publication ORDER BY 1");
  expect(told.map(({ document }) => document)).toEqual(["atom", "json", "page", "rss"]);
  expect(rows<{ kind: string }>("SELECT kind FROM change")).toEqual([
    { kind: "published" },
    { kind: "published" },
  ]);
});

it("an editor's order works through either web process, and shows in both", async () => {
  const [one, other] = webs;
  if (one === undefined || other === undefined) throw new Error("there are two");
  const shown = (isIn: boolean) =>
    until(`the line is ${isIn ? "" : "not "}shown`, async () => {
      const texts = await Promise.all(webs.map(async ({ url }) => (await entriesOf(url))[0]));
      return texts.every((entry) => entry?.content_html.includes(SHARE) === isIn);
    });
  await shown(false);
  expect(await order(one, "keep")).toBe(303);
  await shown(true);
  expect(await order(other, "forget")).toBe(303);
  await shown(false);
});

it("a publisher that is killed is replaced by the one that stands by", async () => {
  const next = await publish();
  await until("it stands by", () => next.log().some(({ msg }) => /standing by/.test(msg)));
  expect(holder()).toContain(`process ${publisher.pid} on `);
  await publisher.kill();
  publisher = next;
  bring("gamma");
  await everywhere();
  expect(holder()).toContain(`process ${next.pid} on `);
  expect(next.log().filter(({ level }) => level === "error")).toEqual([]);
});

it("an order that nobody is there to carry out is taken up by the ingest process that comes", async () => {
  const [one] = webs;
  if (one === undefined) throw new Error("there are two");
  await ingest.kill();
  const keeping = order(one, "keep");
  await until("it waits", () => {
    const waiting = rows(
      "SELECT id FROM desk_order WHERE kind = 'keep-lines' AND state = 'waiting'",
    );
    return waiting.length > 0;
  });
  ingest = keep(await startIngestRole(config()));
  // The form is answered at the latest after ten seconds, in which a process need not have started.
  expect([202, 303]).toContain(await keeping);
  await until("it is carried out", () => {
    const [last] = rows<{ state: string }>(
      "SELECT state FROM desk_order WHERE kind = 'keep-lines' ORDER BY id DESC LIMIT 1",
    );
    return last?.state === "done";
  });
  bring("delta");
  await everywhere();
});

it("a web process that was killed answers at once when it is back, though nobody publishes", async () => {
  const [one, other] = webs;
  if (one === undefined || other === undefined) throw new Error("there are two");
  expect(await publisher.stop()).toEqual({ code: 0, signal: null });
  // Given back, and not left to run out.
  expect(rows("SELECT name FROM lease WHERE lease_until <= unixepoch('subsec') * 1000")).toEqual([
    { name: "publisher" },
  ]);
  const before = await readAll(one);
  await one.kill();
  const again = await web();
  // Not waited for: whoever listens has everything.
  expect(await readAll(again)).toEqual(before);
  expect(await readAll(other)).toEqual(before);
  expect((await fetch(`${again.url}/readyz`)).status).toBe(200);
  expect((await fetch(`${again.url}/feeds/all`)).status).toBe(200);
  webs = [again, other];
  publisher = await publish();
  bring("epsilon");
  await everywhere();
});

it("a web process alone publishes what `offprint ingest` took in, and gives way to a publisher", async () => {
  const alone = layDesk({ sources: [{ id: "tower", folder: "tower" }] });
  try {
    const options = ["--config", alone.config];
    alone.write("tower/feed.xml", rssFeed("Tower", [sampleItem("one")]));
    expect(await runOffprint(["ingest", ...options])).toMatchObject({ code: 0 });
    const service = keep(await startWebRole(options));
    await until("it is published", async () => (await entriesOf(service.url)).length === 1);
    const other = keep(await startPublishRole(options));
    alone.write("tower/more.xml", rssFeed("More", [sampleItem("two")]));
    await runOffprint(["ingest", "--all", ...options]);
    await until(
      "the next one is published",
      async () => (await entriesOf(service.url)).length === 2,
    );
    await Promise.all([service.stop(), other.stop()]);
  } finally {
    alone.remove();
  }
});
