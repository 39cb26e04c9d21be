import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

export const LAUNCHER = fileURLToPath(new URL("../bin/offprint.js", import.meta.url));

export type DeskOptions = {
  /** Of the configuration. */
  readonly file: string;
  /** Relative to the configuration. */
  readonly database: string;
  readonly urls: readonly string[];
  /** Where `serve` listens; absent for commands that do not. */
  readonly port?: number;
  /** Sources that are not polled. */
  readonly paused?: readonly { readonly id: string; readonly url: string }[];
};

/** All sources are on one host, which is not what perHost is meant for: it would measure waiting. */
export function writeDesk({ file, database, urls, port, paused = [] }: DeskOptions): void {
  const settings = {
    site: { title: "Bench", url: "http://bench.test", language: "en" },
    // A proxy names the client, so that requests count against the limit as those of readers do.
    ...(port === undefined
      ? {}
      : { server: { host: "127.0.0.1", port, trustProxy: 1, rateLimit: 1_000_000 } }),
    database,
    ingest: {
      tick: "* * * * * *",
      concurrency: 16,
      perHost: 16,
      allowNetworks: ["127.0.0.0/8"],
    },
    sources: [
      ...urls.map((url) => ({ id: sourceId(url), url, fullText: "never" })),
      ...paused.map((source) => ({ ...source, fullText: "never", paused: true })),
    ],
  };
  writeFileSync(file, JSON.stringify(settings));
}

/** The same for the same address, so that a source keeps its id from pass to pass. */
export const sourceId = (url: string): string => `s${new URL(url).pathname.split("/")[1]}`;
