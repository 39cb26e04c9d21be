import { Client } from "pg";

/** Runs queries on a connection of their own. Scripts use it as well as tests. */
export async function on<T>(address: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client(address);
  client.on("error", () => {});
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
