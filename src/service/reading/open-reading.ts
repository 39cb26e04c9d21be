import { createFetcher, type FetcherOptions } from "../../adapters/fetcher/fetch-document.ts";
import type { FetchDocument } from "../../core/sources/fetched.ts";
import { createReadingPool, type ReadingPool } from "./reading-pool.ts";

export type OpenReading = {
  readonly pool: ReadingPool;
  readonly fetchDocument: FetchDocument;
  readonly close: () => Promise<void>;
};

/** Opens what reads documents without storing them: a fetcher and `workers` threads. */
export function openReading(settings: Omit<FetcherOptions, "now">, workers: number): OpenReading {
  const fetcher = createFetcher({ ...settings, now: Date.now });
  const pool = createReadingPool(workers);
  return {
    pool,
    fetchDocument: fetcher.fetchDocument,
    async close() {
      await Promise.all([fetcher.close(), pool.close()]);
    },
  };
}
