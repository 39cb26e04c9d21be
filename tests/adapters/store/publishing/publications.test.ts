import { join } from "node:path";
import { sql } from "kysely";
import { describe, expect, it } from "vitest";
import { createArchiveStore } from "../../../../src/adapters/store/publishing/archive-store.ts";
import {
  createPublicationLog,
  createPublicationStore,
} from "../../../../src/adapters/store/publishing/publications.ts";
import { createLeases } from "../../../../src/adapters/store/queues/leases.ts";
import {
  type ChangeKind,
  type FeedPublication,
  PUBLISHER,
  type StoredDocument,
} from "../../../../src/core/entries/publication.ts";
import type { DocumentName } from "../../../../src/core/entries/published.ts";
import { DAY, HOUR, NOW } from "../../../support/builders.ts";
import { brotliOf, textOf } from "../../../support/document-text.ts";
import { temporaryFolder } from "../../../support/temporary-folder.ts";
import { openFile, openNew } from "../open-store.ts";

const aDocument = (name: DocumentName, text: string): StoredDocument => ({
  ...{ name, etag: `"${text}"`, changedAt: NOW, links: `<${text}>`, br: brotliOf(text) },
});

const aPublication = (over: Partial<FeedPublication> = {}): FeedPublication => ({
  ...{ feedId: "all", documents: [aDocument("rss", "one")], at: NOW, tookMs: 12.5 },
  ...over,
});

/** The publisher's connection and that of one who follows. */
async function opened() {
  const file = join(temporaryFolder(), "offprint.db");
  const { db } = await openNew(file);
  const reader = await openFile(file);
  const leases = createLeases(db);
  const lease = await leases.take(PUBLISHER, "test", HOUR);
  if (lease === null) throw new Error("somebody else publishes");
  const archive = createArchiveStore(db);
  /** What the archive of a feed says of its entries. */
  const note = (feedId: string, revision: number, changes: readonly [string, ChangeKind][]) =>
    archive.note(feedId, {
      ...{ scope: "", place: { revision, clusterId: "c" }, pending: [], revision },
      changes: changes.map(([id, kind]) => ({ clusterId: `c/${id}`, entryId: id, kind })),
    });
  const changes = async () => {
    const rows = await db.selectFrom("change").selectAll().orderBy("seq").execute();
    return rows.map(({ feed_id, entry_id, kind, revision }) =>
      [feed_id, entry_id, kind, revision].join(" "),
    );
  };
  const publications = () => db.selectFrom("publication").selectAll().orderBy("seq").execute();
  const store = createPublicationStore(db, lease);
  const log = createPublicationLog(reader.db);
  return { db, leases, lease, store, log, note, changes, publications };
}

const summary = (rows: readonly { readonly feedId: string; readonly name: string }[]) =>
  rows.map(({ feedId, name }) => `${feedId}.${name}`);

describe("publishing", () => {
  it("stores the bytes, and tells followers of them", async () => {
    const { store, log } = await opened();
    const page = aDocument("page", "{}");
    await store.publish(aPublication({ documents: [aDocument("rss", "one"), page] }));
    expect(await log.after(0)).toMatchObject([
      { seq: 1, feedId: "all", name: "rss", etag: '"one"', at: NOW, tookMs: 12.5 },
      { seq: 2, feedId: "all", name: "page", etag: '"{}"', at: NOW, tookMs: 12.5 },
    ]);
    const document = await log.document("all", "rss");
    expect(document).toMatchObject({ etag: '"one"', changedAt: NOW, links: "<one>" });
    expect(document && textOf(document)).toBe("one");
    expect(await log.document("all", "atom")).toBeNull();
    expect(await log.document("other", "rss")).toBeNull();
  });

  it("keeps the newest bytes of a document, and remembers its version", async () => {
    const { store, log } = await opened();
    await store.publish(aPublication());
    const later = { ...aDocument("rss", "two"), changedAt: NOW + 1000 };
    await store.publish(aPublication({ documents: [later] }));
    const document = await log.document("all", "rss");
    expect(document && textOf(document)).toBe("two");
    expect(await store.records()).toEqual([
      {
        ...{ feedId: "all", name: "rss", etag: '"two"', changedAt: NOW + 1000, links: "<two>" },
        isPublished: true,
      },
    ]);
  });

  it("tells what the archive noted of this feed, in its order, once", async () => {
    const { store, note, changes, db } = await opened();
    await note("all", 7, [
      ["b", "published"],
      ["a", "updated"],
    ]);
    await note("other", 7, [["x", "published"]]);
    await note("all", 8, [["b", "withdrawn"]]);
    expect(await changes()).toEqual([]);
    const told = ["all b published 7", "all a updated 7", "all b withdrawn 8"];
    await store.publish(aPublication());
    expect(await changes()).toEqual(told);
    await store.publish(aPublication({ documents: [] }));
    expect(await changes()).toEqual(told);
    const rest = await db.selectFrom("noted_change").select("feed_id").execute();
    expect(rest).toEqual([{ feed_id: "other" }]);
  });

  it("does all of it or nothing", async () => {
    const { store, log, note, changes, publications } = await opened();
    await note("all", 7, [["a", "published"]]);
    const broken = { ...aDocument("atom", "two"), etag: null as unknown as string };
    const documents = [aDocument("rss", "one"), broken];
    await expect(store.publish(aPublication({ documents }))).rejects.toThrow(/not[- ]null/i);
    expect(await log.document("all", "rss")).toBeNull();
    expect([await publications(), await changes()]).toEqual([[], []]);
    await store.publish(aPublication());
    expect(await changes()).toEqual(["all a published 7"]);
  });

  it("is refused to who has lost the lease, and nothing is written", async () => {
    const { db, leases, lease, store, log, note, changes, publications } = await opened();
    await store.publish(aPublication());
    const before = [await publications(), await store.records()];
    await note("all", 7, [["a", "published"]]);
    await leases.release(lease);
    const other = await leases.take(PUBLISHER, "other", HOUR);
    const publication = aPublication({ documents: [aDocument("rss", "two")] });
    const lost = "another process is the publisher now";
    await expect(store.publish(publication)).rejects.toThrow(lost);
    await expect(store.remove(["all"], NOW)).rejects.toThrow(lost);
    const all = { publications: NOW + DAY, changes: NOW + DAY };
    await expect(store.forget(all)).rejects.toThrow(lost);
    expect([await publications(), await store.records()]).toEqual(before);
    expect(await changes()).toEqual([]);
    expect(textOf((await log.document("all", "rss")) ?? aDocument("rss", ""))).toBe("one");
    if (other === null) throw new Error("the lease was not free");
    await createPublicationStore(db, other).publish(publication);
    expect(await changes()).toEqual(["all a published 7"]);
  });

  it("is refused to an archive, too: what it noted would be told twice", async () => {
    const { db, leases, lease } = await opened();
    const archive = createArchiveStore(db, lease);
    const change = { clusterId: "c", entryId: "a", kind: "published" as const };
    const place = { revision: 7, clusterId: "c" };
    const step = { scope: "", place, pending: [], changes: [change], revision: 7 };
    await archive.note("all", step);
    await leases.release(lease);
    const lost = "another process is the publisher now";
    await expect(archive.note("all", step)).rejects.toThrow(lost);
    await expect(archive.dismiss("all", ["c"])).rejects.toThrow(lost);
    await expect(archive.freeze("all", [], NOW)).rejects.toThrow(lost);
    const noted = await db.selectFrom("noted_change").select("entry_id").execute();
    expect(noted).toEqual([{ entry_id: "a" }]);
  });

  it("goes on in a lease whose time is over while nobody else took it", async () => {
    const { store, leases, lease, log } = await opened();
    await leases.renew(lease, 0);
    await store.publish(aPublication());
    expect(await log.after(0)).toHaveLength(1);
  });
});

describe("following", () => {
  it("gives of each document the newest row after the cursor, in the order of publication", async () => {
    const { store, log } = await opened();
    const publish = (feedId: string, name: DocumentName, text: string) =>
      store.publish(aPublication({ feedId, documents: [aDocument(name, text)] }));
    await publish("all", "rss", "one");
    await publish("all", "atom", "one");
    await publish("local", "rss", "one");
    await publish("all", "rss", "two");
    const first = await log.after(0);
    expect(summary(first)).toEqual(["all.atom", "local.rss", "all.rss"]);
    expect(first.at(-1)).toMatchObject({ etag: '"two"' });
    const cursor = first.at(-1)?.seq ?? 0;
    expect(await log.after(cursor)).toEqual([]);
    await publish("all", "rss", "three");
    await publish("all", "rss", "four");
    expect(await log.after(cursor)).toMatchObject([{ name: "rss", etag: '"four"' }]);
  });

  it("tells that a feed is gone, once, and remembers when its documents changed", async () => {
    const { store, log } = await opened();
    const documents = [aDocument("rss", "one"), aDocument("page", "{}")];
    await store.publish(aPublication({ documents }));
    await store.publish(aPublication({ feedId: "local" }));
    const cursor = (await log.after(0)).at(-1)?.seq ?? 0;
    await store.remove(["all", "unknown"], NOW + HOUR);
    const gone = await log.after(cursor);
    expect(summary(gone).toSorted()).toEqual(["all.page", "all.rss"]);
    for (const row of gone) expect(row).toMatchObject({ etag: null, at: NOW + HOUR });
    expect(await log.document("all", "rss")).toBeNull();
    expect(await log.document("local", "rss")).not.toBeNull();
    await store.remove(["all"], NOW + HOUR);
    expect(await log.after(gone.at(-1)?.seq ?? 0)).toEqual([]);
    expect(await store.records()).toContainEqual(
      expect.objectContaining({ feedId: "all", name: "rss", changedAt: NOW, isPublished: false }),
    );
    await store.publish(aPublication());
    expect(await log.document("all", "rss")).not.toBeNull();
  });

  it("forgets what is old, but for the newest row of each document", async () => {
    const { store, log, note, changes, publications } = await opened();
    for (const [at, text] of [1, 2, 3].entries()) {
      await note("all", at, [[`e${text}`, "published"]]);
      const documents = [aDocument("rss", `${text}`)];
      await store.publish(aPublication({ at: NOW + at * DAY, documents }));
    }
    await store.publish(aPublication({ feedId: "still", at: NOW - DAY }));
    await store.forget({ publications: NOW + 2 * DAY, changes: NOW + DAY });
    const rows = await publications();
    expect(rows.map(({ feed_id, etag }) => [feed_id, etag])).toEqual([
      ["all", '"3"'],
      ["still", '"one"'],
    ]);
    expect(await changes()).toEqual(["all e2 published 1", "all e3 published 2"]);
    await store.forget({ publications: NOW + 9 * DAY, changes: NOW + 9 * DAY });
    expect(summary(await log.after(0))).toEqual(["all.rss", "still.rss"]);
    expect(await changes()).toEqual([]);
  });

  it("never gives a number again, also when the last was forgotten", async () => {
    const { store, log, db } = await opened();
    await store.publish(aPublication());
    const [before] = await log.after(0);
    await db.deleteFrom("publication").execute();
    await store.publish(aPublication());
    expect((await log.after(0))[0]?.seq).toBeGreaterThan(before?.seq ?? 0);
  });
});

it("whoever begins to follow reads a row for each document, however often it was published", async () => {
  const { db, store } = await opened();
  for (const name of ["rss", "atom"] as const) {
    await store.publish(aPublication({ documents: [aDocument(name, name)] }));
  }
  await sql`INSERT INTO publication (feed_id, document, etag, at, took_ms)
    SELECT feed_id, document, etag || counts.value, at, took_ms
    FROM publication CROSS JOIN
      (SELECT 1 AS value UNION SELECT 2 UNION SELECT 3 UNION SELECT 4 UNION SELECT 5) AS counts
    ORDER BY counts.value`.execute(db);
  let read = 0;
  const counted = db.withPlugin({
    transformQuery: ({ node }) => node,
    async transformResult({ result }) {
      read += result.rows.length;
      return result;
    },
  });
  const rows = await createPublicationLog(counted).after(0);
  expect(summary(rows).sort()).toEqual(["all.atom", "all.rss"]);
  expect(rows.map(({ etag }) => etag).sort()).toEqual(['"atom"5', '"rss"5']);
  // One of them is the last number.
  expect(read).toBe(3);
  expect(await createPublicationLog(counted).after(rows.at(-1)?.seq ?? 0)).toEqual([]);
});
