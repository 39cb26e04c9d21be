import type { Config } from "../../config/config.ts";
import type { SourceDefinition } from "../../core/settings/definitions.ts";
import type { SourcePreview } from "../../core/sources/source-preview.ts";
import { NOTHING_LEARNT, preview } from "../ingesting/preview.ts";
import { openReading } from "./open-reading.ts";

/** Reads sources once in this process, and stores nothing. */
export type ReadOnce = (source: SourceDefinition) => Promise<SourcePreview>;

/** Opens what reads sources, for as long as `use` takes. Without a database nothing is known of their repeated lines. */
export async function readingOnce<T>(
  config: Config,
  use: (read: ReadOnce) => Promise<T>,
): Promise<T> {
  const { pool, fetchDocument, close } = openReading(
    { ...config.ingest, credentials: config.credentials },
    1,
  );
  const learnt = { repeatedBlocks: async () => NOTHING_LEARNT, onHold: async () => {} };
  try {
    return await use((source) => preview(source, { config, pool, fetchDocument, ...learnt }));
  } finally {
    await close();
  }
}
