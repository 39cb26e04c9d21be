import { describe, expect, it } from "vitest";
import type { IngestError } from "../../../../src/core/sources/errors.ts";
import { heldSources, hostHoldOf } from "../../../../src/core/sources/polling/host-hold.ts";

const HOUR = 3_600_000;
const NOW = Date.UTC(2026, 1, 17, 12);
const busy = (retryAfterMs: number | null): IngestError => ({
  kind: "http-status",
  status: 429,
  retryAfterMs,
});

describe("a host that asks everyone to stay away", () => {
  const hold = hostHoldOf("https://Blogs.example/a.xml", busy(5 * HOUR), NOW);

  it("is held until then", () => {
    expect(hold).toEqual({
      host: "blogs.example",
      until: NOW + 5 * HOUR,
      reason: "Retry-After: 5 h, asked for by blogs.example",
    });
  });

  it.each([
    ["https://blogs.example/b.xml", NOW, true],
    ["http://blogs.example/b.xml", NOW + 4 * HOUR, true],
    ["https://blogs.example/b.xml", NOW + 6 * HOUR, false],
    ["https://blogs.example:8443/b.xml", NOW, false],
    ["https://other.example/b.xml", NOW, false],
    ["https://sub.blogs.example/b.xml", NOW, false],
    ["no url", NOW, false],
  ])("delays %s, due at %i: %s", (url, nextPollAt, isHeld) => {
    const held = heldSources(hold ?? expect.fail(), [{ id: "other", url, nextPollAt }]);
    expect(held.get("other")?.at).toBe(isHeld ? NOW + 5 * HOUR : undefined);
  });
});

it.each([
  ["an answer without Retry-After", busy(null)],
  ["a Retry-After of 0", busy(0)],
  ["a time-out", { kind: "timeout", phase: "headers", timeoutMs: 1 } as const],
])("holds no host for %s", (_what, error) => {
  expect(hostHoldOf("https://blogs.example/a.xml", error, NOW)).toBeNull();
});

it("is sent away for a week at most", () => {
  expect(hostHoldOf("https://blogs.example/a.xml", busy(1e15), NOW)?.until).toBe(NOW + 168 * HOUR);
});
