import { type Insertable, type Kysely, sql } from "kysely";
import type { Tables } from "../../src/adapters/store/schema/tables.ts";

type Rows = { readonly [Name in keyof Tables]: readonly Insertable<Tables[Name]>[] };

const bytes = (...values: number[]): Uint8Array => Uint8Array.from(values);
/** A letter of two, three and four bytes, quotes, and both kinds of line ends. */
const ODD = "ä€🜁 \"quoted\" 'too' \\ \r\n\t%_";
const LEASED = { lease_until: 9_999_999_999_999, lease_token: 7, attempts: 2, last_error: ODD };

const article = (id: string): Insertable<Tables["article"]> => ({
  id,
  source_id: "tower",
  key: `key of ${id}`,
  guid: null,
  guid_fold: "",
  address_fold: null,
  link: `https://tower.example/${id}`,
  canonical_url: null,
  title: `${ODD}${id}`,
  summary: "",
  authors: "[]",
  categories: '["b","a"]',
  language: null,
  rights: null,
  republish: "full",
  image: null,
  enclosures: "[]",
  episode: null,
  licences: "[]",
  origin: null,
  comments_url: null,
  published_at: -1,
  compared_at: 0,
  first_published_at: 1_800_000_000_000,
  updated_at: 2,
  received_at: 3,
  entered_at: 4,
  derived: "[]",
  is_summary_only: 0,
  is_on_own_host: 1,
  content_hash: "c",
  metadata_hash: "m",
  text_hash: "t",
  token_count: 12,
  item_hash: "i",
  received_hash: "r",
  received_metadata_hash: "x",
  rules: 1,
  is_from_page: 0,
  held_until: null,
  lowered: "[]",
  provenance: "{}",
});

const cluster = (id: string, merged_into: string | null): Insertable<Tables["cluster"]> => ({
  id,
  entry_id: `entry of ${id}`,
  founder_id: "a",
  lead_id: merged_into === null ? "a" : null,
  entered_at: 1,
  merged_into,
  revision: 5,
});

/** The articles whose bodies are larger than what is copied at a time. */
const LARGE = ["a", "b", "c"];
/** More than are copied at a time. */
const MANY = 2100;

/**
 * Rows for every table, with each kind of value at its bounds; a table or a column that is missing does not compile. In
 * an order in which they can be inserted.
 */
const HELD = { ...LEASED, lease_holder: 5 };

const ROWS: Rows = {
  setting: [{ name: "odd", value: ODD }],
  counter: [{ name: "odd", value: Number.MAX_SAFE_INTEGER }],
  configuration: [
    {
      id: 1,
      revision: 2,
      hash: "h",
      file: "/etc/offprint.yaml",
      site_url: "https://desk.example",
      written_by: "process 1",
      written_at: 3,
      program: "1.0.0",
    },
  ],
  configuration_file: [{ path: "", bytes: bytes(65, 0) }],
  source: [
    {
      id: "tower",
      address: "",
      definition: null,
      last_definition: ODD,
      position: 1,
      state: "{}",
      due_at: 1,
      ...HELD,
    },
    {
      id: "lake",
      address: "x",
      definition: "{}",
      last_definition: null,
      position: 0,
      state: "{}",
      due_at: 1,
      former_id: "sea",
      recent_polls: `${ODD}\n`,
      today: ODD,
    },
  ],
  source_file: [{ source_id: "tower", name: ODD, bytes: 0, changed_at: 1, retry: null }],
  source_day: [
    {
      ...{ source_id: "lake", day: 1, polls: 2, failures: 1, unchanged: 0, new: 3, updated: 4 },
      ...{ merged: 5, bytes: Number.MAX_SAFE_INTEGER, ms: 6, slowest: 7 },
    },
  ],
  weak_name: Array.from({ length: MANY }, (_, n) => ({
    source_id: n % 2 === 0 ? "tower" : "lake",
    kind: n % 3 === 0 ? ("guid" as const) : ("address" as const),
    name: `${String.fromCodePoint(0x20 + ((n * 7919) % 0x2000))}${n}`,
  })),
  article: [...LARGE, "Z", "é", "aa"].map(article),
  article_body: LARGE.map((article_id) => ({
    article_id,
    body: new Uint8Array(2_200_000).fill(7),
  })),
  item_raw: LARGE.map((article_id) => ({
    article_id,
    body: bytes(0, 255, 10),
    received_at: 1,
    difference: bytes(),
  })),
  // Each is merged into one that comes later, or into one that was before.
  cluster: [cluster("d", null), cluster("b", "d"), cluster("a", "b"), cluster("e", "d")],
  cluster_member: LARGE.map((article_id, rank) => ({
    article_id,
    cluster_id: "d",
    why: "{}",
    joined_at: 1,
    rank,
  })),
  fingerprint: [{ id: 40, article_id: "a", tokens: bytes(1), blocks: bytes(), period: 3 }],
  sample_key: Array.from({ length: MANY }, (_, n) => ({
    period: n % 3,
    key: (n * 2_654_435_761) % 2 ** 32,
    fingerprint_id: n,
  })),
  young_index: [{ id: 9, bytes: bytes(1, 2, 3) }],
  block: [{ period: 1, hash: 4_294_967_295, cluster_id: "d" }],
  key_period: [{ period: 1, touched_at: 2 }],
  veto: [{ article_a: "a", article_b: "b", created_at: 1 }],
  bond: [{ article_a: "a", article_b: "c", created_at: 1 }],
  editor_action: [
    { id: 3, kind: "merge", articles: "[]", change: "{}", done_at: 1, undone_at: null },
  ],
  document: [
    { id: 8, feed_id: "all", name: "rss", etag: '"x"', changed_at: 1, links: "", br: bytes(9, 9) },
    { id: 2, feed_id: "gone", name: "page", etag: "", changed_at: 1, links: "", br: null },
  ],
  publication: [
    { seq: 11, feed_id: "all", document: "rss", etag: null, at: 1, took_ms: 0.1 },
    { seq: 12, feed_id: "all", document: "atom", etag: '"x"', at: 1, took_ms: 5 },
  ],
  change: [
    { seq: 70, feed_id: "all", cluster_id: "d", entry_id: "e", kind: "merged", revision: 1, at: 1 },
  ],
  noted_change: [
    { id: 71, feed_id: "all", cluster_id: "d", entry_id: "e", kind: "merged", revision: 1 },
  ],
  lease: [{ name: "publisher", holder: "process 1", lease_token: 4, lease_until: 1 }],
  host: [
    { name: "tower.example", lease_until: 9_999_999_999_999, lease_holder: 5, hold_until: 7 },
    { name: "lake.example", lease_until: 0, lease_holder: null, hold_until: 8, hold_reason: ODD },
  ],
  desk_order: [
    { id: 5, kind: "pass", payload: "{}", asked_by: "web", asked_at: 1, due_at: 1, ...LEASED },
  ],
  order_line: [{ id: 6, order_id: 5, line: "{}" }],
  audience: [{ process: "web 1", subscribers: 3, counted_at: 1 }],
  outline: [{ article_id: "a", source_id: "tower", entered_at: 1, blocks: bytes(1) }],
  repeated_block: [{ source_id: "tower", key: "k", sample: ODD, learned_at: 1, retired_at: null }],
  line_sighting: [{ hash: "h", source_id: "lake", stories: "[]", first_at: 1, seen_at: 2 }],
  common_line: [{ hash: "h", sample: ODD, learned_at: 1, owners: 3, until: 5, is_active: 1 }],
  listing: [{ source_id: "tower", token: 3, body: bytes(4) }],
  kept_line: [{ article_id: "a", line: `${ODD}${"x".repeat(10_000)}`, created_at: 1 }],
  page_job: [
    {
      article_id: "a",
      source_id: "tower",
      url: "https://tower.example/a",
      state: "waiting",
      must_fetch: 1,
      fetched_at: null,
      raw: bytes(1),
      item_hash: null,
      received_hash: null,
      received_metadata_hash: null,
      due_at: 1,
      ...HELD,
    },
  ],
  file_look: [
    { url: "https://tower.example/f", state: "done", type: "audio/mpeg", due_at: 1, ...HELD },
  ],
  article_file: [{ article_id: "a", url: "https://tower.example/f" }],
  withdrawn_key: [{ key: 1, fingerprint_id: 2 }],
  archive_feed: [{ feed_id: "all", scope: "s", revision: 1, cluster_id: "d", pages: 2 }],
  archive_pending: [
    { feed_id: "all", cluster_id: "d", updated_at: null, face: null, wording: "w", content: null },
  ],
  archive_entry: [
    {
      id: 4,
      feed_id: "all",
      page: 1,
      cluster_id: "d",
      entry_id: "e",
      article_id: "a",
      updated_at: 1,
      entry: bytes(1, 2),
      withdrawn_at: 3,
      withdrawn_reason: ODD,
      face: null,
      wording: null,
      content: null,
    },
  ],
  archive_page: [{ feed_id: "all", page: 1, frozen_at: 2 }],
  archive_document: [{ feed_id: "all", page: 1, format: "atom", etag: '"e"', changed_at: 2 }],
};

/** Rows that get numbers and are deleted: their numbers must not be given again. */
const GONE = 90;

/** Gives a database rows in all tables. @returns the last numbers that tables gave to rows which are gone. */
export async function fillEveryTable(db: Kysely<Tables>): Promise<ReadonlyMap<string, number>> {
  await db.transaction().execute(async (trx) => {
    for (const [table, rows] of Object.entries(ROWS)) {
      // Rows of one statement have the same columns.
      const atOnce = rows.length > 100 ? 500 : 1;
      for (let n = 0; n < rows.length; n += atOnce) {
        const some = rows.slice(n, n + atOnce) as never;
        await trx
          .insertInto(table as "setting")
          .values(some)
          .execute();
      }
    }
    const gone = { seq: GONE, feed_id: "all", cluster_id: "d", entry_id: "e", at: 1 };
    await trx
      .insertInto("change")
      .values({ ...gone, kind: "merged", revision: 1 })
      .execute();
    await trx.deleteFrom("change").where("seq", "=", GONE).execute();
  });
  return new Map([["change", GONE]]);
}

/** All rows of all tables, as text, each table in the order of its rows' texts. */
export async function rowsOfEveryTable(
  db: Kysely<Tables>,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const tables = new Map<string, readonly string[]>();
  for (const table of Object.keys(ROWS)) {
    const { rows } = await sql<Record<string, unknown>>`SELECT * FROM ${sql.table(table)}`.execute(
      db,
    );
    tables.set(table, rows.map(textOf).toSorted());
  }
  return tables;
}

const textOf = (row: Readonly<Record<string, unknown>>): string =>
  JSON.stringify(
    Object.entries(row)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, value]) => [
        name,
        value instanceof Uint8Array ? Buffer.from(value).toString("base64") : value,
      ]),
  );
