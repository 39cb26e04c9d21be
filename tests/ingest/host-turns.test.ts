import { describe, expect, it } from "vitest";
import { LEASE_MS } from "../../src/core/lease.ts";
import type { HostHold } from "../../src/core/sources/polling/host-hold.ts";
import { createHostTurns } from "../../src/ingest/host-turns.ts";
import { turnedClock } from "../support/turned-clock.ts";

const SECOND = 1000;

/** A process, and a store where other processes may have hosts. */
function setUp() {
  const clock = turnedClock();
  const others = new Set<string>();
  const calls: unknown[] = [];
  const holds: HostHold[] = [];
  const problems: unknown[] = [];
  const known = new Map<string, HostHold>();
  let answering = Promise.resolve();
  const turns = createHostTurns({
    store: {
      take: async (host) => {
        calls.push(["take", host]);
        await answering;
        return others.has(host) ? null : { hold: known.get(host) ?? null };
      },
      renew: async (hosts) => {
        calls.push(["renew", ...hosts]);
        return new Set(hosts.filter((host) => !others.has(host)));
      },
      giveBack: async (rests) => void calls.push(["give back", ...rests]),
    },
    onHold: (hold) => void holds.push(hold),
    onProblem: (cause) => void problems.push(cause),
    now: () => clock.now,
    after: clock.after,
  });
  const taken = (): unknown[] => calls.splice(0);
  /** The store takes its time from now on. @returns how to let it answer. */
  const slow = (): (() => void) => {
    const { promise, resolve } = Promise.withResolvers<void>();
    answering = promise;
    return resolve;
  };
  return { ...{ turns, others, known, holds, problems, taken, clock, slow }, pass: clock.pass };
}

describe("a host", () => {
  it("is taken once for all work, and given back when that is over and it has rested", async () => {
    const { turns, pass, taken, clock } = setUp();
    expect([await turns.enter("a.example"), await turns.enter("a.example")]).toEqual([true, true]);
    expect(taken()).toEqual([["take", "a.example"]]);
    turns.leave("a.example", 0);
    await pass(5 * SECOND);
    expect(taken()).toEqual([]);
    turns.leave("a.example", 3 * SECOND);
    await pass(2 * SECOND);
    expect(taken()).toEqual([]);
    await pass(2 * SECOND);
    expect(taken()).toEqual([["give back", ["a.example", 0]]]);
    await pass(SECOND);
    expect(clock.waiting()).toBe(0);
  });

  it("is renewed while there is work for it", async () => {
    const { turns, pass, taken } = setUp();
    await turns.enter("a.example");
    await pass(LEASE_MS);
    expect(taken().slice(1)).toEqual([
      ["renew", "a.example"],
      ["renew", "a.example"],
      ["renew", "a.example"],
    ]);
    await turns.enter("a.example");
    expect(taken()).toEqual([]);
  });

  it("that another process has is not asked for at once again", async () => {
    const { turns, pass, others } = setUp();
    others.add("a.example");
    expect(await turns.enter("a.example")).toBe(false);
    expect([turns.isOthers("a.example"), turns.isOthers("b.example")]).toEqual([true, false]);
    others.clear();
    await pass(2 * SECOND);
    expect(turns.isOthers("a.example")).toBe(false);
    expect(await turns.enter("a.example")).toBe(true);
  });

  it("that was lost meanwhile is taken anew before anything else begins there", async () => {
    const { turns, pass, others, taken } = setUp();
    await turns.enter("a.example");
    others.add("a.example");
    await pass(LEASE_MS / 2);
    taken();
    expect(await turns.enter("a.example")).toBe(false);
    expect(taken()).toEqual([["take", "a.example"]]);
  });

  it("comes with what it asked of everyone", async () => {
    const { turns, known, holds } = setUp();
    const hold = { host: "a.example", until: 5, reason: "Retry-After: 1 h" };
    known.set("a.example", hold);
    await turns.enter("a.example");
    expect(holds).toEqual([hold]);
  });
});

it("work without requests needs no host", async () => {
  const { turns, taken } = setUp();
  expect(await turns.enter(null)).toBe(true);
  turns.leave(null, SECOND);
  expect(taken()).toEqual([]);
});

it("a host that is being taken again is not given back meanwhile", async () => {
  const { turns, pass, taken, clock, slow } = setUp();
  await turns.enter("a.example");
  turns.leave("a.example", 0);
  clock.now = LEASE_MS; // the process stood still: it is not sure of the host any more
  taken();
  const answered = slow();
  const entering = turns.enter("a.example");
  await pass(5 * SECOND);
  answered();
  expect(await entering).toBe(true);
  expect(taken().filter((call) => Array.isArray(call) && call[0] === "give back")).toEqual([]);
});

it("what is left of a rest is given back in whole milliseconds", async () => {
  const { turns, taken, clock } = setUp();
  await turns.enter("a.example");
  clock.now = 0.25;
  turns.leave("a.example", 2 * SECOND);
  clock.now = 0.5;
  taken();
  await turns.close();
  expect(taken()).toEqual([["give back", ["a.example", 2 * SECOND]]]);
});

it("a process that ends gives back all hosts, with what is left of their rests", async () => {
  const { turns, taken } = setUp();
  await turns.enter("a.example");
  await turns.enter("b.example");
  turns.leave("b.example", 2 * SECOND);
  taken();
  await turns.close();
  expect(taken()).toEqual([["give back", ["a.example", 0], ["b.example", 2 * SECOND]]]);
});
