import { once } from "node:events";
import { connect } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import Database from "better-sqlite3";
import {
  afterAll,
  afterEach,
  beforeAll,
  beforeEach,
  describe,
  expect,
  it,
  onTestFinished,
  vi,
} from "vitest";
import { type Desk, layDesk } from "../support/desk.ts";
import {
  isAlive,
  jsonLines,
  listenOffprint,
  runOffprint,
  type Service,
  startOffprint,
  startWebRole,
} from "../support/offprint.ts";
import { entriesOf, entryTitled, statusOf } from "../support/read-service.ts";
import { rssFeed, sampleItem } from "../support/sample-feed.ts";
import { neverAnswers } from "../support/source-faults.ts";
import { type SourceServer, startSourceServer } from "../support/source-server.ts";
import { until } from "../support/until.ts";

// Processes start here, on machines that do much else.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let server: SourceServer;
let desk: Desk;
const services: Service[] = [];

beforeAll(async () => {
  server = await startSourceServer();
  server.set("/silent", neverAnswers());
});

beforeEach(() => {
  server.set("/news", { body: rssFeed("News", [sampleItem("alpha"), sampleItem("beta")]) });
});

afterEach(async () => {
  await Promise.all(services.splice(0).map((service) => service.kill()));
  desk.remove();
});

afterAll(() => server?.close());

async function startOn(sources: readonly string[]): Promise<Service> {
  desk = layDesk({ sources: sources.map((id) => ({ id, url: `${server.url}/${id}` })) });
  return again();
}

async function again(): Promise<Service> {
  const service = await startOffprint(["--config", desk.config]);
  services.push(service);
  return service;
}

/** With a source that has been asked and never answers. */
async function startAndHang(): Promise<Service> {
  const asked = server.requests("/silent").length;
  const service = await startOn(["silent"]);
  await until("the source is asked", () => server.requests("/silent").length > asked);
  return service;
}

/** A reader whose half request has been read: it is not idle, and is cut off in the end. */
async function holdConnection({ url }: Service): Promise<void> {
  const reader = connect(Number(new URL(url).port), "127.0.0.1");
  reader.on("error", () => {});
  const half = "GET /feed.json HTTP/1.1\r\nHost: half.a.request\r\n";
  // The answer to the first request says that its server reads this connection.
  reader.write(`${half}\r\n`);
  await once(reader, "data");
  reader.write(half);
  await sleep(500);
}

const published = (service: Service, count: number) =>
  until("the articles are published", async () => {
    return (await entriesOf(service.url)).length === count;
  });

describe("a command beside a running service", () => {
  it("has its pass done by the service", async () => {
    const service = await startOn(["news"]);
    await published(service, 2);
    const items = [sampleItem("alpha"), sampleItem("beta"), sampleItem("gamma")];
    server.set("/news", { body: rssFeed("News", items) });

    const run = await runOffprint(["ingest", "--all", "--json", "--config", desk.config]);

    expect(run).toMatchObject({ code: 0, stderr: "" });
    expect(jsonLines(run)).toEqual([
      expect.objectContaining({ source: "news", outcome: "ok", items: 3, new: 1, unchanged: 2 }),
    ]);
    const polled = service.log().filter(({ msg }) => msg === "polled");
    expect(polled.at(-1)).toMatchObject({ source: "news", new: 1 });
    await published(service, 3);
  });
});

/** A pass that asks its only source and goes on when it is let. */
async function slowPass() {
  desk = layDesk({
    sources: [{ id: "slow", url: `${server.url}/slow` }],
    ingest: { limits: { timeoutSeconds: 120 } },
  });
  let answer = (): void => {};
  const answered = new Promise<void>((resolve) => {
    answer = resolve;
  });
  const asked = server.requests("/slow").length;
  server.set("/slow", {
    play: (_, response) => {
      response.flushHeaders();
      void answered.then(() => response.end(rssFeed("News", [sampleItem("alpha")])));
    },
  });
  const pass = runOffprint(["ingest", "--all", "--json", "--config", desk.config]);
  await until("the pass is under way", () => server.requests("/slow").length > asked);
  return { pass, answer };
}

describe("a pass that is under way", () => {
  it("is waited for by a service: readers are served, and then it takes articles in", async () => {
    const { pass, answer } = await slowPass();
    const service = await again();
    await until("it waits", () => service.log().some(({ msg }) => /waiting for its end/.test(msg)));

    answer();

    expect(await pass).toMatchObject({ code: 0 });
    await published(service, 1);
    server.set("/slow", { body: rssFeed("News", [sampleItem("alpha"), sampleItem("beta")]) });
    await runOffprint(["ingest", "--all", "--config", desk.config]);
    await published(service, 2);
    expect(service.log().filter(({ level }) => level === "error")).toEqual([]);
  });

  it("holds up no service that is stopped", async () => {
    const { pass, answer } = await slowPass();
    const service = await again();
    await until("it waits", () => service.log().some(({ msg }) => /waiting for its end/.test(msg)));

    expect(await service.stop()).toEqual({ code: 0, signal: null });
    answer();
    await pass;
  });

  it("is waited for by another pass, which then does its own", async () => {
    const { pass, answer } = await slowPass();
    const second = runOffprint(["ingest", "--all", "--json", "--config", desk.config]);
    answer();

    const runs = await Promise.all([pass, second]);

    expect(runs.map(({ code }) => code)).toEqual([0, 0]);
    expect(runs.map((run) => jsonLines(run))).toMatchObject([[{ new: 1 }], [{ new: 0 }]]);
  });
});

describe("a second service on the same database", () => {
  it("ends with one line that names the process which holds it", async () => {
    const service = await startOn(["news"]);
    const holder = await until("the ingest side runs", () => service.ingestPid());
    await published(service, 2);

    const run = await runOffprint(["serve", "--config", desk.config]);

    expect(run.code).toBe(1);
    // Beside its log, in which it says that it stands by to publish.
    const said = run.stderr.split("\n").filter((line) => !line.startsWith("{"));
    expect(said).toEqual([
      expect.stringMatching(
        new RegExp(`^offprint: process ${holder} on \\S+ already ingests into .*offprint\\.db$`),
      ),
      "",
    ]);
    expect((await fetch(`${service.url}/readyz`)).status).toBe(200);
  });

  it("may serve readers beside it, when it is only the web side", async () => {
    const first = await startOn(["news"]);
    await published(first, 2);
    const second = await startOffprint(["--role", "web", "--config", desk.config]);
    services.push(second);

    expect(await entriesOf(second.url)).toEqual(await entriesOf(first.url));
    expect(second.ingestPid()).toBeNull();
  });
});

describe("SIGTERM", () => {
  it("ends the service with exit code 0, and its ingest process with it", async () => {
    const service = await startOn(["news"]);
    const child = await until("the ingest side runs", () => service.ingestPid());
    await published(service, 2);
    const from = performance.now();

    expect(await service.stop()).toEqual({ code: 0, signal: null });
    expect(performance.now() - from).toBeLessThan(5000);
    expect(isAlive(child)).toBe(false);
    expect(service.log().filter(({ level }) => level === "error")).toEqual([]);
  });

  it("ends it within 5 s also while a source hangs and a reader holds a connection", async () => {
    const service = await startAndHang();
    await holdConnection(service);
    const from = performance.now();

    expect(await service.stop()).toEqual({ code: 0, signal: null });
    expect(performance.now() - from).toBeLessThan(5000);
    expect(service.log().filter(({ level }) => level === "error")).toEqual([]);
  });

  it("lets a lone web process publish nothing more, though a reader still holds a connection", async () => {
    desk = layDesk();
    const service = await startWebRole(["--config", desk.config]);
    services.push(service);
    const beside = new Database(desk.database);
    onTestFinished(() => void beside.close());
    const lease = "SELECT lease_token FROM lease WHERE lease_until <= unixepoch('subsec') * 1000";
    const before = await until("it has published", () => beside.prepare(lease).get());
    await holdConnection(service);
    service.signal("SIGTERM");
    await until("it stops listening", () =>
      fetch(service.url).then(
        () => false,
        () => true,
      ),
    );
    beside.exec("UPDATE counter SET value = value + 1000 WHERE name = 'revision'");
    beside.exec("UPDATE lease SET lease_until = 0");

    expect(await service.exit).toEqual({ code: 0, signal: null });
    expect(beside.prepare(lease).get()).toEqual(before);
  });

  it("ends it with exit code 0 also when it comes as soon as it listens", async () => {
    desk = layDesk();
    const service = await listenOffprint(["--config", desk.config]);
    services.push(service);

    expect(await service.stop()).toEqual({ code: 0, signal: null });
  });
});

describe("kill -9", () => {
  it("of the ingest process harms no reader, and it is started again", async () => {
    const service = await startOn(["news"]);
    await published(service, 2);
    const killed = await until("the ingest side runs", () => service.ingestPid());
    process.kill(killed, "SIGKILL");

    const status = await until("it is noticed", async () => {
      const answer = await statusOf(service.url);
      return !answer.inOrder && answer;
    });
    expect(await entriesOf(service.url)).toHaveLength(2);
    expect(status.reasons[0]?.message).toMatch(/ingest process ended \(SIGKILL\)/);

    const next = await until("it is started again", () => service.ingestPid());
    expect(next).not.toBe(killed);
    await until("everything is in order", async () => (await statusOf(service.url)).inOrder);
    server.set("/news", { body: rssFeed("News", [sampleItem("delta")]) });
    await runOffprint(["ingest", "--all", "--config", desk.config]);
    await until("articles come in again", () =>
      entryTitled(service.url, sampleItem("delta").title),
    );
  });

  it("of the service ends its ingest process, and a new service starts at once", async () => {
    const service = await startAndHang();
    const child = await until("the ingest side runs", () => service.ingestPid());
    service.signal("SIGKILL");

    await until("the child is gone", () => !isAlive(child), { withinMs: 8000 });
    expect((await fetch(`${(await again()).url}/readyz`)).status).toBe(200);
  });
});
