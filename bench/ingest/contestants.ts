import { mkdirSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { LAUNCHER, sourceId, writeDesk } from "../desk.ts";
import { type MeasuredRun, measureCommand } from "../measure/measure-command.ts";

/** Offprint, the naive twin, and bare fetching and parsing. */
export const CONTESTANTS = ["offprint", "twin", "parse"] as const;
export type ContestantName = (typeof CONTESTANTS)[number];

/** What a pass said of itself. */
export type Told = { readonly new: number; readonly unchanged: number; readonly failed: number };

export type Pass = {
  /** Names the database: each desk has one. */
  readonly desk: string;
  /** Addresses of all sources of the desk. */
  readonly urls: readonly string[];
  /** Only this one of them is polled; default: all. */
  readonly only?: string;
};

export type Contestant = {
  /** Polls once; what was stored before stays. */
  readonly poll: (pass: Pass) => Promise<MeasuredRun & { readonly told: Told }>;
  /** Size of what a desk has stored, in bytes; 0 when it stores nothing. */
  readonly databaseBytes: (desk: string) => number;
};

export const TWIN = fileURLToPath(new URL("./twin.ts", import.meta.url));

/** Each works in a folder of its own below `folder`. */
export function contestantsIn(folder: string): Readonly<Record<ContestantName, Contestant>> {
  return {
    offprint: offprintIn(join(folder, "offprint")),
    twin: twinIn(join(folder, "twin"), "ingest"),
    parse: twinIn(join(folder, "parse"), "parse"),
  };
}

function offprintIn(folder: string): Contestant {
  mkdirSync(folder, { recursive: true });
  return {
    async poll({ desk, urls, only }) {
      const config = join(folder, `${desk}.yaml`);
      writeDesk({ file: config, database: `${desk}.db`, urls });
      const scope = only === undefined ? ["--all"] : ["--all", "--source", sourceId(only)];
      const ingest = ["ingest", ...scope, "--json", "--config", config];
      const run = await measureCommand([LAUNCHER, ...ingest]);
      return { ...run, told: toldByOffprint(run.stdout) };
    },
    databaseBytes: (desk) => sizeOf(join(folder, `${desk}.db`)),
  };
}

type ReportLine = {
  readonly outcome: string;
  readonly new: number;
  readonly merged: number;
  readonly failed: number;
};

/** Merged articles were new, but are the same text as another: the texts of the bench are to be distinct. */
function toldByOffprint(stdout: string): Told {
  const reports = stdout
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as ReportLine);
  const sum = (of: (report: ReportLine) => number): number =>
    reports.reduce((total, report) => total + of(report), 0);
  return {
    new: sum((report) => report.new - report.merged),
    unchanged: sum((report) => (report.outcome === "unchanged" ? 1 : 0)),
    failed: sum((report) => report.failed + (report.outcome === "failed" ? 1 : 0)),
  };
}

function twinIn(folder: string, mode: "ingest" | "parse"): Contestant {
  mkdirSync(folder, { recursive: true });
  return {
    async poll({ desk, urls, only }) {
      const list = join(folder, `${desk}.json`);
      writeFileSync(list, JSON.stringify(only === undefined ? urls : [only]));
      const run = await measureCommand([TWIN, mode, list, join(folder, `${desk}.db`)]);
      return { ...run, told: { ...(JSON.parse(run.stdout) as Omit<Told, "failed">), failed: 0 } };
    },
    databaseBytes: (desk) => sizeOf(join(folder, `${desk}.db`)),
  };
}

/** A database that was closed well has no write-ahead log. */
const sizeOf = (file: string): number => statSync(file, { throwIfNoEntry: false })?.size ?? 0;
