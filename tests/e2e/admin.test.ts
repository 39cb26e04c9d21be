import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { type Desk, layDesk } from "../support/desk.ts";
import {
  jsonLines,
  runOffprint,
  type Service,
  startIngestRole,
  startOffprint,
  startPublishRole,
} from "../support/offprint.ts";
import { entriesOf } from "../support/read-service.ts";
import { rssFeed, sampleItem } from "../support/sample-feed.ts";
import { until } from "../support/until.ts";

// Processes start here, on machines that do much else.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const TOKEN = "only-the-desk-knows";
const SHARE = "Teilen Sie dies:";
const CALL = "Der Turm lädt alle Leser zum Hoffest ein.";
const item = sampleItem("tower", Date.UTC(2026, 1, 17, 12));

let desk: Desk;
let service: Service;

const asDesk = { Authorization: `Bearer ${TOKEN}` };

const admin = (path: string, init: RequestInit = {}): Promise<Response> =>
  fetch(service.url + path, { redirect: "manual", headers: asDesk, ...init });

/** Waits until the feed has or has not this text. */
const inFeed = (text: string, isIn: boolean): Promise<unknown> =>
  until(`${text} is ${isIn ? "" : "not "}in the feed`, async () => {
    const [entry] = await entriesOf(service.url);
    return entry !== undefined && entry.content_html.includes(text) === isIn;
  });

beforeAll(async () => {
  desk = layDesk({ sources: [{ id: "tower", folder: "tower" }] });
  const text = `${item.text}\n\n${CALL}\n\n${SHARE}`;
  desk.write("tower/feed.xml", rssFeed("Tower", [{ ...item, text }]));
  service = await startOffprint(["--config", desk.config], {
    environment: { OFFPRINT_ADMIN_TOKEN: TOKEN },
  });
  await inFeed(CALL, true);
});

afterAll(async () => {
  await service?.kill();
  desk.remove();
});

it("an editor follows an article from the status page, keeps a line in it and takes that back", async () => {
  expect((await fetch(`${service.url}/admin`)).status).toBe(401);
  const status = await (await admin("/admin")).text();
  const path = /href="(\/admin\/articles\/[^"]+)"/.exec(status)?.[1] ?? "";
  const page = await (await admin(path)).text();
  const line = /name="line" value="([^"]+)"/.exec(page)?.[1] ?? "";
  await inFeed(SHARE, false);

  const body = new URLSearchParams({ line });
  const kept = await admin(`${path}/keep`, { method: "POST", body });
  expect([kept.status, kept.headers.get("location")]).toEqual([303, path]);
  await inFeed(SHARE, true);
  expect(await (await admin(path)).text()).not.toContain('name="line"');

  expect((await admin(`${path}/forget`, { method: "POST" })).status).toBe(303);
  await inFeed(SHARE, false);
});

it("a command reprocesses beside the running service, whose feeds follow", async () => {
  const cleanup = { drop: [CALL] };
  desk.configure({ sources: [{ id: "tower", folder: "tower", cleanup }] });
  await until("it is reread", () =>
    service.log().some(({ msg }) => msg === "configuration reread"),
  );
  const run = await runOffprint(["reprocess", "--json", "--config", desk.config]);

  expect(run.code).toBe(0);
  expect(jsonLines(run).at(-1)).toMatchObject({ articles: 1, failed: 0 });
  await inFeed(CALL, false);
});

it("an editor's order reaches an ingest side that runs by itself, also one that comes later", async () => {
  const apart = layDesk({ sources: [{ id: "tower", folder: "tower" }] });
  apart.write("tower/feed.xml", rssFeed("Tower", [{ ...item, text: `${item.text}\n\n${SHARE}` }]));
  const roles: Pick<Service, "kill">[] = [];
  try {
    const first = await startIngestRole(["--config", apart.config]);
    roles.push(first);
    roles.push(await startPublishRole(["--config", apart.config]));
    const web = await startOffprint(["--role", "web", "--config", apart.config], {
      environment: { OFFPRINT_ADMIN_TOKEN: TOKEN },
    });
    roles.push(web);
    const [entry] = await entriesOf(web.url);
    const id = new URL(entry?.url ?? "").pathname.split("/").at(-1);
    const order = (what: string) =>
      fetch(`${web.url}/admin/articles/${id}/${what}`, {
        ...{ method: "POST", redirect: "manual", headers: asDesk },
        body: new URLSearchParams({ all: "1" }),
      });
    expect((await order("keep")).status).toBe(303);
    await first.kill();
    // It waits in the book, also when nobody comes before its asker gives up.
    const forgetting = order("forget");
    roles.push(await startIngestRole(["--config", apart.config]));
    expect([202, 303]).toContain((await forgetting).status);
    await until("it is carried out", async () => (await order("forget")).status === 409);
  } finally {
    await Promise.all(roles.map((role) => role.kill()));
    apart.remove();
  }
});

it("nothing tells the token", async () => {
  await admin("/admin", { headers: { Authorization: "Bearer wrong-but-secret" } });

  expect(service.stdout() + service.stderr()).not.toMatch(/only-the-desk-knows|wrong-but-secret/);
});
