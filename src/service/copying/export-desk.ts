import { createHash } from "node:crypto";
import { TABLES_TO_COPY } from "../../adapters/store/copying/copied-tables.ts";
import {
  EXPORT_VERSION,
  type ExportEnd,
  type ExportHead,
  rowLine,
} from "../../adapters/store/copying/export-line.ts";
import { databaseAt } from "../../adapters/store/engine/engines.ts";
import { MIGRATION_NAMES } from "../../adapters/store/engine/migration-names.ts";
import { ok, type Result } from "../../core/result.ts";
import type { DatabaseName } from "../../core/settings/database-name.ts";
import { openForReading } from "../open-existing.ts";
import { endOf, onSnapshot, type Snapshot } from "./compare-desks.ts";
import { type CopyEnd, STOPPED } from "./copy-hearing.ts";

export type ExportHearing = {
  /** Takes a part of the file; the next comes when it is taken. */
  readonly write: (text: string) => Promise<void>;
  /** @param rows of the whole. */
  readonly onBegin: (rows: number) => void;
  readonly onRows: (rows: number) => void;
  readonly isStopped: () => boolean;
};

/** Writes a desk as JSON Lines, as it is at this moment, while others write. The error is a sentence. */
export async function exportDesk(
  name: DatabaseName,
  hearing: ExportHearing,
): Promise<Result<CopyEnd, string>> {
  const opened = await openForReading(name);
  if (!opened.ok) return opened;
  const desk = { database: databaseAt(name), opened: opened.value };
  try {
    return ok(
      await onSnapshot(desk, async (snapshot) => {
        const numbers = Object.fromEntries(await opened.value.numbering.last(snapshot.trx));
        return writeSnapshot(snapshot, numbers, hearing);
      }),
    );
  } catch (cause) {
    return endOf(cause);
  } finally {
    await opened.value.close();
  }
}

async function writeSnapshot(
  { read, rows: count }: Snapshot,
  numbers: ExportHead["numbers"],
  { write, onBegin, onRows, isStopped }: ExportHearing,
): Promise<CopyEnd> {
  const hash = createHash("sha256");
  const put = async (lines: readonly string[]): Promise<void> => {
    const text = lines.map((line) => `${line}\n`).join("");
    hash.update(text);
    await write(text);
  };
  const schema = MIGRATION_NAMES.at(-1) ?? "";
  const at = new Date().toISOString();
  const head: ExportHead = { offprint: "export", version: EXPORT_VERSION, schema, at, numbers };
  await put([JSON.stringify(head)]);
  onBegin(count);
  let rows = 0;
  for (const table of TABLES_TO_COPY) {
    for await (const some of read(table, null)) {
      if (isStopped()) throw STOPPED;
      await put(some.map((row) => rowLine(table, row)));
      rows += some.length;
      onRows(some.length);
    }
  }
  const end: ExportEnd = { end: true, rows, sha256: hash.digest("hex") };
  await write(`${JSON.stringify(end)}\n`);
  return { kind: "equal", rows };
}
