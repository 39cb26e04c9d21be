import { sql } from "kysely";
import { expect, it, onTestFinished } from "vitest";
import { postgres } from "../../../../src/adapters/store/engine/postgres/postgres.ts";
import { createPublicationStore } from "../../../../src/adapters/store/publishing/publications.ts";
import { createLeases, requireLease } from "../../../../src/adapters/store/queues/leases.ts";
import { databaseNamed } from "../../../../src/core/settings/database-name.ts";
import { NOW } from "../../../support/builders.ts";
import { brotliOf } from "../../../support/document-text.ts";
import { emptyDatabase } from "../../../support/postgres/databases.ts";
import { until } from "../../../support/until.ts";

/** Two publishers, each with connections of its own, as processes have them. */
async function twoPublishers() {
  const address = await emptyDatabase();
  const open = async () => {
    const opened = await postgres.at(databaseNamed(address)).open();
    if (!opened.ok) throw new Error(opened.error.message);
    onTestFinished(opened.value.close);
    return opened.value.db;
  };
  const [one, other] = [await open(), await open()];
  const lease = await createLeases(one).take("publisher", "one", 10_000);
  if (lease === null) throw new Error("nobody else publishes");
  return { one, other, lease };
}

type Db = Awaited<ReturnType<typeof twoPublishers>>["one"];

const publish = (db: Db, lease: Parameters<typeof createPublicationStore>[1], etag: string) =>
  createPublicationStore(db, lease).publish({
    ...{ feedId: "all", at: NOW, tookMs: 1 },
    documents: [{ name: "rss", etag, changedAt: NOW, links: "", br: brotliOf(etag) }],
  });

const waits = (db: Db): Promise<boolean> =>
  sql`SELECT 1 FROM pg_stat_activity WHERE wait_event_type = 'Lock'
    AND datname = current_database()`
    .execute(db)
    .then(({ rows }) => rows.length > 0);

it("who takes the lease waits for the transaction that publishes under it, so numbers rise with commits", async () => {
  const { one, other, lease } = await twoPublishers();
  // As if it had not been heard of for longer than its lease.
  await sql`UPDATE lease SET lease_until = 1`.execute(one);
  const { promise: ended, resolve: end } = Promise.withResolvers<void>();
  const { promise: begun, resolve: begin } = Promise.withResolvers<void>();
  const writing = one.transaction().execute(async (trx) => {
    await requireLease(trx, lease);
    await sql`INSERT INTO publication (feed_id, document, etag, at, took_ms)
      VALUES ('all', 'rss', '"first"', ${NOW}, 1)`.execute(trx);
    begin();
    await ended;
  });
  await begun;
  let next: typeof lease | null = null;
  const taking = createLeases(other)
    .take("publisher", "other", 10_000)
    .then((taken) => {
      next = taken;
    });
  await until("the second waits", () => waits(other));
  expect(next).toBeNull();
  end();
  await writing;
  await taking;
  expect(next).toMatchObject({ token: lease.token + 1 });
});

it("who lost the lease publishes nothing, and the other's rows are the last", async () => {
  const { one, other, lease } = await twoPublishers();
  await publish(one, lease, '"one"');
  await sql`UPDATE lease SET lease_until = 1`.execute(other);
  const next = await createLeases(other).take("publisher", "other", 10_000);
  if (next === null) throw new Error("the lease has run out");
  await expect(publish(one, lease, '"late"')).rejects.toThrow("another process is the publisher");
  await publish(other, next, '"other"');
  const { rows } = await sql<{ etag: string }>`
    SELECT etag FROM publication ORDER BY seq`.execute(one);
  expect(rows.map(({ etag }) => etag)).toEqual(['"one"', '"other"']);
});
