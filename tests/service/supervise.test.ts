import { beforeEach, expect, it, onTestFinished, vi } from "vitest";
import { type EndReason, supervise } from "../../src/service/supervise.ts";

beforeEach(() => {
  vi.useFakeTimers({
    toFake: ["setTimeout", "clearTimeout", "performance", "Date"],
  });
  onTestFinished(() => void vi.useRealTimers());
});

/** Something that runs, and that a test ends. */
function setUp() {
  const started: ((reason: EndReason) => void)[] = [];
  const restarts: [EndReason, number][] = [];
  const ended: number[] = [];
  const supervised = supervise<number>({
    start: (onEnd) => started.push(onEnd),
    onRestart: (reason, restartMs) => restarts.push([reason, restartMs]),
    end: async (running) => void ended.push(running),
  });
  /** The present one ends. */
  const die = (reason: EndReason): void => started.at(-1)?.(reason);
  return { supervised, started, restarts, ended, die };
}

it("starts again what ended, half a second later", () => {
  const { supervised, started, restarts, die } = setUp();
  expect([started.length, supervised.current()]).toEqual([1, 1]);
  die("SIGKILL");
  vi.advanceTimersByTime(499);
  expect(started).toHaveLength(1);
  vi.advanceTimersByTime(1);
  expect([started.length, supervised.current()]).toEqual([2, 2]);
  expect(restarts).toEqual([["SIGKILL", 500]]);
});

it("waits twice as long each time that it ends again, half a minute at most", () => {
  const { restarts, die } = setUp();
  for (let n = 0; n < 9; n += 1) {
    die(1);
    vi.advanceTimersByTime(restarts.at(-1)?.[1] ?? 0);
  }
  expect(restarts.map(([, ms]) => ms)).toEqual([
    ...[500, 1000, 2000, 4000, 8000, 16_000, 30_000, 30_000, 30_000],
  ]);
});

it("begins with half a second again once it has lived for a minute", () => {
  const { restarts, die } = setUp();
  for (const livedMs of [0, 59_999, 60_001, 0]) {
    vi.advanceTimersByTime(livedMs);
    die(1);
    vi.advanceTimersByTime(restarts.at(-1)?.[1] ?? 0);
  }
  expect(restarts.map(([, ms]) => ms)).toEqual([500, 1000, 500, 1000]);
});

it("starts nothing again that was asked to end", async () => {
  const { supervised, started, restarts, ended, die } = setUp();
  await supervised.close();
  die(0);
  vi.advanceTimersByTime(60_000);
  expect([started.length, restarts, ended]).toEqual([1, [], [1]]);
});

it("starts nothing that was waiting to be started when all is asked to end", async () => {
  const { supervised, started, die } = setUp();
  die(1);
  await supervised.close();
  vi.advanceTimersByTime(60_000);
  expect(started).toHaveLength(1);
});
