import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createRateLimiter } from "../../../src/http/clients/rate-limit.ts";

/** A limiter with a clock of its own. */
function limiterOf(requestsPerMinute: number, mostKeys = 1000) {
  let now = 0;
  const limiter = createRateLimiter({ requestsPerMinute, mostKeys, nowMs: () => now });
  /** How many of so many requests at once are let through. */
  const burst = (key: string, count: number): number =>
    Array.from({ length: count }, () => limiter.take(key)).filter((wait) => wait === 0).length;
  return { ...limiter, burst, wait: (ms: number): number => (now += ms) };
}

describe("createRateLimiter", () => {
  it("lets a minute of requests through at once, then one at a time", () => {
    const { burst, wait } = limiterOf(60);
    expect(burst("a", 100)).toBe(60);
    wait(1000);
    expect(burst("a", 10)).toBe(1);
    wait(10_000);
    expect(burst("a", 100)).toBe(10);
  });

  it("says after how many seconds the next one passes, and keeps the promise", () => {
    const { burst, take, wait } = limiterOf(10);
    burst("a", 10);
    const seconds = take("a");
    expect(seconds).toBe(6);
    wait(seconds * 1000);
    expect(take("a")).toBe(0);
  });

  it("holds each client for itself", () => {
    const { burst } = limiterOf(5);
    burst("a", 100);
    expect(burst("b", 100)).toBe(5);
  });

  it("gives back what an answer did not cost, never more than a full bucket", () => {
    const { burst, take, refund } = limiterOf(10);
    take("a");
    for (let n = 0; n < 50; n++) refund("a", 0.9);
    expect(burst("a", 100)).toBe(10);
    refund("a", 1);
    expect(burst("a", 100)).toBe(1);
  });

  it("refused requests cost nothing, so that nobody is locked out for good", () => {
    const { burst, wait } = limiterOf(60);
    burst("a", 100_000);
    wait(2000);
    expect(burst("a", 10)).toBe(2);
  });

  it("forgets those with full buckets first when there are too many clients", () => {
    const { burst, take, wait } = limiterOf(5, 10);
    for (let n = 0; n < 9; n++) take(`old${n}`);
    wait(60_000);
    burst("busy", 100);
    take("new");
    expect(take("busy")).toBeGreaterThan(0);
  });

  it("remembers no more clients than it may, and goes on limiting the latest", () => {
    const { burst, take } = limiterOf(5, 10);
    for (let n = 0; n < 1000; n++) take(`flood${n}`);
    expect(burst("last", 100)).toBe(5);
    expect(take("last")).toBeGreaterThan(0);
  });

  it("never lets more through than the burst and the rate allow", () => {
    const steps = fc.array(fc.tuple(fc.nat(5000), fc.nat(40)), { maxLength: 50 });
    fc.assert(
      fc.property(steps, fc.integer({ min: 1, max: 1000 }), (waits, perMinute) => {
        const { burst, wait } = limiterOf(perMinute);
        let passed = 0;
        let elapsed = 0;
        for (const [ms, count] of waits) {
          wait(ms);
          elapsed += ms;
          passed += burst("a", count);
        }
        expect(passed).toBeLessThanOrEqual(perMinute * (1 + elapsed / 60_000) + 1e-6);
      }),
    );
  });
});
