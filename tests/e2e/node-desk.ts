import { postgres } from "../../src/adapters/store/engine/postgres/postgres.ts";
import { createPublishStore } from "../../src/adapters/store/publishing/publish-store.ts";
import { databaseNamed } from "../../src/core/settings/database-name.ts";
import { type Desk, layDesk } from "../support/desk.ts";
import { type Environment, type Service, spawnIngestRole } from "../support/offprint.ts";
import { on } from "../support/postgres/on.ts";
import { NODE_HEADER, type SourceFarm } from "./source-farm.ts";

/** Where several processes take in the sources of a farm. */
export type NodeDesk = {
  readonly address: string;
  /** Of one of the processes. */
  readonly environmentOf: (n: number) => Environment;
  readonly desks: readonly Desk[];
  /** Starts one of the processes, and waits for nothing. */
  readonly spawn: (n: number) => Omit<Service, "url">;
  /** What is stored: each item with its source, as often as it is there, and how many clusters. */
  readonly stored: () => Promise<{ readonly keys: readonly string[]; readonly clusters: number }>;
  readonly query: <Row>(text: string) => Promise<readonly Row[]>;
  /** Ends all processes. */
  readonly remove: () => Promise<void>;
};

export type NodeDeskOptions = {
  readonly farm: Pick<SourceFarm, "sources">;
  readonly address: string;
  readonly nodes: number;
  /** Of each process; it polls four times as many sources at once. */
  readonly concurrency?: number;
  /** Default: 2. The fetcher of a process takes all ports of a machine for one host. */
  readonly perHost?: number;
};

/** All processes have one configuration. The credential of each tells which one asked. Farms keep their answers back for long. */
export function layNodeDesk(options: NodeDeskOptions): NodeDesk {
  const { farm, address, nodes, concurrency = 1, perHost = 2 } = options;
  const environmentOf = (n: number): Environment => ({
    DATABASE_URL: address,
    OFFPRINT_NODE: `node-${n}`,
    FARM_NODE: `node-${n}`,
  });
  const auth = { header: { [NODE_HEADER]: "FARM_NODE" } };
  const sources = farm.sources.map((source) => ({ ...source, auth }));
  const ingest = { concurrency, perHost, limits: { timeoutSeconds: 240 } };
  const desks = Array.from({ length: nodes }, () => layDesk({ ingest, sources }));
  const started: Omit<Service, "url">[] = [];
  return {
    address,
    environmentOf,
    desks,
    spawn(n) {
      const args = ["--config", desks[n]?.config ?? ""];
      const node = spawnIngestRole(args, { environment: environmentOf(n) });
      started.push(node);
      return node;
    },
    stored: () => stored(address),
    query: <Row>(text: string) =>
      on(address, async (client) => (await client.query(text)).rows as Row[]),
    async remove() {
      await Promise.all(started.map(({ kill }) => kill()));
      for (const desk of desks) desk.remove();
    },
  };
}

async function stored(address: string): ReturnType<NodeDesk["stored"]> {
  const opened = await postgres.at(databaseNamed(address)).openReadOnly();
  if (!opened.ok) throw new Error(opened.error.message);
  try {
    const store = createPublishStore(opened.value.db);
    const clusters = await store.clusters({ after: null, limit: 100_000 });
    const keys = clusters.flatMap(({ members }) =>
      members.map(({ sourceId, guid }) => `${sourceId} ${guid}`),
    );
    return { keys: keys.toSorted(), clusters: clusters.length };
  } finally {
    await opened.value.close();
  }
}

/** How many requests one of the processes has made. */
export const shareOf = (farm: Pick<SourceFarm, "fetches">, n: number): number =>
  farm.fetches().filter(({ node }) => node === `node-${n}`).length;
