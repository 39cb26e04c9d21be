import type { Config } from "../../config/config.ts";
import { type DoctorCheck, type DoctorFinding, findingsOf } from "./doctor-finding.ts";
import { examineDatabase } from "./examine-database.ts";
import { examineDisk } from "./examine-disk.ts";
import { examineFolders } from "./examine-folders.ts";
import { examineClockAndNetwork } from "./examine-network.ts";
import { examineSite } from "./examine-site.ts";

/** All checks together take no longer. */
const MOST_MS = 10_000;

/** Looks at everything around a desk that may keep it from its work, changes nothing, and needs neither database nor service. */
export async function examine(config: Config): Promise<readonly DoctorFinding[]> {
  const checks: Readonly<Record<string, DoctorCheck>> = {
    database: () => examineDatabase(config),
    disk: () => examineDisk(config),
    permissions: () => examineFolders(config),
    network: () => examineClockAndNetwork(config),
    site: () => examineSite(config),
  };
  const found = await Promise.all(
    Object.entries(checks).map(([name, check]) => inTime(name, check)),
  );
  return [nodeFinding(), ...found.flat()];
}

/** A check that throws, or does not end, is a finding. */
async function inTime(name: string, check: DoctorCheck): Promise<readonly DoctorFinding[]> {
  const { fail } = findingsOf(name);
  const { promise: late, resolve } = Promise.withResolvers<readonly DoctorFinding[]>();
  const timer = setTimeout(
    () => resolve([fail(`it was not examined within ${MOST_MS / 1000} s`)]),
    MOST_MS,
  );
  const failed = (cause: unknown): readonly DoctorFinding[] => [
    fail(`it cannot be examined (${cause instanceof Error ? cause.message : String(cause)})`),
  ];
  return Promise.race([check().catch(failed), late]).finally(() => clearTimeout(timer));
}

const NEEDED_NODE = 24;

function nodeFinding(): DoctorFinding {
  const { ok, fail } = findingsOf("node");
  const version = process.versions.node;
  return Number.parseInt(version, 10) >= NEEDED_NODE
    ? ok(version)
    : fail(`${version} is too old: install Node ${NEEDED_NODE}, or run "npm ci", which brings one`);
}
