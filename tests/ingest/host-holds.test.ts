import { describe, expect, it } from "vitest";
import type { HostHold } from "../../src/core/sources/polling/host-hold.ts";
import type { NextPoll } from "../../src/core/sources/polling/poll-time.ts";
import { createHostHolds, hostOfSource } from "../../src/ingest/host-holds.ts";
import { aFolder, aRemote, aSource, HOUR, NOW } from "../support/builders.ts";

const HOLD = { host: "blogs.example", until: NOW + HOUR, reason: "Retry-After: 1 h" };
const source = (id: string, url = `https://blogs.example/${id}.xml`) =>
  aSource({ definition: aRemote({ id, url }) });

/** A store with two sources of one host and one of another, that notes what is postponed. */
function setUp() {
  const postponed: (readonly [string, NextPoll])[] = [];
  const sources = [source("a"), source("b"), source("c", "https://other.example/c.xml")];
  const stored: HostHold[] = [];
  const holds = createHostHolds({
    store: {
      sources: async () => sources,
      postpone: async (polls) => void postponed.push(...polls),
    },
    hosts: { hold: async (hold) => void stored.push(hold) },
  });
  return { holds, postponed, stored };
}

describe("a host that asked everyone to stay away", () => {
  it("has all its sources postponed at once, and no others", async () => {
    const { holds, postponed } = setUp();
    await holds.add(HOLD);
    expect(postponed.map(([id, { at }]) => [id, at])).toEqual([
      ["a", NOW + HOUR],
      ["b", NOW + HOUR],
    ]);
  });

  it("holds a source that is due all the same, on disk, too, so that a restart changes nothing", async () => {
    const { holds, postponed } = setUp();
    await holds.add(HOLD);
    postponed.length = 0;
    expect(await holds.isSourceHeld(source("b"), NOW)).toBe(true);
    expect(postponed).toEqual([["b", { at: NOW + HOUR, reason: HOLD.reason }]]);
    expect(await holds.isSourceHeld(source("c", "https://other.example/c.xml"), NOW)).toBe(false);
    expect(await holds.isSourceHeld(source("b"), NOW + HOUR)).toBe(false);
    expect(postponed).toHaveLength(1);
  });

  it("is stored for other processes and the next start, and what is stored is heeded", async () => {
    const { holds, stored, postponed } = setUp();
    await holds.add(HOLD);
    expect(stored).toEqual([HOLD]);
    holds.learn({ ...HOLD, host: "other.example" });
    expect(holds.isHostHeld("other.example", NOW)).toBe(true);
    expect([stored.length, postponed.length]).toEqual([1, 2]);
  });

  it("holds requests for pages and files, until the latest time that it asked for", async () => {
    const { holds } = setUp();
    await holds.add(HOLD);
    await holds.add({ ...HOLD, until: NOW + 1 });
    expect(holds.isHostHeld("blogs.example", NOW + HOUR - 1)).toBe(true);
    expect(holds.isHostHeld("other.example", NOW)).toBe(false);
    expect(holds.isHostHeld("blogs.example", NOW + HOUR)).toBe(false);
  });
});

it.each([
  ["the address that is polled", source("a"), "blogs.example"],
  ["what was learned", { ...source("a"), feedUrl: "http://new.example:81/" }, "new.example:81"],
  ["no address", aSource({ definition: aFolder() }), null],
])("the host of a source is that of %s", (_what, { ...state }, host) => {
  expect(hostOfSource(state)).toBe(host);
});
