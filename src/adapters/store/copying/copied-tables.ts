import { BACKUP_NOTES } from "../engine/backup-notes.ts";
import { COPY_MARK } from "../engine/copy-mark.ts";
import type { Tables } from "../schema/tables.ts";

export type TableName = keyof Tables;

type ColumnOf<Row> = keyof Row & string;

/** How the rows of a table are copied. */
export type CopiedTable<Row = Record<string, unknown>> = {
  /** The columns that tell rows apart, and by which they are ordered: the primary key. */
  readonly key: readonly [ColumnOf<Row>, ...ColumnOf<Row>[]];
  /** First values of keys whose rows are of the database, not of the desk. */
  readonly except?: readonly string[];
  /** What columns of a lease are in the copy: leases end. */
  readonly leaseEnd?: { readonly [Column in ColumnOf<Row>]?: null | 0 };
  /** All columns, where these are two numbers and a third, or a text: such rows are written many at once. */
  readonly threes?: readonly [ColumnOf<Row>, ColumnOf<Row>, ColumnOf<Row>];
  /** A column that names a row of the same table, perhaps a later one. It is written when all rows are there. */
  readonly link?: ColumnOf<Row>;
};

const NO_LEASE = { lease_until: null, lease_holder: null } as const;

/**
 * All tables, each after those that its rows refer to; a table that is missing here does not compile. `null`: it is not
 * copied.
 */
const COPIED_TABLES: {
  readonly [Name in TableName]: CopiedTable<Tables[Name]> | null;
} = {
  setting: { key: ["name"], except: [COPY_MARK, ...Object.values(BACKUP_NOTES)] },
  // `write`: how often PostgreSQL was written to (engine/postgres/one-writer-driver.ts).
  counter: { key: ["name"], except: ["write"] },
  configuration: { key: ["id"] },
  configuration_file: { key: ["path"] },
  source: { key: ["id"], leaseEnd: NO_LEASE },
  source_file: { key: ["source_id", "name"] },
  source_day: { key: ["source_id", "day"] },
  weak_name: { key: ["source_id", "kind", "name"] },
  listing: { key: ["source_id"] },
  repeated_block: { key: ["source_id", "key"] },
  line_sighting: { key: ["hash", "source_id"] },
  common_line: { key: ["hash"] },
  article: { key: ["id"] },
  article_body: { key: ["article_id"] },
  item_raw: { key: ["article_id"] },
  cluster: { key: ["id"], link: "merged_into" },
  cluster_member: { key: ["article_id"] },
  fingerprint: { key: ["id"] },
  sample_key: {
    key: ["period", "key", "fingerprint_id"],
    threes: ["period", "key", "fingerprint_id"],
  },
  block: { key: ["period", "hash", "cluster_id"], threes: ["period", "hash", "cluster_id"] },
  young_index: { key: ["id"] },
  key_period: { key: ["period"] },
  withdrawn_key: { key: ["key", "fingerprint_id"] },
  veto: { key: ["article_a", "article_b"] },
  bond: { key: ["article_a", "article_b"] },
  editor_action: { key: ["id"] },
  kept_line: { key: ["article_id", "line"] },
  outline: { key: ["source_id", "article_id"] },
  page_job: { key: ["article_id"], leaseEnd: NO_LEASE },
  host: { key: ["name"], leaseEnd: { lease_until: 0, lease_holder: null } },
  file_look: { key: ["url"], leaseEnd: NO_LEASE },
  article_file: { key: ["article_id", "url"] },
  archive_feed: { key: ["feed_id"] },
  archive_pending: { key: ["feed_id", "cluster_id"] },
  archive_entry: { key: ["id"] },
  archive_page: { key: ["feed_id", "page"] },
  archive_document: { key: ["feed_id", "page", "format"] },
  document: { key: ["id"] },
  publication: { key: ["seq"] },
  change: { key: ["seq"] },
  noted_change: { key: ["id"] },
  desk_order: { key: ["id"], leaseEnd: { lease_until: null } },
  order_line: { key: ["id"] },
  audience: { key: ["process"] },
  // Which process has a role: none has it in the copy.
  lease: null,
};

/** The tables that are copied, in the order in which they are. */
export const TABLES_TO_COPY: readonly TableName[] = (
  Object.keys(COPIED_TABLES) as TableName[]
).filter((name) => COPIED_TABLES[name] !== null);

/** Throws for a table that is not copied. */
export function copiedTable(name: TableName): CopiedTable {
  const table = COPIED_TABLES[name];
  if (table === null) throw new Error(`${name} is not copied`);
  return table as CopiedTable;
}
