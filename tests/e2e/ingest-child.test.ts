import { existsSync, readFileSync } from "node:fs";
import { expect, it, onTestFinished, vi } from "vitest";
import type { Log } from "../../src/adapters/log.ts";
import { openDatabase } from "../../src/adapters/store/engine/sqlite/open-database.ts";
import { startIngestChild } from "../../src/service/ingest-child.ts";
import { valid, writeConfig } from "../config/configuration.ts";
import { until } from "../support/until.ts";

// Processes start here, on machines that do much else.
vi.setConfig({ testTimeout: 60_000 });

it("survives what it says to a child that was killed a moment ago", async () => {
  const config = valid(writeConfig("sources: []\n").load());
  // A child opens what its service has opened before.
  const opened = await openDatabase(config.database.name);
  if (opened.ok) await opened.value.close();
  const events: string[] = [];
  const note = (_fields: object, message: string): void => void events.push(message);
  const log: Log = { info: note, warn: note, error: note };
  const child = startIngestChild({
    node: "a",
    own: null,
    config,
    log,
    onFirstPass: () => events.push("first pass"),
    onRefused: (message) => events.push(message),
  });
  onTestFinished(() => child.close());
  await until("the child works", () => events.includes("first pass"));

  process.kill(pidIn(`${config.database.name}-ingest-lock-holder`), "SIGKILL");
  // Long enough for the child to be gone, and without a turn in which we could hear of it.
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 300);
  child.reconfigure(config);

  await until("it is started again", () => events.includes("the ingest process ended"));
  await until("it works again", () => child.problem() === null);
  expect(events.filter((event) => event === "first pass")).toHaveLength(1);
});

function pidIn(file: string): number {
  const pid = /^process (\d+) on /.exec(existsSync(file) ? readFileSync(file, "utf8") : "")?.[1];
  if (pid === undefined) throw new Error(`${file} names no process`);
  return Number(pid);
}
