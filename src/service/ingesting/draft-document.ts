import type { IngestStore } from "../../core/intake/ingest-store.ts";
import type { DraftDocument } from "../../ingest/ports.ts";
import { type ReadingPool, transferOf } from "../reading/reading-pool.ts";

/** The largest feed needs a fraction of this; a document that takes longer is hostile. */
const TIMEOUT_MS = 20_000;

/** Reads and drafts in a worker that is killed when it takes too long. */
export function createDraftDocument(
  pool: Pick<ReadingPool, "run">,
  repeatedBlocks: IngestStore["repeatedBlocks"],
): DraftDocument {
  return async (document) => {
    const { active } = await repeatedBlocks(document.source.id);
    const job = { ...document, repeated: active };
    const transfer = transferOf(job.document);
    const result = await pool.run(
      { kind: "drafts" as const, job },
      { timeoutMs: TIMEOUT_MS, transfer },
    );
    return result.ok ? result.value : result;
  };
}
