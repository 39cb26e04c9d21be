import { expect, it } from "vitest";
import type { SourceReport } from "../../src/core/intake/source-report.ts";
import { LEASE_MS } from "../../src/core/lease.ts";
import type { PassScope } from "../../src/core/orders/order.ts";
import { createPoller } from "../../src/ingest/poll-due-sources.ts";
import { aRemote, aSource } from "../support/builders.ts";
import { turnedClock } from "../support/turned-clock.ts";

const SECOND = 1000;
const POLL_MS = 100;

/** A process with four places, and hosts and sources that other processes have. A source "a.1" asks the host "a". */
function setUp(ids: readonly string[], others: Iterable<string> = []) {
  const clock = turnedClock();
  const theirs = new Set(others);
  const polled: string[] = [];
  const held = new Map<string, number>();
  let asked = 0;
  const use = (host: string, by: number): void => void held.set(host, (held.get(host) ?? 0) + by);
  const sources = ids.map((id) => aSource({ definition: aRemote({ id }) }));
  const hostOf = (id: string): string => id.split(".")[0] ?? "";
  const poller = createPoller({
    sources: async () => sources,
    isDue: () => true,
    isHeld: async () => false,
    turns: {
      async enter(host) {
        asked += 1;
        if (host === null || theirs.has(host)) return host === null;
        use(host, 1);
        return true;
      },
      leave: (host) => use(host ?? "", -1),
      isOthers: () => false,
    },
    hostOf: ({ definition }) => hostOf(definition.id),
    limits: { concurrency: 4, perHost: 2 },
    pause: clock.sleep,
    claim: async (id) => (theirs.has(id) ? "busy" : { source: aSource(), lease: { id, token: 1 } }),
    async ingestSource({ lease: { id } }) {
      await clock.sleep(POLL_MS);
      polled.push(id);
      return aReport(id);
    },
  });
  /** An order, or `null` for a tick. @returns what it reported. */
  const start = async (scope: PassScope | null): Promise<string[]> => {
    const reports: string[] = [];
    const { done } = await poller.start(scope, ({ source }) => void reports.push(source));
    done.catch(() => {});
    await clock.settle();
    return reports;
  };
  const asksMeanwhile = async (ms: number): Promise<number> => {
    const before = asked;
    await clock.pass(ms);
    return asked - before;
  };
  return { start, polled, theirs, clock, poller, held, asksMeanwhile };
}

const aReport = (source: string): SourceReport => ({
  ...{ source, outcome: "ok", fetched: 1, items: 0, new: 0 },
  ...{ updated: 0, unchanged: 0, merged: 0, failed: 0, ms: 1 },
});

const orderOf = (...sources: readonly string[]): PassScope => ({ all: false, sources });

it("an order that waits for the host of another process holds up no other poll", async () => {
  const waiting = ["a.1", "b.1", "c.1", "d.1", "e.1"];
  const { start, polled, clock } = setUp([...waiting, "ours.1"], ["a", "b", "c", "d", "e"]);
  await start(orderOf(...waiting));
  await start(null);
  await clock.pass(POLL_MS);
  expect(polled).toEqual(["ours.1"]);
});

it("an order that waits for the end of another process's poll holds up no other poll", async () => {
  const waiting = ["a.1", "a.2", "b.1", "b.2", "c.1"];
  const { start, polled, clock, theirs } = setUp([...waiting, "ours.1"], waiting);
  await start(orderOf(...waiting));
  await start(null);
  await clock.pass(POLL_MS);
  expect(polled).toEqual(["ours.1"]);
  theirs.clear();
  await clock.pass(SECOND);
  expect(polled.toSorted()).toEqual([...waiting, "ours.1"].toSorted());
});

it("an order polls soon after the other process left the host, and leaves it then", async () => {
  const { start, polled, clock, theirs, held, poller } = setUp(["a.1", "a.2", "a.3"], ["a"]);
  const reports = await start(orderOf("a.1", "a.2", "a.3"));
  await clock.pass(10 * SECOND);
  expect(polled).toEqual([]);
  theirs.clear();
  await clock.pass(SECOND);
  expect(reports).toEqual(["a.1", "a.2", "a.3"]);
  expect([held.get("a"), poller.busy()]).toEqual([0, 0]);
});

it("orders for one host wait for it together, and ask it at last although the other process does not leave it", async () => {
  const ids = Array.from({ length: 40 }, (_, n) => `a.${n}`);
  const { start, polled, clock, asksMeanwhile, held } = setUp(ids, ["a"]);
  await start({ all: true, sources: [] });
  expect(await asksMeanwhile(10 * SECOND)).toBeLessThanOrEqual(40);
  await clock.pass(LEASE_MS - 10 * SECOND - 1);
  expect(polled).toEqual([]);
  await clock.pass(20 * POLL_MS + SECOND);
  expect(polled).toHaveLength(40);
  expect(held.size).toBe(0);
});

it("an order that comes while another waits for the host waits for the rest of that time", async () => {
  const { start, polled, clock } = setUp(["a.1", "a.2"], ["a"]);
  await start(orderOf("a.1"));
  await clock.pass(LEASE_MS - 5 * SECOND);
  await start(orderOf("a.2"));
  await clock.pass(6 * SECOND);
  expect(polled.toSorted()).toEqual(["a.1", "a.2"]);
});

it("a later order waits for the host anew", async () => {
  const { start, polled, clock } = setUp(["a.1", "a.2"], ["a"]);
  await start(orderOf("a.1"));
  await clock.pass(LEASE_MS + SECOND);
  await start(orderOf("a.2"));
  await clock.pass(LEASE_MS - SECOND);
  expect(polled).toEqual(["a.1"]);
  await clock.pass(2 * SECOND);
  expect(polled).toEqual(["a.1", "a.2"]);
});

it("a tick leaves host and source to the process that has them", async () => {
  const { start, polled, clock, poller, held } = setUp(["a.1", "b.1", "c.1"], ["a", "b.1"]);
  await start(null);
  await clock.pass(LEASE_MS);
  expect(polled).toEqual(["c.1"]);
  expect([held.get("b"), poller.busy()]).toEqual([0, 0]);
});
