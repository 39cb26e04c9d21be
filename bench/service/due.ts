import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { LAUNCHER, writeDesk } from "../desk.ts";
import { startSourceFarm } from "../farm/source-farm.ts";
import { figureOf } from "../figure.ts";
import { TWIN } from "../ingest/contestants.ts";
import { measureCommand } from "../measure/measure-command.ts";
import { inScratchFolder } from "../measure/scratch-folder.ts";
import { freePort } from "../measure/server-process.ts";
import type { Section } from "../section.ts";
import { serve, until } from "./running-desk.ts";

const SOURCES = { full: 5000, quick: 200 } as const;
const LIMIT_MS = 15 * 60_000;

/** As many sources as a large desk has, all due when the service starts: none was polled before. */
export const due: Section = {
  title: "all sources due at once",
  run: ({ isQuick, onStep }) =>
    inScratchFolder(async (folder) => {
      const sources = SOURCES[isQuick ? "quick" : "full"];
      const startAt = Date.now() - 24 * 3_600_000;
      const farm = await startSourceFarm({ firstSource: 0, sources, items: 1, startAt });
      const list = join(folder, "twin.json");
      writeFileSync(list, JSON.stringify(farm.urls));
      onStep(`${sources} sources, the twin`);
      const twin = await measureCommand([TWIN, "ingest", list, join(folder, "twin.db")]);
      onStep(`${sources} sources, offprint`);
      const seconds = await pollAll(folder, farm);
      await farm.close();
      const head = { id: "due", title: `${sources} sources of one item, until all were asked` };
      const values = { offprint: [seconds], twin: [twin.cost.wallMs / 1000] };
      return [figureOf({ ...head, unit: "s" }, values)];
    }),
};

type Farm = Awaited<ReturnType<typeof startSourceFarm>>;

/** @returns the seconds from the start of the service to the moment at which the last source was asked. */
async function pollAll(folder: string, { urls, asked }: Farm): Promise<number> {
  const config = join(folder, "due.yaml");
  const port = await freePort();
  const desk = { file: config, database: "due.db", port };
  // An empty database and a published feed: the service answers at once.
  writeDesk({ ...desk, urls: [] });
  await measureCommand([LAUNCHER, "ingest", "--config", config]);
  writeDesk({ ...desk, urls });
  let count = asked() && 0;
  const startedAt = performance.now();
  const service = await serve(config, port);
  await until(() => {
    count += asked();
    return count >= urls.length;
  }, LIMIT_MS);
  const seconds = (performance.now() - startedAt) / 1000;
  await service.stop();
  return seconds;
}
