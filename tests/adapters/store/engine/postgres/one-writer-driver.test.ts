import { sql, type Transaction } from "kysely";
import { describe, expect, it, onTestFinished } from "vitest";
import { decideFirst } from "../../../../../src/adapters/store/decide-first.ts";
import {
  type Footprint,
  restOn,
  UNREAD_BY_DECISIONS,
} from "../../../../../src/adapters/store/engine/decision-basis.ts";
import { postgres } from "../../../../../src/adapters/store/engine/postgres/postgres.ts";
import {
  currentRevision,
  nextRevision,
} from "../../../../../src/adapters/store/intake/revisions.ts";
import { heldWork } from "../../../../../src/adapters/store/queues/leased-rows.ts";
import type { Tables } from "../../../../../src/adapters/store/schema/tables.ts";
import { databaseNamed } from "../../../../../src/core/settings/database-name.ts";
import { emptyDatabase } from "../../../../support/postgres/databases.ts";
import { on } from "../../../../support/postgres/on.ts";

/** One database as two processes have it open. */
async function twoProcesses() {
  const address = await emptyDatabase();
  const open = async () => {
    const opened = await postgres.at(databaseNamed(address)).open();
    if (!opened.ok) throw new Error(opened.error.message);
    onTestFinished(opened.value.close);
    return opened.value;
  };
  return { address, one: await open(), other: await open() };
}

type Db = Awaited<ReturnType<typeof twoProcesses>>["one"]["db"];

const raise = (db: Db) =>
  db.updateTable("counter").set({ value: sql`value + 1` }).where("name", "=", "revision").execute();

const revision = async (db: Db): Promise<number> => {
  const row = db.selectFrom("counter").select("value").where("name", "=", "revision");
  return (await row.executeTakeFirstOrThrow()).value;
};

/** Numbers by which others tell what they have seen. */
const NUMBERED = [
  { what: "revisions", next: nextRevision, last: currentRevision },
  {
    what: "publications",
    next: async (trx: Transaction<Tables>) => {
      const row = { feed_id: "all", document: "rss" as const, etag: "", at: 0, took_ms: 0 };
      const added = trx.insertInto("publication").values(row).returning("seq");
      return (await added.executeTakeFirstOrThrow()).seq;
    },
    last: async (db: Db) => {
      const row = db.selectFrom("publication").select(({ fn }) => fn.max("seq").as("seq"));
      return (await row.executeTakeFirst())?.seq ?? 0;
    },
  },
];

describe("writers", () => {
  it("take turns: what one read is true until it has written", async () => {
    const { one, other } = await twoProcesses();
    const add = ({ db }: typeof one) =>
      db.transaction().execute(async (trx) => {
        const value = await revision(trx);
        const row = trx.updateTable("counter").set({ value: value + 1 });
        await row.where("name", "=", "revision").execute();
      });
    await Promise.all(Array.from({ length: 20 }, (_, n) => add(n % 2 === 0 ? one : other)));
    expect(await revision(one.db)).toBe(20);
  });

  it("decide again over what another wrote since they began to read", async () => {
    const { one, other } = await twoProcesses();
    const read: number[] = [];
    await decideFirst(one.db, async (trx) => {
      read.push(await revision(trx));
      if (read.length === 1) await raise(other.db);
      await raise(trx);
    });
    expect(read).toEqual([0, 1]);
    expect(await revision(one.db)).toBe(2);
  });

  it("take turns also where they decided at the same time", async () => {
    const { one, other } = await twoProcesses();
    const decisions = Array.from({ length: 12 }, (_, n) =>
      decideFirst((n % 2 === 0 ? one : other).db, async (trx) => {
        const value = await revision(trx);
        const row = trx.updateTable("counter").set({ value: value + 1 });
        await row.where("name", "=", "revision").execute();
      }),
    );
    await Promise.all(decisions);
    expect(await revision(one.db)).toBe(12);
  });

  it.each(NUMBERED)(
    "number $what in the order of their commits: who follows skips none",
    async ({ next, last }) => {
      const { one, other } = await twoProcesses();
      const [began, mayEnd] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
      const numbers: number[] = [];
      const first = one.db.transaction().execute(async (trx) => {
        numbers.push(await next(trx));
        began.resolve();
        await mayEnd.promise;
      });
      await began.promise;
      let isSecondOver = false;
      const second = other.db
        .transaction()
        .execute(next)
        .then((number) => {
          numbers.push(number);
          isSecondOver = true;
        });
      // Whatever the second could do without waiting, it has done by now.
      for (let n = 0; n < 5; n += 1) await last(other.db);
      expect([isSecondOver, await last(other.db)]).toEqual([false, 0]);
      mayEnd.resolve();
      await Promise.all([first, second]);
      expect(numbers).toEqual([1, 2]);
    },
  );

  it("leave nothing of a transaction that fails", async () => {
    const { one } = await twoProcesses();
    const failing = one.db.transaction().execute(async (trx) => {
      await raise(trx);
      throw new Error("no room");
    });
    await expect(failing).rejects.toThrow("no room");
    expect(await revision(one.db)).toBe(0);
    await raise(one.db);
    expect(await revision(one.db)).toBe(1);
  });
});

/** How often a decision on `valley` is asked when the other process writes `theirs` meanwhile. */
async function askedBeside(theirs: readonly Partial<Footprint>[]): Promise<number> {
  const { one, other } = await twoProcesses();
  const mine = { reads: footprint({ tags: new Set([1, 2]), texts: [[10, 11, 12]] }), writes: NONE };
  let asked = 0;
  await decideFirst(one.db, async (trx) => {
    asked += 1;
    for (const written of asked === 1 ? theirs : []) await write(other.db, written);
    await restOn(trx, () => mine);
    await raise(trx);
  });
  expect(await revision(one.db)).toBe(theirs.length + 1);
  return asked;
}

const NONE: Footprint = { tags: new Set(), texts: [] };
const footprint = (part: Partial<Footprint>): Footprint => ({ ...NONE, ...part });

const write = (db: Db, written: Partial<Footprint>) =>
  db.transaction().execute(async (trx) => {
    await restOn(trx, () => ({ reads: NONE, writes: footprint(written) }));
    await raise(trx);
  });

describe("a decision", () => {
  it.each<readonly [string, readonly Partial<Footprint>[], number]>([
    ["stands beside what it did not read", [{ tags: new Set([3]), texts: [[20, 21]] }], 1],
    [
      "stands beside a text with one key of its own, of many",
      [
        {
          texts: [
            [10, 30],
            [11, 31],
          ],
        },
      ],
      1,
    ],
    ["stands beside writers that write nothing that decisions read", [{}, {}], 1],
    ["is asked again over a thing that it read", [{ tags: new Set([2]) }], 2],
    ["is asked again over a text with two keys of its own", [{ texts: [[9, 10, 12]] }], 2],
    ["is asked again over any of several writers", [{}, { tags: new Set([9, 1]) }, {}], 2],
  ])("%s", async (_, theirs, asked) => {
    expect(await askedBeside(theirs)).toBe(asked);
  });

  it("is asked again over a writer that does not say what it writes, except in tables that none reads", async () => {
    const { one, other } = await twoProcesses();
    let asked = 0;
    const decide = (theirs: () => Promise<unknown>) =>
      decideFirst(one.db, async (trx) => {
        asked += 1;
        if (asked === 1) await theirs();
        await restOn(trx, () => ({ reads: NONE, writes: NONE }));
        await raise(trx);
      });
    await decide(() => raise(other.db));
    expect(asked).toBe(2);
    asked = 0;
    await decide(() => other.db.insertInto("setting").values({ name: "a", value: "b" }).execute());
    expect(asked).toBe(1);
  });

  it("sees what others wrote since, once it may write", async () => {
    const { one, other } = await twoProcesses();
    const seen: number[] = [];
    await decideFirst(one.db, async (trx) => {
      seen.push(await revision(trx));
      await write(other.db, { tags: new Set([3]) });
      seen.push(await revision(trx));
      const isLater = await restOn(trx, () => ({ reads: NONE, writes: NONE }));
      seen.push(Number(isLater), await revision(trx));
      await raise(trx);
    });
    expect(seen).toEqual([0, 0, 1, 1]);
  });

  it("is asked again when so many wrote that it is no longer known what", async () => {
    const asked = await askedBeside(Array.from({ length: 1100 }, () => ({ tags: new Set([3]) })));
    expect(asked).toBe(2);
  });
});

describe("who looks", () => {
  it("sees a snapshot in a transaction that reads, and keeps nobody from writing", async () => {
    const { one, other } = await twoProcesses();
    const seen = await one.db
      .transaction()
      .setAccessMode("read only")
      .execute(async (trx) => {
        const before = await revision(trx);
        await raise(other.db);
        return [before, await revision(trx)];
      });
    expect(seen).toEqual([0, 0]);
    expect(await revision(one.db)).toBe(1);
  });

  it("learns of each write, and of nothing else", async () => {
    const { one, other } = await twoProcesses();
    const before = await one.dataVersion();
    await revision(other.db);
    expect(await one.dataVersion()).toBe(before);
    await raise(other.db);
    const after = await one.dataVersion();
    expect(after).not.toBe(before);
    await other.db.transaction().execute(raise);
    expect(await one.dataVersion()).not.toBe(after);
  });
});

it("goes on after the server has ended its connections", async () => {
  const { address, one } = await twoProcesses();
  await raise(one.db);
  await on(address, (client) =>
    client.query(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity
      WHERE datname = current_database() AND application_name = 'offprint'`),
  );
  await raise(one.db).catch(() => {}); // the connection may end just now
  await raise(one.db);
  expect(await revision(one.db)).toBeGreaterThan(1);
});

it("keeps texts, bytes and large numbers as they were given", async () => {
  const { one } = await twoProcesses();
  const texts = [
    "",
    "ü 漢字 👩‍🚀 \u202e",
    "'; DROP TABLE article --",
    '{"b":1,  "a":2}',
    "a\0b",
    "\ud800",
  ];
  const stored: string[] = [];
  for (const value of texts) {
    await one.db
      .insertInto("setting")
      .values({ name: `t${stored.length}`, value })
      .execute();
    const row = one.db
      .selectFrom("setting")
      .select("value")
      .where("name", "=", `t${stored.length}`);
    stored.push((await row.executeTakeFirstOrThrow()).value);
  }
  expect(stored).toEqual([...texts.slice(0, 4), "a\ufffdb", "\ufffd"]);
  const bytes = new Uint8Array([0, 255, 10, 92]);
  const young = one.db.insertInto("young_index").values({ bytes }).returning("bytes");
  expect(new Uint8Array((await young.executeTakeFirstOrThrow()).bytes)).toEqual(bytes);
  await one.db
    .insertInto("counter")
    .values({ name: "large", value: 2 ** 53 - 1 })
    .execute();
  const large = one.db.selectFrom("counter").select("value").where("name", "=", "large");
  expect((await large.executeTakeFirstOrThrow()).value).toBe(2 ** 53 - 1);
  await sql`UPDATE counter SET value = value + 1 WHERE name = 'large'`.execute(one.db);
  await expect(large.execute()).rejects.toThrow("9007199254740992 in the database is too large");
});

it("the turn is waited for whatever isolation is the default of the database", async () => {
  const { address, one, other } = await twoProcesses();
  const name = new URL(address).pathname.slice(1);
  const isolation = "default_transaction_isolation";
  await on(address, (client) =>
    client.query(`ALTER DATABASE ${name} SET ${isolation} = 'repeatable read'`),
  );
  onTestFinished(() =>
    on(
      address,
      async (client) => void (await client.query(`ALTER DATABASE ${name} RESET ${isolation}`)),
    ),
  );
  const add = (n: number) => {
    const { db } = n % 2 === 0 ? one : other;
    return db
      .insertInto("setting")
      .values({ name: `n${n}`, value: "" })
      .execute();
  };
  const written = await Promise.allSettled(Array.from({ length: 60 }, (_, n) => add(n)));
  expect(written.filter(({ status }) => status === "rejected")).toEqual([]);
});

it("a lease that is renewed or given back overtakes no decision", async () => {
  const { one, other } = await twoProcesses();
  const held = heldWork<string>(other.db, "source");
  const lease = { id: "some", token: 1 };
  for (const act of [() => held.renew(lease, 1000), () => held.giveBack(lease)]) {
    let asked = 0;
    await decideFirst(one.db, async (trx) => {
      asked += 1;
      await trx.selectFrom("article").select("id").execute();
      if (asked === 1) await act();
      await restOn(trx, () => UNREAD_BY_DECISIONS);
      await trx.insertInto("setting").values({ name: crypto.randomUUID(), value: "" }).execute();
    });
    expect(asked).toBe(1);
  }
});
