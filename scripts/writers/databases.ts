import { Client } from "pg";
import { postgres } from "../../src/adapters/store/engine/postgres/postgres.ts";
import { createIngestStore } from "../../src/adapters/store/intake/ingest-store.ts";
import { decideConfiguration } from "../../src/core/sources/configuring.ts";
import { aRemote, NOW } from "../../tests/support/builders.ts";
import { startServer } from "./own-server.ts";

/** The server that TEST_DATABASE_URL names, else one of our own. */
const server = process.env["TEST_DATABASE_URL"] ?? (await startServer());

/** Makes a database with these sources. @returns its address. */
export async function makeDatabase(name: string, sources: readonly string[]): Promise<string> {
  await onServer((client) => client.query(`CREATE DATABASE ${name} TEMPLATE template0`));
  const address = Object.assign(new URL(server), { pathname: `/${name}` }).href;
  const { db, close } = await open(address);
  const remotes = sources.map((id) => aRemote({ id, url: `https://${id}.example/feed` }));
  const configured = { sources: remotes, now: NOW };
  await createIngestStore(db).configure((stored) => decideConfiguration(stored, configured), NOW);
  await close();
  return address;
}

export const dropDatabase = (address: string): Promise<void> =>
  onServer((client) =>
    client.query(`DROP DATABASE ${new URL(address).pathname.slice(1)} WITH (FORCE)`),
  );

export const countClusters = (address: string): Promise<number> =>
  countOn(address, "SELECT count(*)::int AS count FROM cluster WHERE lead_id IS NOT NULL");

/** As the server has counted them. */
export const countDeadlocks = (address: string): Promise<number> =>
  countOn(
    address,
    "SELECT deadlocks::int AS count FROM pg_stat_database WHERE datname = current_database()",
  );

async function countOn(address: string, query: string): Promise<number> {
  const client = new Client(address);
  await client.connect();
  const { rows } = await client.query<{ count: number }>(query);
  await client.end();
  return rows[0]?.count ?? 0;
}

async function open(address: string) {
  const opened = await postgres.at({ name: address, directName: null, isNotified: false }).open();
  if (!opened.ok) throw new Error(opened.error.message);
  return opened.value;
}

async function onServer(work: (client: Client) => Promise<unknown>): Promise<void> {
  const client = new Client(server);
  await client.connect();
  await work(client);
  await client.end();
}
