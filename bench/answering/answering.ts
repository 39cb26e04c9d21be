import { type Figure, type FigureHead, figureOf, type Values } from "../figure.ts";
import { cpuNanosOf } from "../measure/process-tree.ts";
import { inScratchFolder } from "../measure/scratch-folder.ts";
import type { ServerProcess } from "../measure/server-process.ts";
import type { Section, SectionOptions } from "../section.ts";
import { type Load, type RequestKind, sendLoad } from "./request-load.ts";
import { FEED_PATH, type Servers, startServers } from "./servers.ts";

/** Requests of one round, of each server. */
const REQUESTS = { full: 6000, quick: 3000 } as const;
/** Answers with a body take longer. */
const FEWER_WITH_BODY = 5;
const WARMING = 2;

const HEADS: readonly (FigureHead & { readonly kind: RequestKind })[] = [
  { kind: "conditional", id: "conditional-cpu", title: "304, a request, CPU", unit: "µs" },
  { kind: "gzip", id: "gzip-cpu", title: "200 with gzip, a request, CPU", unit: "µs" },
  { kind: "identity", id: "identity-cpu", title: "200 as it is, a request, CPU", unit: "µs" },
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
  for (const { kind, ...head } of HEADS) {
    options.onStep(head.title);
    const count = kind === "conditional" ? requests : requests / FEWER_WITH_BODY;
    const load = { kind, requests: count, rounds: options.rounds };
    figures.push(figureOf(head, await costsOf(asked, load)));
  }
  return figures;
}

type AskedServer = { readonly name: string; readonly server: ServerProcess; readonly etag: string };
type Asking = Pick<Load, "kind" | "requests"> & { readonly rounds: number };

async function costsOf(
  servers: readonly AskedServer[],
  { rounds, ...load }: Asking,
): Promise<Values> {
  const values = new Map(servers.map(({ name }) => [name, [] as number[]]));
  for (let round = 0; round < WARMING + rounds; round++) {
    for (const { name, server, etag } of inTurn(servers, round)) {
      const cost = await costOf(server, { ...load, etag });
      if (round >= WARMING) values.get(name)?.push(cost);
    }
  }
  return { offprint: [], ...Object.fromEntries(values) };
}

/** What disturbs the first of each pair disturbs the other in the next round. */
const inTurn = <T>(all: readonly T[], round: number): readonly T[] =>
  round % 2 === 0 ? all : all.toReversed();

/** Microseconds of CPU a request, of all processes of the server. */
async function costOf(
  { pid, port }: ServerProcess,
  asked: Pick<Load, "kind" | "requests" | "etag">,
): Promise<number> {
  const before = cpuNanosOf(pid);
  const answered = await sendLoad({ ...asked, port, path: FEED_PATH });
  return (cpuNanosOf(pid) - before) / answered / 1000;
}

async function etagOf({ port }: ServerProcess): Promise<string> {
  const response = await fetch(`http://127.0.0.1:${port}${FEED_PATH}`, {
    headers: { "Accept-Encoding": "gzip" },
  });
  await response.arrayBuffer();
  return response.headers.get("etag") ?? "";
}
