import { sql } from "kysely";
import { expect, it } from "vitest";
import { giveBackLeft, giveBackOwn } from "../../../../src/adapters/store/queues/leased-rows.ts";
import { createHostStore } from "../../../../src/adapters/store/sources/hosts.ts";
import { LEASE_MS } from "../../../../src/core/lease.ts";
import { HOUR, NOW } from "../../../support/builders.ts";
import { onEveryDatabase } from "../on-every-engine.ts";

const [ONE, OTHER] = [11, 12];
const A = "a.example";
const B = "b.example";
const HOLD = { host: A, until: NOW + HOUR, reason: "Retry-After: 1 h" };

onEveryDatabase((open) => {
  async function twoProcesses() {
    const db = await open();
    return { db, one: createHostStore(db, ONE), other: createHostStore(db, OTHER) };
  }

  it("a host is one process's, until it is given back", async () => {
    const { one, other } = await twoProcesses();
    const take = [A, B, A].map((host) => one.take(host, LEASE_MS));
    expect(await Promise.all(take)).toEqual([{ hold: null }, { hold: null }, { hold: null }]);
    expect(await other.take(A, LEASE_MS)).toBeNull();
    expect(await one.take(A, LEASE_MS)).toEqual({ hold: null });
    expect(await other.renew([A, B], LEASE_MS)).toEqual(new Set());
    expect(await one.renew([A, B], LEASE_MS)).toEqual(new Set([A, B]));
    await other.giveBack(new Map([[A, 0]]));
    expect(await other.take(A, LEASE_MS)).toBeNull();
    await one.giveBack(new Map([[A, 0]]));
    expect(await other.take(A, LEASE_MS)).toEqual({ hold: null });
    expect(await other.take(B, LEASE_MS)).toBeNull();
  });

  it("a host that rests is nobody's until then, and one whose holder is gone is free", async () => {
    const { db, one, other } = await twoProcesses();
    await one.take(A, LEASE_MS);
    await one.giveBack(new Map([[A, HOUR]]));
    expect([await one.take(A, 2 * HOUR), await other.take(A, 2 * HOUR)]).toEqual([null, null]);
    await giveBackLeft(db, []);
    expect(await other.take(A, 2 * HOUR)).toBeNull();
    await sql`UPDATE host SET lease_until = 1`.execute(db);
    expect(await other.take(A, LEASE_MS)).toEqual({ hold: null });
    await giveBackLeft(db, [OTHER]);
    await giveBackOwn(db, ONE);
    expect(await one.take(A, LEASE_MS)).toBeNull();
    await giveBackLeft(db, [ONE]);
    expect(await one.take(A, LEASE_MS)).toEqual({ hold: null });
  });

  it("what a host asked of everyone comes with it, and outlives the process", async () => {
    const { db, one, other } = await twoProcesses();
    await one.take(A, LEASE_MS);
    await one.hold(HOLD);
    await one.hold({ ...HOLD, until: NOW + 1 });
    await one.hold({ ...HOLD, host: B, until: NOW - 1 });
    await one.giveBack(new Map([[A, 0]]));
    expect(await other.take(A, LEASE_MS)).toEqual({ hold: HOLD });
    expect(await other.holds(NOW)).toEqual([HOLD]);
    expect(await db.selectFrom("host").select("name").execute()).toEqual([{ name: A }]);
    expect(await other.holds(NOW + HOUR)).toEqual([]);
  });
});
