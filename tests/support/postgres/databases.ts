import { Client } from "pg";
import { inject, onTestFinished } from "vitest";
import { on } from "./on.ts";
import { serverAddress } from "./server.ts";

const PREFIX = "offprint_test";

/** Databases of this worker that no test uses: making one takes ten times as long as emptying it. */
const free: string[] = [];
let made = 0;

/** The address of an empty database: without tables, or with those of Offprint. It is another test's when this one is over. */
export async function emptyDatabase(): Promise<string> {
  const address = free.pop() ?? (await makeDatabase());
  onTestFinished(async () => {
    await empty(address);
    free.push(address);
  });
  return address;
}

/** The address of a new database, which is not used again. */
export async function makeDatabase(options = ""): Promise<string> {
  const server = await serverAddress();
  const { watched } = inject("postgres");
  made += 1;
  const name = `${PREFIX}_${watched}_${process.pid}_${made}`;
  await on(server, (client) =>
    client.query(`CREATE DATABASE ${name} TEMPLATE template0 ${options}`),
  );
  return withDatabase(server, name);
}

export function withDatabase(server: string, name: string): string {
  const url = new URL(server);
  url.pathname = `/${name}`;
  return url.href;
}

async function empty(address: string): Promise<void> {
  const cleaner = cleaners.get(address) ?? (await cleanerOf(address));
  if (cleaner.hasTables) cleaners.set(address, cleaner);
  await cleaner.client.query(cleaner.statements);
  if (!cleaner.hasTables) await cleaner.client.end();
}

/** Kept for the next test: a connection takes longer than emptying a database. */
const cleaners = new Map<string, Awaited<ReturnType<typeof cleanerOf>>>();

async function cleanerOf(address: string) {
  const client = new Client(address);
  client.on("error", () => {});
  await client.connect();
  const named = async (statement: string): Promise<readonly string[]> =>
    (await client.query<{ name: string }>(statement)).rows.map(({ name }) => name);
  const tables = await named(`SELECT quote_ident(tablename) AS name FROM pg_tables
    WHERE schemaname = 'public' AND tablename NOT LIKE 'kysely%'`);
  const sequences = await named(`SELECT quote_ident(sequencename) AS name FROM pg_sequences
    WHERE schemaname = 'public'`);
  const hasTables = tables.length > 0;
  const statements = [
    "BEGIN",
    "SET CONSTRAINTS ALL DEFERRED",
    ...tables.map((name) => `DELETE FROM ${name}`),
    ...sequences.map((name) => `ALTER SEQUENCE ${name} RESTART`),
    ...(hasTables ? ["INSERT INTO counter VALUES ('revision', 0), ('write', 0)"] : []),
    "COMMIT",
  ];
  return { client, hasTables, statements: statements.join(";") };
}

/** Drops the databases of a run of the tests from a server that outlives it. */
export async function dropDatabases(server: string, watched: number): Promise<void> {
  await on(server, async (client) => {
    const { rows } = await client.query<{ datname: string }>(
      "SELECT datname FROM pg_database WHERE starts_with(datname, $1)",
      [`${PREFIX}_${watched}_`],
    );
    for (const { datname } of rows) await client.query(`DROP DATABASE ${datname} WITH (FORCE)`);
  });
}
