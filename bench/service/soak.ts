import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { LAUNCHER, writeDesk } from "../desk.ts";
import { type SourceFarm, startSourceFarm } from "../farm/source-farm.ts";
import { measureCommand } from "../measure/measure-command.ts";
import { pidsOf, pssOf } from "../measure/process-tree.ts";
import { inScratchFolder } from "../measure/scratch-folder.ts";
import { freePort, type ServerProcess } from "../measure/server-process.ts";
import type { Section } from "../section.ts";
import { liveHeapOf, tellingHeap } from "./live-heap.ts";
import { FEED_PATH, serve } from "./running-desk.ts";
import { type SoakSample, soakFigures } from "./soak-figures.ts";

const SOURCES = 20;
const ITEMS = 50;
/** A day of polls every 15 minutes. */
const CYCLES = { full: 96, quick: 40 } as const;
const NEW_ITEMS = 2;
/** Every third cycle, the publishers move all dates. */
const MOVES_EVERY = 3;
const READS = 100;
/** After a pass: feeds are published within a second. */
const SETTLE_MS = 1500;

/** Whether a service that takes in and answers all day grows. */
export const soak: Section = {
  title: "a day of polls",
  run: ({ isQuick, onStep }) =>
    inScratchFolder(async (folder) => {
      const startAt = Date.now() - 72 * 3_600_000;
      const farm = await startSourceFarm({
        firstSource: 0,
        sources: SOURCES,
        items: ITEMS,
        startAt,
      });
      const port = await freePort();
      const config = join(folder, "desk.yaml");
      writeDesk({ file: config, database: "desk.db", urls: farm.urls, port });
      await measureCommand([LAUNCHER, "ingest", "--all", "--config", config]);
      const service = await serve(config, port, tellingHeap(folder));
      const samples: SoakSample[] = [];
      try {
        for (let cycle = 1; cycle <= CYCLES[isQuick ? "quick" : "full"]; cycle += 1) {
          onStep(`cycle ${cycle}`);
          samples.push(await runCycle({ cycle, farm, service, config, folder }));
        }
      } finally {
        await service.stop();
        await farm.close();
      }
      return soakFigures(samples);
    }),
};

type Cycle = {
  /** From 1. */
  readonly cycle: number;
  readonly farm: SourceFarm;
  readonly service: ServerProcess;
  readonly config: string;
  /** Where the service tells what lives in its heaps. */
  readonly folder: string;
};

async function runCycle({ cycle, farm, service, config, folder }: Cycle): Promise<SoakSample> {
  const movedByMs = Math.floor(cycle / MOVES_EVERY) * 3_600_000;
  farm.show({ oldest: cycle * NEW_ITEMS, movedByMs });
  await measureCommand([LAUNCHER, "ingest", "--all", "--config", config]);
  const url = `http://127.0.0.1:${service.port}${FEED_PATH}`;
  for (let n = 0; n < READS; n += 1) await (await fetch(url)).arrayBuffer();
  await sleep(SETTLE_MS);
  const pids = pidsOf(service.pid);
  const [web = 0, ...others] = pids.map(pssOf);
  const allBytes = others.reduce((sum, bytes) => sum + bytes, web);
  return { webBytes: web, allBytes, liveBytes: await liveHeapOf(pids, folder) };
}
