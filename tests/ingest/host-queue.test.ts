import { expect, it } from "vitest";
import { createHostSchedule } from "../../src/core/sources/polling/host-schedule.ts";
import { createHostQueue } from "../../src/ingest/host-queue.ts";
import { ALL_OURS, type HostTurns } from "../../src/ingest/host-turns.ts";
import { NOW } from "../support/builders.ts";
import { turnedClock } from "../support/turned-clock.ts";

const ANSWER_MS = 150;
const REST_MS = 1_000;

type QueueOptions = {
  readonly goesFirst?: boolean;
  readonly lookMs?: number;
  readonly turns?: HostTurns;
  readonly isHeld?: () => boolean;
};

/** Queues that ask one host. */
function setUp() {
  const clock = turnedClock(NOW);
  const { after, sleep, pass } = clock;
  const hosts = createHostSchedule({ perHost: 1, now: () => clock.now });
  const asked: string[] = [];
  const queueOf = (
    jobs: readonly string[],
    { goesFirst = false, lookMs = 0, turns = ALL_OURS, isHeld = () => false }: QueueOptions = {},
  ) => {
    const waiting = new Set(jobs);
    const queue = createHostQueue<string>({
      ...{
        hosts,
        isHeld,
        turns,
        goesFirst,
        after,
        now: () => clock.now,
        concurrency: () => 16,
      },
      async due() {
        await sleep(lookMs);
        return [...waiting];
      },
      nextAt: async () => (waiting.size === 0 ? null : NOW),
      keyOf: (job) => job,
      addressOf: () => "https://valley.example/x",
      async carryOut(job) {
        waiting.delete(job);
        asked.push(job);
        await sleep(ANSWER_MS);
        return REST_MS;
      },
      onProblem: (cause) => {
        throw cause;
      },
    });
    return queue;
  };
  return { queueOf, asked, pass };
}

const named = (name: string, count: number): string[] =>
  Array.from({ length: count }, (_, index) => `${name} ${index + 1}`);

it("lets pages go before files, as soon as their host is free, and files after them", async () => {
  const { queueOf, asked, pass } = setUp();
  queueOf(named("file", 1_000)).wake();
  await pass(1);
  // Whose query takes longer comes too late whenever the host is free.
  queueOf(named("page", 3), { goesFirst: true, lookMs: 5 }).wake();
  await pass(3 * (ANSWER_MS + REST_MS) + 100);
  expect(asked).toEqual(["file 1", "page 1", "page 2", "page 3"]);
  await pass(12_000);
  expect(asked).toContain("file 2");
});

it("leaves the host to others when it is stopped", async () => {
  const { queueOf, asked, pass } = setUp();
  queueOf(named("file", 9)).wake();
  await pass(1);
  const pages = queueOf(named("page", 3), { goesFirst: true });
  pages.wake();
  await pass(1);
  pages.stop();
  await pass(12_000);
  expect(asked).toEqual(expect.arrayContaining(["file 2"]));
  expect(asked.join()).not.toContain("page");
});

it("leaves jobs to the process that asks their host, and takes them up when that has left it", async () => {
  const { queueOf, asked, pass } = setUp();
  let isOthers = true;
  const rests: number[] = [];
  const turns: HostTurns = {
    ...ALL_OURS,
    enter: async () => !isOthers,
    isOthers: () => isOthers,
    leave: (_, restMs) => void rests.push(restMs),
  };
  const queue = queueOf(named("page", 2), { turns });
  queue.wake();
  await pass(60_000);
  expect([asked, queue.isIdle()]).toEqual([[], true]);
  isOthers = false;
  await pass(60_000);
  expect(asked).toEqual(named("page", 2));
  expect(rests).toEqual([REST_MS, REST_MS]);
});

it("asks nothing of a host of which it learns with its turn that it must be left alone", async () => {
  const { queueOf, asked, pass } = setUp();
  let isHeld = false;
  const turns: HostTurns = {
    ...ALL_OURS,
    enter: async () => {
      isHeld = true;
      return true;
    },
  };
  queueOf(named("page", 2), { turns, isHeld: () => isHeld }).wake();
  await pass(60_000);
  expect(asked).toEqual([]);
});
