import { setTimeout as sleep } from "node:timers/promises";
import { LAUNCHER, sourceId } from "../desk.ts";
import { type SourceFarm, startSourceFarm } from "../farm/source-farm.ts";
import { type Cost, measureCommand } from "../measure/measure-command.ts";
import { cpuNanosOf, pidsOf, pssOf } from "../measure/process-tree.ts";
import { inScratchFolder } from "../measure/scratch-folder.ts";
import { freePort, type ServerProcess } from "../measure/server-process.ts";
import { percentile } from "../measure/statistics.ts";
import type { Section } from "../section.ts";
import { serve } from "../service/running-desk.ts";
import { type GrownDesk, growDesks } from "./grown-desk.ts";
import { type GrowthRound, growthFigures } from "./growth-figures.ts";

const SIZES = { full: [10_000, 100_000, 1_000_000], quick: [1_000, 10_000] } as const;
const NEW_ITEMS = 50;
/**
 * A service reads its whole database once, to check it, and publishes what was never published, a million articles in a
 * quarter of an hour; each takes a core. What is measured at rest begins after that. It also compares stored articles
 * again, a few at a time, for hours: a twentieth of a core.
 */
const QUIET = { cpuShare: 0.2, lookMs: 2000, mostMs: 3_600_000 } as const;
/** Of pages that are made of the database when they are asked for. */
const ASKED = 30;

/** How cost grows with the number of articles: the same work on desks that differ in nothing else. */
export const growth: Section = {
  title: "growth",
  run: ({ isQuick, rounds: wanted, onStep }) =>
    inScratchFolder(async (folder) => {
      const sizes = SIZES[isQuick ? "quick" : "full"];
      const farm = await startSourceFarm({
        firstSource: 0,
        sources: 1,
        items: NEW_ITEMS,
        startAt: Date.now() - 30 * 24 * 3_600_000,
      });
      const [url = ""] = farm.urls;
      const ports = await Promise.all(sizes.map(freePort));
      const desks = await growDesks({ folder, sizes, url, ports, onStep });
      for (const desk of desks) await publishFirst(desk);
      const rounds: GrowthRound[][] = [];
      for (let round = 1; round <= wanted; round++) {
        onStep(`round ${round}`);
        farm.show({ oldest: round * NEW_ITEMS, movedByMs: 0 });
        const seen: GrowthRound[] = [];
        for (const desk of desks) seen.push(await measure(desk, farm));
        rounds.push(seen);
      }
      await farm.close();
      return growthFigures(rounds);
    }),
};

/** Not measured. */
async function publishFirst({ config, port }: GrownDesk): Promise<void> {
  const service = await serve(config, port);
  await untilQuiet(service.pid);
  await service.stop();
}

async function measure(
  { articles, config, port }: GrownDesk,
  farm: SourceFarm,
): Promise<GrowthRound> {
  const [url = ""] = farm.urls;
  const costOf = async (...args: readonly string[]): Promise<Cost> =>
    (await measureCommand([LAUNCHER, ...args, "--config", config])).cost;
  const pass = ["ingest", "--source", sourceId(url)];
  const command = await costOf("articles", "--limit", "1");
  const changed = await costOf(...pass);
  const unchanged = await costOf(...pass);
  const service = await serve(config, port);
  try {
    await untilQuiet(service.pid);
    return {
      articles,
      commandCpuMs: command.cpuMs,
      passWallMs: unchanged.wallMs,
      newItemCpuMs: (changed.cpuMs - unchanged.cpuMs) / NEW_ITEMS,
      peakBytes: changed.peakRssBytes,
      firstAnswerMs: service.firstAnswerMs,
      restBytes: pidsOf(service.pid).reduce((sum, pid) => sum + pssOf(pid), 0),
      pageMs: await pageMs(service),
    };
  } finally {
    await service.stop();
  }
}

/** Waits until a service has nothing to do. Throws when it does not rest for an hour. */
async function untilQuiet(pid: number): Promise<void> {
  const until = performance.now() + QUIET.mostMs;
  for (let before = cpuNanosOf(pid); ; ) {
    await sleep(QUIET.lookMs);
    const now = cpuNanosOf(pid);
    if ((now - before) / 1e6 < QUIET.cpuShare * QUIET.lookMs) return;
    if (performance.now() > until) throw new Error("the service does not come to rest");
    before = now;
  }
}

/** The median time of the page of a feed. */
async function pageMs({ port }: ServerProcess): Promise<number> {
  const times: number[] = [];
  for (let n = 0; n < ASKED; n++) {
    const startedAt = performance.now();
    await (await fetch(`http://127.0.0.1:${port}/feeds/all`)).arrayBuffer();
    times.push(performance.now() - startedAt);
  }
  return percentile(times, 50);
}
