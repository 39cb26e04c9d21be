import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { type AddressInfo, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { makeConfiguration } from "../../src/service/make-configuration.ts";
import { type Service, startOffprint } from "./offprint.ts";
import { entriesOf } from "./read-service.ts";
import { until } from "./until.ts";

/** The service as a newcomer starts it, on the samples. */
export type SampleService = Service & {
  readonly config: string;
  /** The site's public address, as the feeds carry it. */
  readonly siteUrl: string;
  readonly close: () => Promise<void>;
};

/** Starts it and waits until the samples are taken in and published. */
export async function startOnSamples(): Promise<SampleService> {
  const folder = mkdtempSync(join(tmpdir(), "offprint-samples-"));
  const config = join(folder, "offprint.yaml");
  const made = makeConfiguration(config, { isEmpty: false });
  if (!made.ok) throw new Error(made.error);
  const port = await freePort();
  const environment = { PORT: String(port) };
  const service = await startOffprint(["--config", config], { environment });
  const [, articles, copies] = await until("the samples are taken in", () =>
    /Took in (\d+) new articles, (\d+) of them copies/.exec(service.stdout()),
  );
  const count = Number(articles) - Number(copies);
  await until("they are published", async () => (await entriesOf(service.url)).length === count);
  return {
    ...service,
    config,
    siteUrl: `http://localhost:${port}`,
    close: async () => {
      await service.kill();
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** A port that is free now: for a public address, or a program, that must know its port before its start. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, "close");
  return port;
}
