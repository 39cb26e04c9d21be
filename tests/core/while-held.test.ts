import { beforeEach, expect, it, onTestFinished, vi } from "vitest";
import { LEASE_MS, type Lease } from "../../src/core/lease.ts";
import { keepHeld, whileHeld, whileHeldOrFailed } from "../../src/core/while-held.ts";

const LEASE: Lease = { id: "valley", token: 1 };

beforeEach(() => {
  vi.useFakeTimers();
  onTestFinished(() => void vi.useRealTimers());
});

/** Leases whose next renewals end like this, and then well. */
function setUp(...renewals: (boolean | Error)[]) {
  const renew = vi.fn(async (_lease: Lease, _forMs: number) => {
    const renewal = renewals.shift() ?? true;
    if (renewal instanceof Error) throw renewal;
    return renewal;
  });
  const giveBack = vi.fn(async () => {});
  return { leases: { renew, giveBack }, onProblem: vi.fn(), onLost: vi.fn() };
}

it("renews a lease twice before it would end, as long as its work goes on", async () => {
  const deps = setUp();
  await whileHeld(LEASE, deps, () => vi.advanceTimersByTimeAsync(LEASE_MS - 1));
  expect(deps.leases.renew.mock.calls).toEqual([
    [LEASE, LEASE_MS],
    [LEASE, LEASE_MS],
  ]);
  await vi.advanceTimersByTimeAsync(LEASE_MS);
  expect(deps.leases.renew).toHaveBeenCalledTimes(2);
});

it("tells what kept it from renewing, and tries again", async () => {
  const deps = setUp(new Error("disk gone"));
  onTestFinished(keepHeld(LEASE, { ...deps, forMs: 9_000 }));
  await vi.advanceTimersByTimeAsync(6_000);
  expect(deps.leases.renew).toHaveBeenCalledTimes(2);
  expect(deps.onProblem).toHaveBeenCalledTimes(1);
  expect(deps.onLost).not.toHaveBeenCalled();
});

it("tells once that another has the lease, and leaves it alone", async () => {
  const deps = setUp(true, false);
  keepHeld(LEASE, { ...deps, forMs: 9_000 });
  await vi.advanceTimersByTimeAsync(60_000);
  expect(deps.leases.renew).toHaveBeenCalledTimes(2);
  expect(deps.onLost).toHaveBeenCalledTimes(1);
});

it("gives the lease of failed work back where that is wanted, and else lets it run out", async () => {
  const deps = setUp();
  const failing = () => Promise.reject(new Error("no"));
  await expect(whileHeld(LEASE, deps, failing)).rejects.toThrow("no");
  expect(deps.leases.giveBack).not.toHaveBeenCalled();
  await expect(whileHeldOrFailed(LEASE, deps, failing)).rejects.toThrow("no");
  expect(deps.leases.giveBack).toHaveBeenCalledWith(LEASE);
});
