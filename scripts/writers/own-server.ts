import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { until } from "../../tests/support/until.ts";

/**
 * A PostgreSQL server that ends with this process: the one that the tests bring, or the programs in POSTGRES_BIN. It does not wait for
 * its disk.
 *
 * @returns its address, without a database.
 */
export async function startServer(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), "offprint-postgres-"));
  const script = fileURLToPath(
    new URL("../../tests/support/postgres/run-server.ts", import.meta.url),
  );
  const options = { detached: true, stdio: "ignore" } as const;
  spawn(process.execPath, [script, folder, String(process.pid)], options).unref();
  const file = join(folder, "address");
  return until("PostgreSQL starts", () => existsSync(file) && readFileSync(file, "utf8"));
}
