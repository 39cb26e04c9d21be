import { setTimeout as sleep } from "node:timers/promises";
import { isIngestFree } from "../adapters/store/ingest-lock.ts";
import { openDatabase } from "../adapters/store/open-database.ts";
import { createPassRequests } from "../adapters/store/pass-requests.ts";
import type { Config } from "../config/config.ts";
import type { PassRequest, PassRequests } from "../core/pass-requests.ts";
import type { SourceReport } from "../core/polling/source-report.ts";

export type PassToAsk = {
  readonly config: Config;
  readonly request: PassRequest;
  readonly onReport: (report: SourceReport) => void;
  /** Whether nobody waits for the answer any more. */
  readonly isStopped: () => boolean;
};

/**
 * `left`: who ingested is gone and had not begun it, so that it can be done here. `not-begun` and `begun`: what was
 * stopped. The message is a sentence.
 */
export type AskedPass = "done" | "left" | "not-begun" | "begun" | { readonly message: string };

const LOOK_MS = 200;
/** A service takes a request within a second, and a pass of another command ends; nobody there means that it is hung. */
const TAKEN_WITHIN_MS = 60_000;

/** Asks the process that ingests into the database for a pass, and hands on what it reports. */
export async function askForPass({ request, ...asking }: PassToAsk): Promise<AskedPass> {
  const opened = await openDatabase(asking.config.database, { isChecked: true });
  if (!opened.ok) return opened.error;
  const requests = createPassRequests<SourceReport>(opened.value.db);
  try {
    const id = await requests.ask(request, Date.now());
    return await follow(id, { requests, ...asking });
  } finally {
    await opened.value.close();
  }
}

type Following = Omit<PassToAsk, "request"> & { readonly requests: PassRequests<SourceReport> };

async function follow(id: number, following: Following): Promise<AskedPass> {
  const { requests, config, onReport } = following;
  let heardAt = Date.now();
  for (let seen = 0; isWaiting(heardAt, following); await sleep(LOOK_MS)) {
    // Before it is read: whoever was gone by then has answered all that it will.
    const isLeft = isIngestFree(config.database);
    const { lines, isFinished } = await requests.read(id, seen);
    for (const line of lines) onReport(line);
    seen += lines.length;
    if (isFinished) return "done";
    if (isLeft) return (await requests.withdraw(id)) ? "left" : CUT_OFF;
    if (lines.length > 0) heardAt = Date.now();
  }
  return giveUp(id, following);
}

const isWaiting = (heardAt: number, { config, isStopped }: Following): boolean =>
  !isStopped() && Date.now() - heardAt <= TAKEN_WITHIN_MS + config.ingest.limits.timeoutMs;

async function giveUp(id: number, { requests, isStopped }: Following): Promise<AskedPass> {
  const isTakenBack = await requests.withdraw(id);
  if (!isStopped()) return SILENT;
  return isTakenBack ? "not-begun" : "begun";
}

const CUT_OFF = {
  message: "the service ended during the pass: nothing is lost, it can be tried again",
};
const SILENT = { message: "the process that holds this database does not answer" };
