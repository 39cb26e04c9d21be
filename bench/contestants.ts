import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type MeasuredRun, measureCommand } from "./measure/measure-command.ts";

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
};

const launcher = fileURLToPath(new URL("../bin/offprint.js", import.meta.url));
const twin = fileURLToPath(new URL("./twin.ts", import.meta.url));

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
      writeFileSync(config, JSON.stringify(settingsOf(desk, urls)));
      const scope = only === undefined ? ["--all"] : ["--all", "--source", idOf(only)];
      const run = await measureCommand([
        launcher,
        "ingest",
        ...scope,
        "--json",
        "--config",
        config,
      ]);
      return { ...run, told: toldByOffprint(run.stdout) };
    },
  };
}

/** All sources are on one host, which is not what perHost is meant for: it would measure waiting. */
function settingsOf(desk: string, urls: readonly string[]): object {
  return {
    site: { title: "Bench", url: "http://bench.test", language: "en" },
    database: `${desk}.db`,
    ingest: { concurrency: 16, perHost: 16, allowNetworks: ["127.0.0.0/8"] },
    sources: urls.map((url) => ({ id: idOf(url), url, fullText: "never" })),
  };
}

/** A source keeps its id from pass to pass. */
const idOf = (url: string): string => `s${new URL(url).pathname.split("/")[1]}`;

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
      const run = await measureCommand([twin, mode, list, join(folder, `${desk}.db`)]);
      return { ...run, told: { ...(JSON.parse(run.stdout) as Omit<Told, "failed">), failed: 0 } };
    },
  };
}
