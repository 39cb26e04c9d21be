import {
  DummyDriver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
} from "kysely";
import { expect, it } from "vitest";
import { POSTGRES_MIGRATIONS } from "../../../../../src/adapters/store/engine/postgres/postgres-migrations.ts";

/**
 * What a process of the version before does not notice (docs/decisions/0028-updates-one-by-one.md). A column that it does not know must
 * not be asked of it.
 */
const EXPANDING: readonly RegExp[] = [
  /^SET LOCAL \w+ = 0$/,
  /^CREATE (UNLOGGED )?TABLE \w+ /,
  /^CREATE (UNIQUE )?INDEX \w+ ON /,
  /^ALTER TABLE \w+ ADD COLUMN \w+ (?!.*NOT NULL(?!.* DEFAULT ))/,
  /^ALTER TABLE \w+ SET LOGGED$/,
  /^INSERT INTO /,
  /^UPDATE \w+ SET /,
];

/** The statements that a migration sends. */
async function statementsOf(name: string): Promise<readonly string[]> {
  const sent: string[] = [];
  const db = new Kysely<unknown>({
    dialect: {
      createAdapter: () => new PostgresAdapter(),
      createDriver: () => new DummyDriver(),
      createIntrospector: (kysely) => new PostgresIntrospector(kysely),
      createQueryCompiler: () => new PostgresQueryCompiler(),
    },
    log: ({ query }) => void sent.push(query.sql.replace(/\s+/g, " ").trim()),
  });
  await POSTGRES_MIGRATIONS[name]?.up(db);
  return sent;
}

const isExpanding = (statement: string): boolean => EXPANDING.some((form) => form.test(statement));

it.each(Object.keys(POSTGRES_MIGRATIONS))(
  "processes of the version before can go on when %s was applied",
  async (name) => {
    const sent = await statementsOf(name);
    expect(sent.length).toBeGreaterThan(0);
    expect(sent.filter((statement) => !isExpanding(statement))).toEqual([]);
  },
);

it.each([
  "ALTER TABLE source DROP COLUMN state",
  "ALTER TABLE source RENAME COLUMN state TO status",
  "ALTER TABLE source ADD COLUMN weight bigint NOT NULL",
  "DROP INDEX article_by_text",
  "DROP TABLE host",
  "DELETE FROM host",
])("they cannot after %s", (statement) => {
  expect(isExpanding(statement)).toBe(false);
});
