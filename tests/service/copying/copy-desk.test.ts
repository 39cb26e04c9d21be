import { describe, expect, it, vi } from "vitest";
import type { EngineName } from "../../../src/adapters/store/engine/engines.ts";
import {
  compare,
  copy,
  deskRows,
  expectUnusable,
  filledDesk,
  hearing,
  interruptedCopy,
  NEW_DATABASE,
  refusal,
  within,
} from "./copies.ts";

vi.setConfig({ testTimeout: 60_000 });

const DIRECTIONS: readonly (readonly [EngineName, EngineName])[] = [
  ["sqlite", "postgres"],
  ["postgres", "sqlite"],
  ["sqlite", "sqlite"],
  ["postgres", "postgres"],
];

it.each(DIRECTIONS)(
  "a desk on %s is the same on %s, and goes on with the numbers that come next",
  async (from, to) => {
    const source = await filledDesk(from);
    const target = await NEW_DATABASE[to]();
    const heard = hearing();
    const end = await copy(source, target, heard);
    expect(end).toEqual({ ok: true, value: { kind: "equal", rows: expect.any(Number) } });
    expect(heard.phases).toEqual(["copying", "comparing"]);
    expect(await deskRows(target)).toEqual(await deskRows(source));
    expect(await compare(source, target)).toEqual(end);
    const numbers = await within(target, async (db) => {
      const row = { feed_id: "f", cluster_id: "c", entry_id: "e", kind: "updated" as const };
      const change = db.insertInto("change").values({ ...row, revision: 1, at: 1 });
      const young = db.insertInto("young_index").values({ bytes: Buffer.of() });
      const line = db.insertInto("order_line").values({ order_id: 5, line: "" });
      return [
        (await change.returning("seq").executeTakeFirstOrThrow()).seq,
        (await young.returning("id").executeTakeFirstOrThrow()).id,
        (await line.returning("id").executeTakeFirstOrThrow()).id,
      ];
    });
    // The change with the number 90 was deleted.
    expect(numbers).toEqual([91, 10, 7]);
  },
);

it("leases end with the copy", async () => {
  const source = await filledDesk("sqlite");
  const target = await NEW_DATABASE.sqlite();
  await copy(source, target);
  for (const table of ["source", "page_job", "file_look", "desk_order"] as const) {
    const leases = (name: string) =>
      within(name, async (db) => {
        const rows = await db
          .selectFrom(table)
          .select(["lease_until", "lease_token"])
          .orderBy("lease_token")
          .execute();
        return rows.map(({ lease_until, lease_token }) => [lease_until !== null, lease_token]);
      });
    const before = await leases(source);
    expect(before).toContainEqual([true, 7]);
    expect(await leases(target)).toEqual(before.map(([, token]) => [false, token]));
  }
});

it("texts with NUL have U+FFFD in its place, which is what PostgreSQL stores", async () => {
  const source = await filledDesk("sqlite");
  await within(source, (db) =>
    db.updateTable("article").set({ title: "a\0b", guid: "\0" }).where("id", "=", "a").execute(),
  );
  const target = await NEW_DATABASE.postgres();
  expect(await copy(source, target)).toMatchObject({ value: { kind: "equal" } });
  const rows = within(target, (db) =>
    db.selectFrom("article").select(["title", "guid"]).where("id", "=", "a").execute(),
  );
  expect(await rows).toEqual([{ title: "a\ufffdb", guid: "\ufffd" }]);
});

describe("a copy that was interrupted", () => {
  it.each(DIRECTIONS.slice(0, 2))(
    "from %s to %s goes on where it stopped, wherever that was",
    async (from, to) => {
      const source = await filledDesk(from);
      const target = await NEW_DATABASE[to]();
      const runs: string[] = [];
      while (runs.at(-1) !== "equal" && runs.length < 100) {
        const end = await copy(source, target, hearing(runs.length === 0 ? 1 : 8));
        if (!end.ok) throw new Error(end.error);
        runs.push(end.value.kind);
        if (end.value.kind === "stopped") await expectUnusable(target);
      }
      expect(runs.filter((kind) => kind === "stopped").length).toBeGreaterThan(4);
      expect(runs.at(-1)).toBe("equal");
      expect(await deskRows(target)).toEqual(await deskRows(source));
    },
  );

  it("does not go on when its source has changed, and can be begun anew", async () => {
    const { source, target } = await interruptedCopy();
    await within(source, (db) =>
      db.updateTable("counter").set({ value: 77 }).where("name", "=", "revision").execute(),
    );
    expect(await copy(source, target)).toEqual(refusal(`or ${source} has changed since`));
    await expectUnusable(target);
    expect(await copy(source, target, hearing(), true)).toMatchObject({ value: { kind: "equal" } });
    expect(await deskRows(target)).toEqual(await deskRows(source));
  });

  it("does not go on with another desk", async () => {
    const { target } = await interruptedCopy();
    expect(await copy(await filledDesk("sqlite"), target)).toEqual(
      refusal("the unfinished copy of another desk"),
    );
  });

  it("is no source, and is compared with nothing", async () => {
    const { source, target } = await interruptedCopy();
    expect(await copy(target, await NEW_DATABASE.sqlite())).toEqual(refusal("and not finished"));
    expect(await compare(source, target)).toEqual(refusal("and not finished"));
  });
});

describe("a comparison", () => {
  it("names each table that differs, and the first key", async () => {
    const source = await filledDesk("sqlite");
    const target = await NEW_DATABASE.postgres();
    await copy(source, target);
    await within(target, async (db) => {
      await db.updateTable("article").set({ title: "" }).where("id", "=", "aa").execute();
      await db.deleteFrom("publication").where("seq", "=", 11).execute();
      const row = { feed_id: "all", name: "json" as const, etag: "", changed_at: 1, links: "" };
      await db
        .insertInto("document")
        .values({ ...row, id: 99 })
        .execute();
    });
    const heard = hearing();
    expect(await compare(source, target, heard)).toMatchObject({
      value: { kind: "different" },
    });
    expect(heard.differences).toEqual(['article ["aa"]', "document [99]", "publication [11]"]);
  });

  it("that finds a difference after copying leaves the copy unfinished", async () => {
    const { source, target } = await interruptedCopy();
    await within(target, (db) => db.deleteFrom("source_file").execute());
    const heard = hearing();
    expect(await copy(source, target, heard)).toMatchObject({ value: { kind: "different" } });
    expect(heard.differences).toEqual([expect.stringMatching(/^source_file \["tower",/)]);
    await expectUnusable(target);
  });
});
