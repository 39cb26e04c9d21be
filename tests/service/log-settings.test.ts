import { expect, it } from "vitest";
import type { Io } from "../../src/service/io.ts";
import { logSettings } from "../../src/service/log-settings.ts";
import { runHere } from "../support/run-here.ts";

const LEVELS = { terminal: "warn", elsewhere: "info" };
const settings = (environment: Io["environment"], isTTY: boolean) =>
  logSettings({ environment, stderr: { isTTY } as Io["stderr"] }, LEVELS);

it.each([
  [{}, true, { level: "warn", format: "text" }],
  [{}, false, { level: "info", format: "json" }],
  [{ LOG_FORMAT: "json", LOG_LEVEL: "debug" }, true, { level: "debug", format: "json" }],
  [{ LOG_FORMAT: "text" }, false, { level: "info", format: "text" }],
])("%j on a terminal (%s)", (environment, isTTY, value) => {
  expect(settings(environment, isTTY)).toEqual({ ok: true, value });
});

it.each([
  [{ LOG_LEVEL: "loud" }, "LOG_LEVEL is loud: expected one of trace, debug, info"],
  [{ LOG_FORMAT: "xml" }, "LOG_FORMAT is xml: expected text or json"],
])("%j stops a command with one line", async (environment, message) => {
  const run = await runHere(["ingest", "--config", "/dev/null"], { environment });
  expect(run.code).toBe(1);
  expect(run.stderr).toMatch(/^offprint: [^\n]+\n$/);
  expect(run.stderr).toContain(message);
});
