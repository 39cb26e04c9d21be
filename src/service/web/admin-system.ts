import type { OpenDatabase } from "../../adapters/store/engine/engine.ts";
import { databaseBytes } from "../../adapters/store/engine/functions.ts";
import { createOrderJournal } from "../../adapters/store/queues/order-journal.ts";
import type { JournalEntry } from "../../core/orders/journal.ts";
import type { SystemReport } from "../../publish/pages/admin-system.ts";
import type { StatusReport } from "../../publish/pages/page-model.ts";
import { programVersion } from "../program-version.ts";

/** As many orders as a person looks through. */
const JOURNAL_LINES = 100;

export type AdminSystem = {
  readonly system: () => Promise<SystemReport>;
  readonly journalLine: (id: number) => Promise<JournalEntry | null>;
};

export function createAdminSystem(
  db: OpenDatabase["db"],
  status: () => Promise<StatusReport>,
): AdminSystem {
  const journal = createOrderJournal(db);
  return {
    async system() {
      const { bytes } = await db.selectNoFrom(databaseBytes.as("bytes")).executeTakeFirstOrThrow();
      return {
        version: programVersion(),
        databaseBytes: bytes,
        report: await status(),
        journal: await journal.latest(JOURNAL_LINES),
      };
    },
    journalLine: (id) => journal.line(id),
  };
}
