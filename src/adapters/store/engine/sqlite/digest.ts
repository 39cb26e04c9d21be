import { createHash } from "node:crypto";
import type Database from "better-sqlite3";
import { createRowWriter } from "../../copying/canonical-row.ts";

/** What two databases with the same content have in common. */
export type Digest = {
  /** By the names of the tables. */
  readonly rows: Readonly<Record<string, number>>;
  /** SHA-256 over the documents that readers get, in hexadecimal; `null` in databases from before these were stored. */
  readonly documents: string | null;
};

/** Of a snapshot: call it in a transaction while others write. */
export function digestOf(database: Database.Database): Digest {
  const tables = database
    .prepare(
      "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name",
    )
    .pluck()
    .all() as string[];
  const count = (table: string): number =>
    Number(database.prepare(`SELECT count(*) FROM "${table}"`).pluck().get());
  return {
    rows: Object.fromEntries(tables.map((table) => [table, count(table)])),
    documents: tables.includes("document") ? hashOf(database) : null,
  };
}

function hashOf(database: Database.Database): string {
  const hash = createHash("sha256");
  const write = createRowWriter();
  for (const row of database.prepare("SELECT * FROM document ORDER BY rowid").iterate()) {
    hash.update(write(row as Readonly<Record<string, unknown>>));
  }
  return hash.digest("hex");
}

/** The first difference, as part of a sentence; `null` where there is none. */
export function digestDifference(one: Digest, other: Digest): string | null {
  const names = new Set([...Object.keys(one.rows), ...Object.keys(other.rows)]);
  const table = [...names].find((name) => one.rows[name] !== other.rows[name]);
  if (table !== undefined) {
    return `${table} has ${other.rows[table] ?? 0} rows and not ${one.rows[table] ?? 0}`;
  }
  return one.documents === other.documents ? null : "the published documents differ";
}
