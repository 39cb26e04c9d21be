import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Service, startOffprint } from "./offprint.ts";
import { entriesOf } from "./read-service.ts";
import { until } from "./until.ts";

/** The service as a newcomer starts it, on a copy of data/. */
export type SampleService = Service & {
  readonly config: string;
  readonly close: () => Promise<void>;
};

const DATA = fileURLToPath(new URL("../../data/", import.meta.url));

/** Starts it and waits until the samples are taken in and published. */
export async function startOnSamples(): Promise<SampleService> {
  const folder = mkdtempSync(join(tmpdir(), "offprint-samples-"));
  cpSync(DATA, folder, { recursive: true, filter: (path) => !/\.db(-\w+)*$/.test(path) });
  const config = join(folder, "offprint.yaml");
  const service = await startOffprint(["--config", config], { environment: { PORT: "0" } });
  const [, articles, copies] = await until("the samples are taken in", () =>
    /Took in (\d+) new articles, (\d+) of them copies/.exec(service.stdout()),
  );
  const count = Number(articles) - Number(copies);
  await until("they are published", async () => (await entriesOf(service.url)).length === count);
  return {
    ...service,
    config,
    close: async () => {
      await service.kill();
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
