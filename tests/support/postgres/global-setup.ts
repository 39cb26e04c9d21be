import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { dropDatabases } from "./databases.ts";
import { endServer } from "./server.ts";

declare module "vitest" {
  export interface ProvidedContext {
    /** Where the first test that needs a PostgreSQL server starts it, and the process with which it ends. */
    readonly postgres: { readonly folder: string; readonly watched: number };
  }
}

/** Ends the server that tests started (server.ts), or leaves an external one as it was. */
export function setup(project: TestProject): () => Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "offprint-postgres-"));
  project.provide("postgres", { folder, watched: process.pid });
  return async () => {
    const external = process.env["TEST_DATABASE_URL"];
    if (external !== undefined) await dropDatabases(external, process.pid);
    await endServer(folder);
    rmSync(folder, { recursive: true, force: true });
  };
}
