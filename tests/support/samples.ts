import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Service, startOffprint } from "./offprint.ts";
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

/** An entry of a JSON feed, as far as tests look at it. */
export type FeedEntry = {
  readonly id: string;
  readonly title: string;
  readonly url: string;
  readonly content_html: string;
  readonly date_published: string;
  readonly date_modified: string;
  readonly _offprint: { readonly page: string; readonly copies: readonly { source: string }[] };
};

/** The entries of a feed as it is served now; without a path, of the first feed. */
export async function entriesOf(url: string, path = "/feed.json"): Promise<readonly FeedEntry[]> {
  const response = await fetch(`${url}${path}`);
  if (!response.ok) throw new Error(`${path} answers ${response.status}`);
  return ((await response.json()) as { items: FeedEntry[] }).items;
}
