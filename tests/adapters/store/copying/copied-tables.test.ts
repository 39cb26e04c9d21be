import { type Kysely, sql } from "kysely";
import { describe, expect, it } from "vitest";
import {
  copiedTable,
  TABLES_TO_COPY,
} from "../../../../src/adapters/store/copying/copied-tables.ts";
import type { EngineName } from "../../../../src/adapters/store/engine/engines.ts";
import type { Tables } from "../../../../src/adapters/store/schema/tables.ts";
import { openPostgresDatabase } from "../open-postgres-store.ts";
import { openNew } from "../open-store.ts";

type Db = Kysely<Tables>;

/** What an engine says of its tables. */
type Catalogue = {
  readonly open: () => Promise<Db>;
  /** Primary keys, each as its table and its columns in their order: "veto article_a article_b". */
  readonly keys: (db: Db) => Promise<readonly string[]>;
  /** Pairs of a table and one that it refers to: "cluster article". */
  readonly references: (db: Db) => Promise<readonly string[]>;
};

const CATALOGUES: Readonly<Record<EngineName, Catalogue>> = {
  sqlite: {
    open: async () => (await openNew()).db,
    keys: (db) =>
      texts(
        sql`SELECT m.name || ' ' || group_concat(c.name, ' ' ORDER BY c.pk) AS text
        FROM sqlite_master AS m, pragma_table_info(m.name) AS c
        WHERE m.type = 'table' AND c.pk > 0 GROUP BY m.name`.execute(db),
      ),
    references: (db) =>
      texts(
        sql`SELECT DISTINCT m.name || ' ' || f."table" AS text
        FROM sqlite_master AS m, pragma_foreign_key_list(m.name) AS f`.execute(db),
      ),
  },
  postgres: {
    open: async () => (await openPostgresDatabase()).db,
    keys: (db) =>
      texts(
        sql`SELECT i.indrelid::regclass || ' ' || string_agg(a.attname, ' ' ORDER BY k.place) AS text
        FROM pg_index AS i, unnest(i.indkey) WITH ORDINALITY AS k (number, place), pg_attribute AS a
        WHERE i.indisprimary AND a.attrelid = i.indrelid AND a.attnum = k.number
        GROUP BY i.indrelid`.execute(db),
      ),
    references: (db) =>
      texts(
        sql`SELECT DISTINCT conrelid::regclass || ' ' || confrelid::regclass AS text
        FROM pg_constraint WHERE contype = 'f'`.execute(db),
      ),
  },
};

const texts = async (
  result: Promise<{ readonly rows: readonly unknown[] }>,
): Promise<readonly string[]> => (await result).rows.map((row) => (row as { text: string }).text);

/** Tables for its own work, which hold nothing of the desk. */
const OF_THE_ENGINE: Readonly<Record<EngineName, readonly string[]>> = {
  sqlite: [],
  postgres: ["recent_write"],
};

/** Its lines are longer than an index of PostgreSQL can hold: unique there by their hash. */
const WITHOUT_PRIMARY_KEY: Readonly<Record<EngineName, readonly string[]>> = {
  sqlite: [],
  postgres: ["kept_line"],
};

describe.each(Object.entries(CATALOGUES))("the tables of %s", (engine, catalogue) => {
  it("are all copied, but for the roles that processes have", async () => {
    const db = await catalogue.open();
    const names = (await db.introspection.getTables()).map(({ name }) => name);
    const others = ["lease", ...OF_THE_ENGINE[engine as EngineName]];
    expect(names.toSorted()).toEqual([...TABLES_TO_COPY, ...others].toSorted());
  });

  it("lose their leases", async () => {
    const tables = await (await catalogue.open()).introspection.getTables();
    const leases = tables.flatMap(({ name, columns }) =>
      columns
        .filter((column) => name !== "lease" && /^lease_(until|holder)$/.test(column.name))
        .map((column) => `${name}.${column.name}`),
    );
    const ended = TABLES_TO_COPY.flatMap((table) =>
      Object.keys(copiedTable(table).leaseEnd ?? {}).map((column) => `${table}.${column}`),
    );
    expect(leases.length).toBeGreaterThan(4);
    expect(ended.toSorted()).toEqual(leases.toSorted());
  });

  it("are ordered by their primary keys", async () => {
    const keys = await catalogue.keys(await catalogue.open());
    const expected = TABLES_TO_COPY.filter(
      (table) => !WITHOUT_PRIMARY_KEY[engine as EngineName].includes(table),
    ).map((table) => [table, ...copiedTable(table).key].join(" "));
    expect(keys).toEqual(expect.arrayContaining(expected));
  });

  it("come after those that they refer to", async () => {
    const references = await catalogue.references(await catalogue.open());
    expect(references.length).toBeGreaterThan(20);
    const early = references.filter((text) => {
      const [table, named] = text.split(" ").map((name) => TABLES_TO_COPY.indexOf(name as never));
      return table !== named && (table ?? 0) < (named ?? 0);
    });
    expect(early).toEqual([]);
    const themselves = references.flatMap((text) => {
      const [table, named] = text.split(" ");
      return table === named ? [table] : [];
    });
    const linked = TABLES_TO_COPY.filter((table) => copiedTable(table).link !== undefined);
    expect(linked).toEqual(themselves);
  });
});
