import { describe, expect, it, onTestFinished, vi } from "vitest";
import { createHostSchedule } from "../../../../src/core/sources/polling/host-schedule.ts";

const settle = () => new Promise(setImmediate);

describe("callers in line", () => {
  it("wait for a busy host without holding places of other hosts", async () => {
    const { inLine } = createHostSchedule({ concurrency: 2, perHost: 1 });
    const order: string[] = [];
    const work = (name: string) => async () => {
      order.push(name);
      await settle();
    };
    await Promise.all([
      inLine("a", work("a1")),
      inLine("a", work("a2")),
      inLine("a", work("a3")),
      inLine("b", work("b1")),
    ]);
    expect(order).toEqual(["a1", "b1", "a2", "a3"]);
  });

  it("leave their place when their work throws", async () => {
    const { inLine } = createHostSchedule({ concurrency: 1, perHost: 1 });
    await expect(inLine("a", () => Promise.reject(new Error("no")))).rejects.toThrow("no");
    expect(await inLine("a", async () => "next")).toBe("next");
  });

  it("begin one after the other with the spacing of their host, and without one where there is none", async () => {
    vi.useFakeTimers({ now: 0 });
    onTestFinished(() => void vi.useRealTimers());
    const spacingMs = (host: string): number => (host === "a" ? 250 : 0);
    const { inLine } = createHostSchedule({ perHost: 9, spacingMs, now: Date.now });
    const begun: [string, number][] = [];
    for (const host of ["a", "a", "b", "b", "a"]) {
      void inLine(host, async () => void begun.push([host, Date.now()]));
    }
    await vi.advanceTimersByTimeAsync(1_000);
    expect(begun).toEqual([
      ["a", 0],
      ["b", 0],
      ["b", 0],
      ["a", 250],
      ["a", 500],
    ]);
  });
});

describe("choosers", () => {
  const setUp = () => {
    const clock = { now: 0 };
    const schedule = createHostSchedule({ perHost: 1, now: () => clock.now });
    const woken: string[] = [];
    return {
      ...{ clock, schedule, woken },
      pages: () => void woken.push("pages"),
      files: () => void woken.push("files"),
    };
  };

  it("are told when a host is free: when nobody is at work there, and its rest is over", () => {
    const { clock, schedule, pages } = setUp();
    expect(schedule.freeInMs("a", pages)).toBe(0);
    schedule.begin("a");
    expect(schedule.freeInMs("a", pages)).toBeNull();
    expect(schedule.freeInMs("b", pages)).toBe(0);
    schedule.end("a", pages, 1_000);
    expect(schedule.freeInMs("a", pages)).toBe(1_000);
    clock.now = 1_000;
    expect(schedule.freeInMs("a", pages)).toBe(0);
  });

  it("have a host that they reserved before others, and are woken when another leaves it", () => {
    const { schedule, woken, pages, files } = setUp();
    schedule.begin("a");
    schedule.reserve(["a"], pages);
    schedule.end("a", files, 0);
    expect(woken).toEqual(["pages"]);
    expect(schedule.freeInMs("a", files)).toBeNull();
    expect(schedule.freeInMs("a", pages)).toBe(0);
    schedule.reserve([], pages);
    expect(schedule.freeInMs("a", files)).toBe(0);
  });

  it("wait for the callers in line, and those for them", async () => {
    const { schedule, pages } = setUp();
    schedule.begin("a");
    const begun = vi.fn(settle);
    const done = schedule.inLine("a", begun);
    await settle();
    expect(begun).not.toHaveBeenCalled();
    schedule.end("a", pages, 0);
    await settle();
    expect(begun).toHaveBeenCalled();
    await done;
    expect(schedule.freeInMs("a", pages)).toBe(0);
  });

  it("are woken when a caller in line leaves a host that they reserved", async () => {
    const { schedule, woken, pages } = setUp();
    const done = schedule.inLine("a", settle);
    schedule.reserve(["a"], pages);
    expect(woken).toEqual([]);
    await done;
    expect(woken).toEqual(["pages"]);
  });

  it("never wait with work that asks no host", () => {
    const { schedule, pages, files } = setUp();
    schedule.begin(null);
    schedule.reserve(["a"], files);
    expect(schedule.freeInMs(null, pages)).toBe(0);
    schedule.end(null, pages, 1_000);
    expect(schedule.freeInMs(null, pages)).toBe(0);
  });
});
