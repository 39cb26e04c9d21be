import type { Log } from "../adapters/log.ts";
import { type Config, describeProblem } from "../config/config.ts";
import type { FirstConfig } from "./first-config.ts";

/** Logs, at the start, why the file itself could not be used. */
export function warnOfLastGood({ problems }: FirstConfig, log: Log): void {
  if (problems.length === 0) return;
  log.error(
    { problems: problems.map(describeProblem) },
    "the configuration is invalid: started with the last good one",
  );
}

/** Logs settings that are valid and may still be mistakes. */
export function warnOfConfig({ warnings }: Config, log: Log): void {
  if (warnings.length === 0) return;
  log.warn({ warnings: warnings.map(describeProblem) }, "the configuration may hold mistakes");
}
