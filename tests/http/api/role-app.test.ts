import { afterEach, beforeEach, expect, it } from "vitest";
import { type RoleState, roleApp } from "../../../src/http/api/role-app.ts";
import { createRoleMetrics } from "../../../src/http/api/role-metrics.ts";
import { createHttpServer, type HttpServer } from "../../../src/http/server.ts";

const COUNTS = { new: 3, updated: 1, unchanged: 46, merged: 2, failed: 0, fetched: 2 };

let state: RoleState;
let server: HttpServer;
let url: string;
const metrics = createRoleMetrics("ingest");

beforeEach(async () => {
  state = { isReady: true, state: "ingesting" };
  server = createHttpServer({
    cache: { answer: () => false },
    app: roleApp({ role: "ingest", state: () => state, metrics }),
    onSocketError() {},
  });
  const listening = await server.listen({ host: "127.0.0.1", port: 0 });
  url = listening.ok ? listening.value.url : "";
});

afterEach(() => server.close());

const ask = async (path: string, init?: RequestInit) => {
  const answer = await fetch(url + path, init);
  expect(answer.headers.get("cache-control")).toBe("no-store");
  return { status: answer.status, text: await answer.text() };
};

it("is alive, and is ready only while it can work, with the reason", async () => {
  expect(await ask("/readyz")).toEqual({
    status: 200,
    text: '{"ready":true,"role":"ingest","state":"ingesting"}\n',
  });
  state = { isReady: false, state: "the disk is full" };
  expect(await ask("/readyz?x=1")).toEqual({
    status: 503,
    text: '{"ready":false,"role":"ingest","state":"the disk is full"}\n',
  });
  expect((await ask("/healthz")).status).toBe(200);
  expect((await ask("/metrics")).text).toContain("\noffprint_ready 0\n");
});

it("counts what polls brought, and nothing of the other role", async () => {
  metrics.polled({ outcome: "ok", ...COUNTS });
  metrics.polled({ outcome: "failed", ...COUNTS, new: 0 });
  metrics.publishing(true);
  const { text } = await ask("/metrics");
  for (const line of [
    'offprint_polls_total{outcome="ok"} 1',
    'offprint_polls_total{outcome="failed"} 1',
    "offprint_poll_requests_total 4",
    'offprint_items_total{result="new"} 3',
    'offprint_items_total{result="unchanged"} 92',
  ]) {
    expect(text).toContain(`\n${line}\n`);
  }
  expect(text).toMatch(/\nprocess_resident_memory_bytes \d/);
  expect(text).not.toMatch(/publishing|result="failed"/);
});

it("answers nothing else", async () => {
  expect((await ask("/")).status).toBe(404);
  expect((await ask("/feeds/all.rss")).status).toBe(404);
  expect((await ask("/readyz", { method: "POST" })).status).toBe(405);
  expect(await ask("/readyz", { method: "HEAD" })).toEqual({ status: 200, text: "" });
});
