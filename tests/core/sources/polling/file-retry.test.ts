import { expect, it } from "vitest";
import {
  isToBeRead,
  retryOf,
  withoutFileWaits,
} from "../../../../src/core/sources/polling/file-retry.ts";
import type { KnownFile } from "../../../../src/core/sources/source-state.ts";
import { aSource, DAY, HOUR, NOW } from "../../../support/builders.ts";

const MINUTE = 60_000;
const STATE = { bytes: 2000, changedAt: NOW - HOUR };
const SLOW = { reason: "too slow", limitBytes: null };
const LARGE = { reason: "too large", limitBytes: 1000 };
const waiting = (problem: typeof SLOW | typeof LARGE, at: number): KnownFile => ({
  ...STATE,
  retry: { ...problem, failures: 3, at },
});

it("waits longer after each failure of one version of a file, six hours at most", () => {
  let known: KnownFile | undefined;
  const waits = Array.from({ length: 12 }, () => {
    const retry = retryOf(SLOW, { state: STATE, known, now: NOW });
    known = { ...STATE, retry };
    return (retry.at - NOW) / MINUTE;
  });
  expect(waits).toEqual([0, 1, 2, 4, 8, 16, 32, 64, 128, 256, 360, 360]);
  const other = { ...STATE, bytes: 3 };
  expect(retryOf(SLOW, { state: other, known, now: NOW }).failures).toBe(1);
});

it.each<[string, KnownFile | undefined, boolean]>([
  ["one that is new", undefined, true],
  ["none that was read", STATE, false],
  ["one that changed, at once", { ...waiting(SLOW, NOW + HOUR), bytes: 1 }, true],
  ["none whose wait is not over", waiting(SLOW, NOW + 1), false],
  ["one whose wait is over", waiting(SLOW, NOW), true],
  ["none that is still too large", waiting({ ...LARGE, limitBytes: 1500 }, NOW + 1), false],
  ["one that was too large for a lower limit", waiting(LARGE, NOW + HOUR), true],
  ["one whose wait was begun by a wrong clock", waiting(SLOW, NOW + DAY), true],
])("reads %s", (_what, known, expected) => {
  expect(isToBeRead(STATE, known, { now: NOW, bodyBytes: 1500 })).toBe(expected);
});

it("lets nothing wait when somebody asks for a poll, and forgets no count", () => {
  const files = new Map([
    ["a.txt", STATE],
    ["b.txt", waiting(SLOW, NOW + HOUR)],
  ]);
  const asked = withoutFileWaits(aSource({ files })).files;
  expect(asked.get("a.txt")).toEqual(STATE);
  expect(asked.get("b.txt")?.retry).toEqual({ ...SLOW, failures: 3, at: 0 });
});
