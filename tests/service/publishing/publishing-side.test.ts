import { beforeEach, describe, expect, it, onTestFinished, vi } from "vitest";
import { PUBLISHER } from "../../../src/core/entries/publication.ts";
import type { Lease } from "../../../src/core/lease.ts";
import type { PublishedTurn } from "../../../src/publish/feeds/publish-feeds.ts";
import type { PublishOrder } from "../../../src/service/publishing/publish-order.ts";
import { createPublishingSide } from "../../../src/service/publishing/publishing-side.ts";
import { DAY, HOUR, NOW } from "../../support/builders.ts";
import { aFeed, aSite } from "../../support/entries.ts";
import { createMemoryLeases } from "../../support/memory-leases.ts";

const ORDER: PublishOrder = { site: aSite(), feeds: [aFeed()], key: "one" };
const CHANGED: PublishedTurn = { documents: 4, isBehind: false, isUnsaved: false };

/** The same without its key. */
const PUBLISHED = { site: ORDER.site, feeds: ORDER.feeds };

type Definitions = Pick<PublishOrder, "site" | "feeds">;

beforeEach(() => {
  vi.useFakeTimers({ now: NOW });
  onTestFinished(() => void vi.useRealTimers());
});

/** A store that processes share. */
function aStore() {
  return {
    leases: createMemoryLeases(Date.now),
    version: 1,
    revision: 1,
    holdEndsAt: null as number | null,
    isHoldStored: true,
  };
}

type Store = ReturnType<typeof aStore>;

/** Something comes in. */
function change(store: Store): void {
  store.version += 1;
  store.revision += 1;
}

/** A process, and what it published. */
function aProcess(store: Store, holder = "one") {
  const seen = {
    published: [] as Definitions[],
    notedTurns: [] as string[],
    forgot: [] as { readonly publications: number; readonly changes: number }[],
    unsaved: 0,
    standingBy: 0,
    publishers: 0,
    /** How the next turns of the publisher end. */
    turns: [] as (PublishedTurn | Error)[],
  };
  const publish = async (lease: Lease, order: Definitions): Promise<PublishedTurn> => {
    if (!store.leases.isHeld(lease)) throw new Error("another process is the publisher now");
    const turn = seen.turns.shift() ?? CHANGED;
    if (turn instanceof Error) throw turn;
    seen.published.push(order);
    return turn;
  };
  const side = createPublishingSide(ORDER, {
    leases: store.leases.store,
    holder,
    storesOf: (lease) => {
      seen.publishers += 1;
      return {
        publisher: { publish: (site, feeds) => publish(lease, { site, feeds }) },
        publications: {
          forget: async (before) => void seen.forgot.push(before),
          noteTurn: async (key) => void seen.notedTurns.push(key),
        },
      };
    },
    holds: {
      nextEnd: async () => store.holdEndsAt,
      release: async (now) => {
        if (!store.isHoldStored) throw new Error("disk full");
        const isOver = store.holdEndsAt !== null && store.holdEndsAt <= now;
        if (isOver) store.holdEndsAt = null;
        return isOver ? 1 : 0;
      },
    },
    dataVersion: async () => store.version,
    revision: async () => store.revision,
    now: Date.now,
    onUnsaved: () => {
      seen.unsaved += 1;
    },
    onStandingBy: () => {
      seen.standingBy += 1;
    },
  });
  onTestFinished(() => side.close().catch(() => {}));
  /** Takes turns, as late as each says. */
  const run = async (forMs: number): Promise<void> => {
    const end = Date.now() + forMs;
    for (;;) {
      const waitMs = await side.turn();
      const leftMs = end - Date.now();
      await vi.advanceTimersByTimeAsync(Math.min(waitMs, leftMs));
      if (waitMs >= leftMs) return;
    }
  };
  return { ...side, seen, run };
}

describe("the one that publishes", () => {
  it("publishes at its start, and then what changed", async () => {
    const store = aStore();
    const { seen, run } = aProcess(store);
    await run(5_000);
    expect(seen.published).toEqual([PUBLISHED]);
    change(store);
    await run(1_000);
    expect(seen.published).toHaveLength(2);
    expect(store.leases.holderOf(PUBLISHER)).toBe("one");
  });

  it("sees a change within a fifth of a second", async () => {
    const store = aStore();
    const { turn, run, seen } = aProcess(store);
    await run(5_000);
    expect(await turn()).toBeLessThanOrEqual(200);
    change(store);
    await run(200);
    expect(seen.published).toHaveLength(2);
  });

  it("publishes nothing of a write that changes nothing that it can see", async () => {
    const store = aStore();
    const { run, seen } = aProcess(store);
    await run(5_000);
    store.version += 1;
    await run(5_000);
    expect(seen.published).toHaveLength(1);
  });

  it("publishes at most once a second what changes all the time", async () => {
    const store = aStore();
    const { run, seen } = aProcess(store);
    await run(1_000);
    const before = seen.published.length;
    for (let n = 0; n < 100; n += 1) {
      change(store);
      await run(100);
    }
    const turns = seen.published.length - before;
    expect(turns).toBeGreaterThanOrEqual(9);
    expect(turns).toBeLessThanOrEqual(11);
  });

  it("goes on at once while an archive is behind", async () => {
    const store = aStore();
    const { seen, run } = aProcess(store);
    seen.turns.push(...Array.from({ length: 5 }, () => ({ ...CHANGED, isBehind: true })));
    await run(10);
    expect(seen.published).toHaveLength(6);
    await run(5_000);
    expect(seen.published).toHaveLength(6);
  });

  it("stores later what an archive could not store, though nothing changes meanwhile", async () => {
    const store = aStore();
    const { seen, run } = aProcess(store);
    await run(5_000);
    seen.notedTurns.splice(0);
    seen.published.splice(0);
    seen.turns.push({ ...CHANGED, isUnsaved: true });
    change(store);
    await run(9_000);
    expect([seen.published.length, seen.notedTurns]).toEqual([1, []]);
    await run(60_000);
    expect([seen.published.length, seen.notedTurns.length]).toEqual([2, 1]);
  });

  it("publishes a new configuration, though the store is as it was", async () => {
    const { seen, run, follow } = aProcess(aStore());
    await run(5_000);
    const next = { site: aSite({ title: "Renamed" }), feeds: [] };
    follow({ ...next, key: "another" });
    await run(1_000);
    expect(seen.published).toEqual([PUBLISHED, next]);
  });

  it("is not held up by a clock that was set back", async () => {
    const store = aStore();
    const { run, seen } = aProcess(store);
    await run(5_000);
    vi.setSystemTime(NOW - DAY);
    change(store);
    await run(1_000);
    expect(seen.published.length).toBeGreaterThan(1);
  });

  it("shows on time what was held back, and tries again when that cannot be stored", async () => {
    const store = aStore();
    const { run, seen } = aProcess(store);
    await run(5_000);
    store.holdEndsAt = Date.now() + 10_000;
    store.version += 1;
    store.isHoldStored = false;
    await run(9_000);
    expect(seen.unsaved).toBe(0);
    await run(5_000);
    expect([seen.unsaved, seen.published.length]).toEqual([1, 1]);
    store.isHoldStored = true;
    await run(10_000);
    expect(seen.published).toHaveLength(2);
    expect(store.holdEndsAt).toBeNull();
  });

  it("forgets once a day what was told a week, and three months, ago", async () => {
    const store = aStore();
    const { run, seen } = aProcess(store);
    await run(1_000);
    expect(seen.forgot).toEqual([{ publications: NOW - 7 * DAY, changes: NOW - 90 * DAY }]);
    for (const [at, times] of [
      [NOW + DAY - HOUR, 1],
      [NOW + DAY + HOUR, 2],
    ] as const) {
      vi.setSystemTime(at);
      change(store);
      await run(1_000);
      expect(seen.forgot).toHaveLength(times);
    }
  });
});

describe("the lease", () => {
  it("keeps all others standing by, who say so once", async () => {
    const store = aStore();
    const [one, other] = [aProcess(store), aProcess(store, "other")];
    await one.run(1_000);
    for (let n = 0; n < 60; n += 1) {
      await other.run(500);
      await one.run(500);
    }
    expect(other.seen).toMatchObject({ published: [], standingBy: 1, publishers: 0 });
    expect(one.seen.standingBy).toBe(0);
    expect(store.leases.holderOf(PUBLISHER)).toBe("one");
  });

  it("goes to one who stands by as soon as it is given back", async () => {
    const store = aStore();
    const [one, other] = [aProcess(store), aProcess(store, "other")];
    await one.run(1_000);
    await other.run(1_000);
    await one.close();
    expect(store.leases.holderOf(PUBLISHER)).toBeNull();
    await other.run(1_000);
    expect(other.seen.published).toEqual([PUBLISHED]);
    expect(store.leases.holderOf(PUBLISHER)).toBe("other");
  });

  it("goes to one who stands by within ten seconds of the death of its holder", async () => {
    const store = aStore();
    const other = aProcess(store, "other");
    store.leases.steal(PUBLISHER, "who dies at once", 10_000);
    await other.run(9_500);
    expect(other.seen.published).toEqual([]);
    await other.run(2_000);
    expect(other.seen.published).toEqual([PUBLISHED]);
  });

  it("is kept while nothing is to be published, and through a moment in which it cannot be renewed", async () => {
    const store = aStore();
    const { run, seen } = aProcess(store);
    await run(60_000);
    store.leases.world.isBroken = true;
    await run(4_000);
    store.leases.world.isBroken = false;
    await run(60_000);
    expect([seen.publishers, seen.published.length]).toEqual([1, 1]);
    expect(store.leases.holderOf(PUBLISHER)).toBe("one");
  });

  it("is kept after a failure, and what failed is tried again with the next turn", async () => {
    const store = aStore();
    const { run, seen } = aProcess(store);
    await run(5_000);
    change(store);
    seen.turns.push(new Error("disk gone"));
    await expect(run(1_000)).rejects.toThrow("disk gone");
    expect(store.leases.holderOf(PUBLISHER)).toBe("one");
    await run(1_000);
    expect([seen.publishers, seen.published.length]).toEqual([1, 2]);
  });

  it("is let go of when another has it: nothing is published, nothing taken away", async () => {
    const store = aStore();
    const { run, seen } = aProcess(store);
    await run(5_000);
    store.leases.steal(PUBLISHER, "other", HOUR);
    await vi.advanceTimersByTimeAsync(4_000);
    change(store);
    await run(5_000);
    expect([seen.published.length, seen.standingBy]).toEqual([1, 1]);
    expect(store.leases.holderOf(PUBLISHER)).toBe("other");
  });

  it("that was lost unnoticed refuses what is published, and stays with who has it", async () => {
    const store = aStore();
    const { run, seen } = aProcess(store);
    await run(5_000);
    store.leases.steal(PUBLISHER, "other", HOUR);
    change(store);
    await expect(run(1_000)).rejects.toThrow("another process is the publisher now");
    await run(5_000);
    expect([seen.published.length, seen.standingBy]).toEqual([1, 1]);
    expect(store.leases.holderOf(PUBLISHER)).toBe("other");
  });
});
