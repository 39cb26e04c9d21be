import { join } from "node:path";
import Database from "better-sqlite3";
import { expect, it, onTestFinished } from "vitest";
import type { Order } from "../../../src/core/orders/order.ts";
import { databaseNamed } from "../../../src/core/settings/database-name.ts";
import { publishOrderOf } from "../../../src/service/publishing/publish-order.ts";
import { createWebPool } from "../../../src/service/web/web-pool.ts";
import type { WebJobs, WebKind } from "../../../src/service/web/web-worker.ts";
import { openNew, poll, storesOn } from "../../adapters/store/open-store.ts";
import { aDraft, aRemote, NOW } from "../../support/builders.ts";
import { aFeed, aSite } from "../../support/entries.ts";
import { temporaryFolder } from "../../support/temporary-folder.ts";

const SOURCE = aRemote({ id: "valley", url: "https://valley.example/feed" });
const CONFIG = { site: aSite(), feeds: [aFeed({ items: 2 })] };
const ORDER: Order = { kind: "forget-kept-lines", articleId: "a1" };

type Job = {
  readonly [K in WebKind]: { readonly kind: K; readonly job: WebJobs[K]["job"] };
}[WebKind];

/** Everything that a web process does but reading, on a connection that cannot write, and what of it may be written. */
const MAY_WRITE: Readonly<Record<WebKind, readonly string[]>> = {
  // Orders, and batched counters.
  "place-order": ["desk_order"],
  "cancel-order": ["desk_order"],
  "stop-order": ["desk_order"],
  "look-order": [],
  audience: ["audience"],
  // What docs/decisions/0019 grants beyond: when an archive document last changed; by itself, what a publisher writes
  // (and the end of holds, of which there are none here).
  archive: ["archive_document"],
  check: [],
  publish: [
    ...["archive_entry", "archive_feed", "archive_page", "change", "document"],
    ...["lease", "publication", "setting"],
  ],
};

/** A database with more articles than the feed has entries, looked at from beside. */
async function aDesk() {
  const file = join(temporaryFolder(), "offprint.db");
  const { db } = await openNew(file);
  const { ingest } = storesOn(db);
  await ingest.configure([SOURCE], NOW);
  const drafts = ["one", "two", "three", "four"].map((name, n) =>
    aDraft({ key: name, title: name, text: `The text of ${name}`, publishedAt: NOW + n * 1000 }),
  );
  await poll(ingest, { source: "valley", drafts, now: NOW });
  const pool = createWebPool(databaseNamed(file), 120_000);
  onTestFinished(pool.close);
  const beside = new Database(file, { readonly: true });
  onTestFinished(() => void beside.close());
  return { pool, beside };
}

/** What each table holds. */
function contents(beside: Database.Database): ReadonlyMap<string, string> {
  const tables = beside
    .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
    .pluck()
    .all() as string[];
  return new Map(
    tables.map((name) => [name, JSON.stringify(beside.prepare(`SELECT * FROM "${name}"`).all())]),
  );
}

it("a web process writes orders and counters, and what is granted beyond, into these tables alone", async () => {
  const { pool, beside } = await aDesk();
  const order = publishOrderOf(CONFIG, "1.0.0");
  const jobs: readonly Job[] = [
    { kind: "check", job: {} },
    { kind: "publish", job: { order } },
    { kind: "archive", job: { key: { feedId: "all", page: 1, format: "json" }, order } },
    { kind: "place-order", job: { order: ORDER } },
    { kind: "look-order", job: { id: 1, from: 0 } },
    { kind: "stop-order", job: { id: 1 } },
    { kind: "cancel-order", job: { id: 1 } },
    { kind: "audience", job: { process: "host 1", subscribers: 7 } },
  ];
  const written = new Map<WebKind, readonly string[]>();
  for (const { kind, job } of jobs) {
    const before = contents(beside);
    expect(await pool.run(kind, job)).toMatchObject({ ok: true });
    const after = contents(beside);
    const changed = [...after.keys()].filter((name) => after.get(name) !== before.get(name));
    written.set(kind, changed.toSorted());
  }
  expect(Object.fromEntries(written)).toEqual(MAY_WRITE);
});
