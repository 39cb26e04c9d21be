import { join } from "node:path";
import { expect, it, onTestFinished, vi } from "vitest";
import { createLeases } from "../../../../src/adapters/store/queues/leases.ts";
import { DAY, HOUR } from "../../../support/builders.ts";
import { temporaryFolder } from "../../../support/temporary-folder.ts";
import { openFile, openNew } from "../open-store.ts";

const NAME = "publisher";

/** Two processes on one database. */
async function twoProcesses() {
  const file = join(temporaryFolder(), "offprint.db");
  const one = await openNew(file);
  const other = await openFile(file);
  const holderOf = async () => {
    const row = await one.db.selectFrom("lease").selectAll().executeTakeFirst();
    return row?.holder;
  };
  /** As if its holder had not been heard of: the lease ended this long ago. */
  const expire = async (agoMs: number): Promise<void> => {
    const until = Date.now() - agoMs;
    await one.db.updateTable("lease").set({ lease_until: until }).execute();
  };
  return { one: createLeases(one.db), other: createLeases(other.db), holderOf, expire };
}

const held = <T>(lease: T | null): T => {
  if (lease === null) throw new Error("somebody else holds it");
  return lease;
};

it("a lease is one process's at a time, whatever others are called", async () => {
  const { one, other, holderOf } = await twoProcesses();
  const lease = held(await one.take(NAME, "one", HOUR));
  expect(lease.id).toBe(NAME);
  expect(await other.take(NAME, "other", HOUR)).toBeNull();
  expect(await one.take(NAME, "one", HOUR)).toBeNull();
  expect(await holderOf()).toBe("one");
  expect(await other.take("another", "other", HOUR)).not.toBeNull();
});

it("who gives it back leaves it to the next at once, with a higher token", async () => {
  const { one, other, holderOf } = await twoProcesses();
  const first = held(await one.take(NAME, "one", HOUR));
  await one.release(first);
  const second = held(await other.take(NAME, "other", HOUR));
  expect(second.token).toBeGreaterThan(first.token);
  expect(await holderOf()).toBe("other");
});

it("a former holder can neither hold it on nor give away what is another's", async () => {
  const { one, other, expire } = await twoProcesses();
  const former = held(await one.take(NAME, "one", HOUR));
  await expire(1);
  const present = held(await other.take(NAME, "other", HOUR));
  expect(await one.renew(former, HOUR)).toBe(false);
  await one.release(former);
  expect(await one.take(NAME, "one", HOUR)).toBeNull();
  expect(await other.renew(present, HOUR)).toBe(true);
});

it("a lease that was given back is not held by its old token", async () => {
  const { one } = await twoProcesses();
  const lease = held(await one.take(NAME, "one", HOUR));
  await one.release(lease);
  expect(await one.renew(lease, HOUR)).toBe(false);
});

it("it ends by itself, unless it is renewed", async () => {
  const { one, other } = await twoProcesses();
  const lease = held(await one.take(NAME, "one", 0));
  expect(await one.renew(lease, HOUR)).toBe(true);
  expect(await other.take(NAME, "other", HOUR)).toBeNull();
  expect(await one.renew(lease, 0)).toBe(true);
  expect(await other.take(NAME, "other", HOUR)).not.toBeNull();
});

it.each([-2 * DAY, 2 * DAY])(
  "it ends in the database's time, also for a process whose clock is wrong by %d ms",
  async (wrongMs) => {
    const { one, other } = await twoProcesses();
    vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + wrongMs });
    onTestFinished(() => void vi.useRealTimers());
    const lease = held(await one.take(NAME, "one", HOUR));
    vi.useRealTimers();
    expect(await other.take(NAME, "other", HOUR)).toBeNull();
    expect(await one.renew(lease, 0)).toBe(true);
    expect(await other.take(NAME, "other", HOUR)).not.toBeNull();
  },
);

it("a lease from before the clock was put back does not outlive its holder by as much", async () => {
  const { one, other, expire } = await twoProcesses();
  const former = held(await one.take(NAME, "one", HOUR));
  await expire(-HOUR - 1000);
  expect(await other.take(NAME, "other", HOUR)).toBeNull();
  await expire(-2 * DAY);
  const present = held(await other.take(NAME, "other", HOUR));
  expect(await one.renew(former, HOUR)).toBe(false);
  expect(await other.renew(present, HOUR)).toBe(true);
});

it("it is known for how long nobody has held it", async () => {
  const { one, other, expire } = await twoProcesses();
  expect(await one.idleMs(NAME)).toBeNull();
  const lease = held(await one.take(NAME, "one", HOUR));
  expect(await other.idleMs(NAME)).toBe(0);
  await expire(2 * HOUR);
  const idleMs = (await other.idleMs(NAME)) ?? 0;
  expect(idleMs).toBeGreaterThanOrEqual(2 * HOUR);
  expect(idleMs).toBeLessThan(3 * HOUR);
  await one.renew(lease, HOUR);
  expect(await other.idleMs(NAME)).toBe(0);
});
