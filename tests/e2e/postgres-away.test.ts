import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, expect, it, onTestFinished, vi } from "vitest";
import { type OwnServer, startOwnServer } from "../support/postgres/own-server.ts";
import {
  cutConnections,
  pagePath,
  published,
  type RoleProcess,
  type RolesApart,
  startRolesApart,
  TOKEN,
  unwhole,
} from "../support/postgres/roles-apart.ts";
import { statusOf } from "../support/read-service.ts";
import { until } from "../support/until.ts";

// Processes start here, on machines that do much else.
vi.setConfig({ testTimeout: 240_000, hookTimeout: 240_000 });

const HTML = { Accept: "text/html" };

let server: OwnServer;
let roles: RolesApart;
/** The one that publishes now. */
let publishing: RoleProcess;

beforeAll(async () => {
  server = await startOwnServer();
  roles = await startRolesApart(server.address);
  publishing = roles.first;
});

afterAll(async () => {
  await roles?.end();
  await server?.end();
});

const isKnown = () =>
  until("it is known that the database is away", async () => {
    const { reasons } = await statusOf(roles.webs[0].url);
    return reasons.some(({ kind }) => kind === "database-unreachable");
  });

it("readers have feeds and pages while PostgreSQL is away, and what comes meanwhile when it is back", async () => {
  const [web] = roles.webs;
  const path = await pagePath(web);
  const look = (of: string, headers = {}) => fetch(`${web.url}${of}`, { headers });
  const text = async () => (await look(path, HTML)).text();
  const before = await text();
  expect(before).toContain("Nobody in the valley had expected that alpha");

  await server.kill();
  const over = await roles.read();
  await isKnown();
  roles.bring("gamma");
  expect(await text()).toBe(before);

  const unknown = await look("/articles/no-such-article", { ...HTML, "Accept-Language": "de" });
  expect([unknown.status, unknown.headers.get("retry-after")]).toEqual([503, "30"]);
  expect(unknown.headers.get("cache-control")).toBe("no-store");
  expect(await unknown.text()).toContain("Unser Archiv antwortet im Augenblick nicht");
  const asked = { Authorization: `Bearer ${TOKEN}`, ...HTML };
  for (const admin of ["/admin", "/admin/articles/some", "/api/orders/1"]) {
    expect([(await look(admin, asked)).status, admin]).toEqual([503, admin]);
  }
  for (const [of, status] of Object.entries({
    "/feeds/all/archive/1.atom": 503,
    "/healthz": 200,
    "/readyz": 200,
    "/status": 503,
    "/metrics": 200,
  })) {
    expect([of, (await look(of)).status]).toEqual([of, status]);
  }

  await server.start();
  await roles.everywhere();
  await roles.inOrder();
  expect(await over()).toEqual([]);
  const told = web.log().filter(({ msg }) => /database (does not answer|answers again)/.test(msg));
  expect(told.map(({ msg }) => msg)).toEqual([
    "the database does not answer: readers are served what was published last",
    "the database answers again",
  ]);
});

it("readers have feeds and pages while PostgreSQL takes connections and answers nothing", async () => {
  const over = await roles.read();
  server.freeze();
  await isKnown();
  roles.bring("delta");
  await sleep(5_000);
  server.thaw();
  await roles.everywhere();
  await roles.inOrder();
  expect(await over()).toEqual([]);
});

it("processes that start without PostgreSQL wait for it, and say so once", async () => {
  await server.kill();
  const late = await roles.web();
  const status = async (path: string) => (await fetch(`${late.url}${path}`)).status;
  expect(await status("/healthz")).toBe(200);
  expect(await status("/readyz")).toBe(503);
  expect(await status("/feeds/all")).toBe(503);
  expect(await status("/feeds/all.rss")).toBe(503);
  const publisher = await roles.waitingPublisher();
  await server.start();
  await roles.everywhere([late]);
  await until("it is ready", async () => (await status("/readyz")) === 200);
  await until("it publishes", () => publisher.stdout().includes("publishes what"));
  for (const { log, stop } of [late, publisher]) {
    expect(log().filter(({ msg }) => msg.includes("waiting for it"))).toHaveLength(1);
    await stop();
  }
});

/** Starts one that stands by. */
async function anotherPublisher(): Promise<RoleProcess> {
  const another = await roles.publisher();
  await until("it stands by", () => another.log().some(({ msg }) => /standing by/.test(msg)));
  return another;
}

it("another publisher takes over from one that was killed, and every state is published once", async () => {
  const standBy = await anotherPublisher();
  roles.bring("epsilon");
  await publishing.kill();
  await roles.everywhere();
  const { holder, doubles } = await published(server.address);
  expect(holder).toMatch(new RegExp(`^process ${standBy.pid} on `));
  expect(doubles).toEqual([]);
  publishing = standBy;
});

it("a publisher that was suspended for longer than its lease writes nothing any more", async () => {
  const next = await anotherPublisher();
  publishing.signal("SIGSTOP");
  roles.bring("digamma");
  await roles.everywhere();
  const { holder } = await published(server.address);
  expect(holder).toMatch(new RegExp(`^process ${next.pid} on `));
  publishing.signal("SIGCONT");
  roles.bring("stigma");
  await roles.everywhere();
  expect(await published(server.address)).toEqual({ holder, doubles: [] });
});

it("connections that are cut in any phase of a publisher's turn leave documents whole, and followers skip none", async () => {
  const over = await roles.read();
  let isOver = false;
  onTestFinished(() => {
    isOver = true;
  });
  const cutting = (async () => {
    while (!isOver) {
      await cutConnections(server.address);
      await sleep(Math.random() * 400);
    }
  })();
  for (const name of ["zeta", "eta", "theta", "iota"]) {
    roles.bring(name);
    await sleep(1_500);
  }
  isOver = true;
  await cutting;
  await roles.everywhere();
  expect(await over()).toEqual([]);
  expect(await unwhole(server.address, roles)).toEqual([]);
});

it("kill -9 of the server in mid-turn loses nothing and doubles nothing", async () => {
  const over = await roles.read();
  for (const name of ["kappa", "lambda", "mu"]) {
    roles.bring(name);
    await sleep(300 + Math.random() * 1_200);
    await server.kill();
    await server.start();
  }
  await roles.everywhere();
  expect(await over()).toEqual([]);
  expect(await unwhole(server.address, roles)).toEqual([]);
  await roles.inOrder();
});
