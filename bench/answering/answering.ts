import { type Figure, figureOf, type Values } from "../figure.ts";
import { cpuNanosOf } from "../measure/process-tree.ts";
import { inScratchFolder } from "../measure/scratch-folder.ts";
import type { ServerProcess } from "../measure/server-process.ts";
import type { Section, SectionOptions } from "../section.ts";
import { CONNECTIONS, type Load, type RequestKind, sendLoad } from "./request-load.ts";
import { FEED_PATH, type Servers, startServers } from "./servers.ts";

/** Requests of one round, of each server. */
const REQUESTS = { full: 6000, quick: 3000 } as const;
/** Answers with a body take longer. */
const FEWER_WITH_BODY = 5;
const WARMING = 2;

const KINDS: readonly { readonly kind: RequestKind; readonly title: string }[] = [
  { kind: "conditional", title: "304" },
  { kind: "gzip", title: "200 with gzip" },
  { kind: "identity", title: "200 as it is" },
];

/** `serve --role web` beside bare `node:http` and nginx, all of which send the same bytes of one feed. */
export const answering: Section = {
  title: "answering",
  run: (options) =>
    inScratchFolder(async (folder) => {
      options.onStep("preparing");
      const servers = await startServers(folder);
      try {
        return await measure(servers, options);
      } finally {
        await Promise.all(Object.values(servers).map((server) => server.stop()));
      }
    }),
};

async function measure(servers: Servers, options: SectionOptions): Promise<readonly Figure[]> {
  const asked = await Promise.all(
    Object.entries(servers).map(async ([name, server]) => {
      return { name, server, etag: await etagOf(server) };
    }),
  );
  const requests = REQUESTS[options.isQuick ? "quick" : "full"];
  const figures: Figure[] = [];
  for (const { kind, title } of KINDS) {
    options.onStep(title);
    const count = kind === "conditional" ? requests : requests / FEWER_WITH_BODY;
    const load = { kind, requests: count, rounds: options.rounds };
    figures.push(...figuresOfKind({ kind, title }, await costsOf(asked, load)));
  }
  return figures;
}

type Costs = ReadonlyMap<string, readonly RequestCost[]>;

function figuresOfKind({ kind, title }: (typeof KINDS)[number], costs: Costs): readonly Figure[] {
  const valuesOf = (measure: keyof RequestCost): Values => ({
    offprint: [], // the first of the columns
    ...Object.fromEntries(
      [...costs].map(([name, own]) => [name, own.map((cost) => cost[measure])]),
    ),
  });
  return [
    figureOf({ id: `${kind}-cpu`, title: `${title}, a request, CPU`, unit: "µs" }, valuesOf("cpu")),
    figureOf(
      {
        id: `${kind}-wall`,
        title: `${title}, a request of ${CONNECTIONS} at once, wall`,
        unit: "µs",
      },
      valuesOf("wall"),
    ),
  ];
}

type AskedServer = { readonly name: string; readonly server: ServerProcess; readonly etag: string };
type Asking = Pick<Load, "kind" | "requests"> & { readonly rounds: number };

async function costsOf(
  servers: readonly AskedServer[],
  { rounds, ...load }: Asking,
): Promise<Costs> {
  const costs = new Map(servers.map(({ name }) => [name, [] as RequestCost[]]));
  for (let round = 0; round < WARMING + rounds; round++) {
    for (const { name, server, etag } of inTurn(servers, round)) {
      const cost = await costOf(server, { ...load, etag });
      if (round >= WARMING) costs.get(name)?.push(cost);
    }
  }
  return costs;
}

/** What disturbs the first of each pair disturbs the other in the next round. */
const inTurn = <T>(all: readonly T[], round: number): readonly T[] =>
  round % 2 === 0 ? all : all.toReversed();

/** Microseconds a request: processor time of all processes of the server, and time until all were answered. */
type RequestCost = { readonly cpu: number; readonly wall: number };

async function costOf(
  { pid, port }: ServerProcess,
  asked: Pick<Load, "kind" | "requests" | "etag">,
): Promise<RequestCost> {
  const [cpu, startedAt] = [cpuNanosOf(pid), performance.now()];
  const answered = await sendLoad({ ...asked, port, path: FEED_PATH });
  const tookMs = performance.now() - startedAt;
  return { cpu: (cpuNanosOf(pid) - cpu) / answered / 1000, wall: (1000 * tookMs) / answered };
}

async function etagOf({ port }: ServerProcess): Promise<string> {
  const response = await fetch(`http://127.0.0.1:${port}${FEED_PATH}`, {
    headers: { "Accept-Encoding": "gzip" },
  });
  await response.arrayBuffer();
  return response.headers.get("etag") ?? "";
}
