import { type Io, refuse, refuseConfig } from "../service/io.ts";
import { type CommonOptions, load } from "../service/load.ts";
import { openReading } from "../service/reading/open-reading.ts";
import { inspect } from "./inspect.ts";
import type { InspectOptions } from "./inspect-answer.ts";
import { createFeedInspector } from "./inspect-feed.ts";
import { createArticleInspector } from "./inspect-in-worker.ts";
import { write } from "./write.ts";

export type RunInspectOptions = CommonOptions &
  Pick<InspectOptions, "inputs" | "filesFrom" | "as" | "baseUrl" | "contentType" | "json">;

/** One for each of two cores. */
const WORKERS = 2;

/** Settings without a configuration: the contract's limits, and only public addresses. */
const UNCONFIGURED = {
  userAgent: "Offprint/1.0",
  allowNetworks: [],
  concurrency: 4,
  perHost: 2,
  limits: { bodyBytes: 10_485_760, items: 1000, timeoutMs: 30_000, redirects: 5 },
};

/** Wires `inspect` with the fetcher and the readers. Gives the exit code. */
export async function runInspect(options: RunInspectOptions, io: Io): Promise<number> {
  const loaded = load(options, io);
  // Inspecting needs no configuration, but one that was named must be valid.
  if (!loaded.ok && options.config !== undefined) return refuseConfig(loaded, io);
  const settings = loaded.ok ? loaded.value.ingest : UNCONFIGURED;
  const { limits } = settings;
  const { pool, fetchDocument, close } = openReading(settings, WORKERS);
  try {
    return await inspect(
      { ...options, bodyBytes: limits.bodyBytes, timeoutMs: 5_000, lookAhead: 4 * WORKERS },
      {
        write: (text) => write(io.stdout, text),
        stdin: io.stdin,
        complain: (message) => void refuse(message, io),
        fetchDocument,
        readers: {
          feed: createFeedInspector(pool, { items: limits.items }),
          page: createArticleInspector(pool, "page"),
          text: createArticleInspector(pool, "text"),
        },
      },
    );
  } finally {
    await close();
  }
}
