import type { IngestStore } from "../../core/intake/ingest-store.ts";
import { ok } from "../../core/result.ts";
import type { DraftDocument } from "../../ingest/ports.ts";
import { type ReadingPool, transferOf } from "../reading/reading-pool.ts";
import { receiveListing } from "../reading/sent-listing.ts";

/** The largest feed needs a fraction of this; a document that takes longer is hostile. */
const TIMEOUT_MS = 20_000;

/** Reads and drafts in a worker that is killed when it takes too long. */
export function createDraftDocument(
  pool: Pick<ReadingPool, "run">,
  store: Pick<IngestStore, "repeatedBlocks" | "lastListing">,
): DraftDocument {
  return async ({ isWhole = false, ...document }) => {
    const { id, kind } = document.source;
    const { active } = await store.repeatedBlocks(id);
    const last = isWhole || kind === "folder" ? null : await store.lastListing(id);
    const job = { ...document, repeated: active, last };
    // A document that is read by its listing may have to be read as a whole afterwards.
    const transfer = last === null ? transferOf(job.document) : [];
    const result = await pool.run(
      { kind: "drafts" as const, job },
      { timeoutMs: TIMEOUT_MS, transfer },
    );
    if (!result.ok) return result;
    if (!result.value.ok) return result.value;
    const { listing, ...drafted } = result.value.value;
    return ok({ ...drafted, listing: listing && receiveListing(listing, last) });
  };
}
