import { copyFileSync } from "node:fs";
import { join } from "node:path";
import { addressOfSource } from "../../scripts/scratch-store.ts";
import { writeDesk } from "../desk.ts";
import { startHelper } from "../measure/helper-process.ts";

/** Sources of the articles that are stored beforehand. */
export const GROWN_SOURCES: readonly string[] = Array.from({ length: 200 }, (_, n) => `g${n}`);

/** A desk with so many articles. */
export type GrownDesk = {
  readonly articles: number;
  readonly config: string;
  readonly port: number;
};

export type GrowOptions = {
  readonly folder: string;
  /** In ascending order. */
  readonly sizes: readonly number[];
  /** The source that is polled. */
  readonly url: string;
  readonly ports: readonly number[];
  readonly onStep: (what: string) => void;
};

/** One desk of each size: each begins as a copy of the one before. */
export async function growDesks(options: GrowOptions): Promise<readonly GrownDesk[]> {
  const { folder, sizes, url, ports, onStep } = options;
  const desks: GrownDesk[] = [];
  for (const [index, articles] of sizes.entries()) {
    const port = ports[index] ?? 0;
    const database = join(folder, `${articles}.db`);
    const former = sizes[index - 1] ?? 0;
    if (former > 0) copyFileSync(join(folder, `${former}.db`), database);
    onStep(`storing articles up to ${articles}`);
    const program = new URL("./fill-store.ts", import.meta.url);
    await startHelper(program, [database, String(former), String(articles)]).told;
    const config = join(folder, `${articles}.yaml`);
    const paused = GROWN_SOURCES.map((id) => ({ id, url: addressOfSource(id) }));
    writeDesk({ file: config, database: `${articles}.db`, urls: [url], port, paused });
    desks.push({ articles, config, port });
  }
  return desks;
}
