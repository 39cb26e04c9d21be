import { describe, expect, it } from "vitest";
import type { SourceReport } from "../../src/core/intake/source-report.ts";
import type { SourceState } from "../../src/core/sources/source-state.ts";
import { ALL_OURS } from "../../src/ingest/host-turns.ts";
import { createPoller, type PollDeps } from "../../src/ingest/poll-due-sources.ts";
import { aRemote, aSource, NOW } from "../support/builders.ts";

const aReport = (source: string): SourceReport => ({
  ...{ source, outcome: "ok", fetched: 1, items: 0, new: 0 },
  ...{ updated: 0, unchanged: 0, merged: 0, failed: 0, ms: 1 },
});

/** Polls that end when the test says so. */
function setUp(ids: readonly string[], overrides: Partial<PollDeps> = {}) {
  const running = new Map<string, PromiseWithResolvers<SourceReport>>();
  const begun: string[] = [];
  const reports: string[] = [];
  let most = 0;
  const sources: SourceState[] = ids.map((id) =>
    aSource({ definition: aRemote({ id, paused: id.startsWith("paused") }) }),
  );
  const poller = createPoller({
    sources: async () => sources,
    isDue: () => true,
    isHeld: async () => false,
    turns: ALL_OURS,
    hostOf: () => null,
    limits: { concurrency: 2, perHost: 2 },
    pause: settled,
    async claim(id, isWanted) {
      const source = sources.find(({ definition }) => definition.id === id);
      if (source === undefined || !isWanted(source)) return null;
      return { source, lease: { id, token: 1 } };
    },
    ingestSource: ({ lease: { id } }) => {
      begun.push(id);
      const poll = Promise.withResolvers<SourceReport>();
      running.set(id, poll);
      most = Math.max(most, running.size);
      return poll.promise.finally(() => running.delete(id));
    },
    ...overrides,
  });
  return {
    poller,
    begun,
    reports,
    onReport: ({ source }: SourceReport) => void reports.push(source),
    most: () => most,
    /** Lets a poll end, and what follows from it begin. */
    async end(id: string, failure?: Error) {
      const poll = running.get(id);
      if (!poll) throw new Error(`${id} is not being polled`);
      if (failure) poll.reject(failure);
      else poll.resolve(aReport(id));
      await settled();
    },
  };
}

/** When all that was waiting has run. */
const settled = () => new Promise((resolve) => setImmediate(resolve));

describe("a pass", () => {
  it("tries files again that wait for another attempt when it was asked for, not with each tick", async () => {
    const retry = { reason: "slow", limitBytes: null, failures: 4, at: NOW };
    const files = new Map([["a.xml", { bytes: 1, changedAt: NOW, retry }]]);
    const waits: (number | undefined)[] = [];
    const { poller, onReport } = setUp([], {
      sources: async () => [aSource({ files })],
      claim: async (id) => ({ source: aSource({ files }), lease: { id, token: 1 } }),
      ingestSource: async ({ source }) => {
        waits.push(source.files.get("a.xml")?.retry?.at);
        return aReport("valley");
      },
    });
    for (const request of [null, { all: true, sources: [] }]) {
      await (await poller.start(request, onReport)).done;
    }
    expect(waits).toEqual([NOW, 0]);
  });

  it("polls no more sources at once than it may, and each in the end", async () => {
    const { poller, end, begun, reports, onReport, most } = setUp(["a", "b", "c", "d", "e"]);
    const pass = await poller.start(null, onReport);
    await settled();
    expect(pass.count).toBe(5);
    expect(poller.busy()).toBe(5);
    for (const id of ["b", "a", "d", "c", "e"]) await end(id);
    await pass.done;
    expect(begun).toEqual(["a", "b", "c", "d", "e"]);
    expect(reports).toEqual(["b", "a", "d", "c", "e"]);
    expect(most()).toBe(2);
    expect(poller.busy()).toBe(0);
  });

  it("is not held up by a source that never answers", async () => {
    const { poller, end, reports, onReport } = setUp(["slow", "a", "b", "c"]);
    await poller.start(null, onReport);
    await settled();
    for (const id of ["a", "b", "c"]) await end(id);
    expect(reports).toEqual(["a", "b", "c"]);
  });

  it("leaves out what is not due, paused or held", async () => {
    const { poller, end, begun, reports, onReport } = setUp(["due", "paused-1", "later", "held"], {
      isDue: ({ definition }) => definition.id !== "later",
      isHeld: async ({ definition }) => definition.id === "held",
    });
    const pass = await poller.start(null, onReport);
    await settled();
    await end("due");
    await pass.done;
    expect(begun).toEqual(["due"]);
    expect(reports).toEqual(["due"]);
  });

  it("leaves a host alone that says so to the first two of its sources", async () => {
    let isHeld = false;
    const { poller, end, begun, onReport } = setUp(["a1", "a2", "a3", "a4", "b1"], {
      hostOf: ({ definition }) => definition.id.charAt(0),
      isHeld: async () => isHeld,
      limits: { concurrency: 9, perHost: 2 },
    });
    const pass = await poller.start(null, onReport);
    await settled();
    expect(begun).toEqual(["a1", "a2", "b1"]);
    isHeld = true;
    for (const id of ["a1", "a2", "b1"]) await end(id);
    await pass.done;
    expect(begun).toEqual(["a1", "a2", "b1"]);
  });

  it("tries the rest when storage fails for one, and then says so", async () => {
    const { poller, end, reports, onReport } = setUp(["a", "b", "c"]);
    const pass = await poller.start(null, onReport);
    const failed = expect(pass.done).rejects.toThrow("disk full");
    await settled();
    await end("a", new Error("disk full"));
    await end("b");
    await end("c");
    await failed;
    expect(reports).toEqual(["b", "c"]);
    expect(poller.busy()).toBe(0);
  });
});

describe("a source under way", () => {
  it("is not polled by the next tick", async () => {
    const { poller, end, begun, onReport } = setUp(["slow"]);
    const first = await poller.start(null, onReport);
    const second = await poller.start(null, onReport);
    await settled();
    expect(second.count).toBe(0);
    await second.done;
    await end("slow");
    await first.done;
    expect(begun).toEqual(["slow"]);
  });

  it("is not polled twice on request: the request is answered by the poll under way", async () => {
    const { poller, end, begun, reports, onReport } = setUp(["slow"]);
    await poller.start(null, onReport);
    const asked = await poller.start({ all: false, sources: ["slow"] }, onReport);
    await settled();
    await end("slow");
    await asked.done;
    expect(begun).toEqual(["slow"]);
    expect(reports).toEqual(["slow", "slow"]);
  });

  it("is polled again afterwards, also when it failed", async () => {
    const { poller, end, begun, onReport } = setUp(["a"]);
    const first = await poller.start(null, onReport);
    first.done.catch(() => {});
    await settled();
    await end("a", new Error("disk full"));
    await poller.start(null, onReport);
    await settled();
    expect(begun).toEqual(["a", "a"]);
  });
});

describe("a request", () => {
  const nothingDue = {
    isDue: () => false,
    isHeld: async () => true,
    limits: { concurrency: 9, perHost: 2 },
  };

  it.each([
    ["for all polls every source but the paused", { all: true, sources: [] }, ["a", "b"]],
    ["for one polls it, due or not", { all: false, sources: ["b", "paused"] }, ["b"]],
    ["for nothing in particular polls what is due", { all: false, sources: [] }, []],
  ])("%s", async (_what, request, expected) => {
    const { poller, begun, onReport } = setUp(["a", "b", "paused"], nothingDue);
    const { count } = await poller.start(request, onReport);
    await settled();
    expect(begun).toEqual(expected);
    expect(count).toBe(expected.length);
  });
});

it("a request for a source goes on when the tick that was about to poll it could not", async () => {
  const answers = [Promise.withResolvers<boolean>(), Promise.withResolvers<boolean>()];
  let asked = 0;
  const enter = () => answers[asked++]?.promise ?? Promise.resolve(true);
  const turns = { ...ALL_OURS, isOthers: () => false, enter };
  const { poller, begun, end, reports, onReport } = setUp(["a"], { turns, hostOf: () => "a.test" });
  const tick = await poller.start(null, onReport);
  await settled();
  const request = await poller.start({ all: false, sources: ["a"] }, onReport);
  answers[0]?.resolve(false); // another process has the host
  await tick.done;
  answers[1]?.resolve(true);
  await settled();
  expect(begun).toEqual(["a"]);
  await end("a");
  await request.done;
  expect(reports).toEqual(["a"]);
});
