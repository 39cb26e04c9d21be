import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { LAUNCHER, writeDesk } from "../desk.ts";
import { type SourceFarm, startSourceFarm } from "../farm/source-farm.ts";
import type { Figure } from "../figure.ts";
import { startHelper } from "../measure/helper-process.ts";
import { measureCommand } from "../measure/measure-command.ts";
import { pidsOf, pssOf } from "../measure/process-tree.ts";
import { inScratchFolder } from "../measure/scratch-folder.ts";
import { freePort, type ServerProcess } from "../measure/server-process.ts";
import { percentile } from "../measure/statistics.ts";
import type { Section } from "../section.ts";
import { FEED_PATH, serve, until } from "./running-desk.ts";
import { type ServiceRound, serviceFigures } from "./service-figures.ts";

/** New ones of the running service: they are polled at once. */
const NEW_SOURCES = 40;
const ITEMS = 50;
const PROBE_SECONDS = { full: 6, quick: 3 } as const;
/** After its start a service loads pages, checks the database and publishes. */
const SETTLE_MS = 5000;
const TAKING_IN_LIMIT_MS = 120_000;
const QUICK_ROUNDS = 1;

/** The service as an operator has it: at rest, and while much comes in. */
export const service: Section = {
  title: "the running service",
  async run({ isQuick, rounds: wanted, onStep }) {
    const seconds = PROBE_SECONDS[isQuick ? "quick" : "full"];
    const rounds: ServiceRound[] = [];
    for (let round = 1; round <= (isQuick ? QUICK_ROUNDS : wanted); round++) {
      onStep(`round ${round}`);
      rounds.push(await inScratchFolder((folder) => runRound(folder, seconds)));
    }
    return serviceFigures(rounds) satisfies readonly Figure[];
  },
};

async function runRound(folder: string, seconds: number): Promise<ServiceRound> {
  const startAt = Date.now() - 48 * 3_600_000;
  const sources = NEW_SOURCES + 1;
  const farm = await startSourceFarm({ firstSource: 0, sources, items: ITEMS, startAt });
  const desk = {
    file: join(folder, "desk.yaml"),
    database: "desk.db",
    port: await freePort(),
  };
  writeDesk({ ...desk, urls: farm.urls.slice(0, 1) });
  await measureCommand([LAUNCHER, "ingest", "--all", "--config", desk.file]);
  const nodeStartMs = await startOfNode();
  // Publishes what is there: the start that is measured is that of a service which was stopped.
  await (await serve(desk.file, desk.port)).stop();
  const service = await serve(desk.file, desk.port);
  try {
    await sleep(SETTLE_MS);
    const memory = await memoryOf(service);
    const idleMs = await probe(service, seconds);
    const takingIn = await takeIn({ service, farm, desk, folder, seconds });
    return { nodeStartMs, firstAnswerMs: service.firstAnswerMs, ...memory, idleMs, ...takingIn };
  } finally {
    await service.stop();
    await farm.close();
  }
}

const STARTS = 5;

async function startOfNode(): Promise<number> {
  const times: number[] = [];
  while (times.length < STARTS) times.push((await measureCommand(["-e", "0"])).cost.wallMs);
  return percentile(times, 50);
}

async function memoryOf(
  service: ServerProcess,
): Promise<Pick<ServiceRound, "webBytes" | "allBytes" | "nodeBytes">> {
  const [web = 0, ...others] = pidsOf(service.pid).map(pssOf);
  const allBytes = others.reduce((sum, bytes) => sum + bytes, web);
  return { webBytes: web, allBytes, nodeBytes: await bareNode() };
}

/** What a Node that does nothing needs, beside the service: both share the pages of the program. */
async function bareNode(): Promise<number> {
  const child = spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)"]);
  await sleep(500);
  const bytes = pssOf(child.pid ?? 0);
  child.kill();
  await once(child, "exit");
  return bytes;
}

const probe = async ({ port }: ServerProcess, seconds: number): Promise<readonly number[]> => {
  const url = `http://127.0.0.1:${port}${FEED_PATH}`;
  const program = new URL("./probe.ts", import.meta.url);
  return (await startHelper(program, [url, String(seconds)]).told) as readonly number[];
};

type TakingIn = {
  readonly service: ServerProcess;
  readonly farm: SourceFarm;
  readonly desk: Omit<Parameters<typeof writeDesk>[0], "urls">;
  readonly folder: string;
  readonly seconds: number;
};

/** The configuration names more sources; the service rereads it on SIGHUP, and polls them with its next tick. */
async function takeIn(parts: TakingIn): Promise<Pick<ServiceRound, "busyMs" | "holdsMs">> {
  const { service, farm, desk, folder, seconds } = parts;
  const database = join(folder, desk.database);
  const watch = startHelper(new URL("../measure/watch-writer.ts", import.meta.url), [database]);
  farm.asked();
  writeDesk({ ...desk, urls: farm.urls });
  service.signal("SIGHUP");
  await until(() => farm.asked() > 0, TAKING_IN_LIMIT_MS);
  const busyMs = await probe(service, seconds);
  watch.end();
  return { busyMs, holdsMs: (await watch.told) as readonly number[] };
}
