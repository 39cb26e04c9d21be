import { describeProblem } from "../config/config.ts";
import { type DoctorFinding, findingsOf } from "../service/doctor/doctor-finding.ts";
import { examine } from "../service/doctor/examine.ts";
import type { Io } from "../service/io.ts";
import type { CommonOptions } from "../service/load.ts";
import { configurationHere } from "../service/sharing/command-configuration.ts";
import { write } from "./write.ts";

export type DoctorOptions = CommonOptions & { readonly json: boolean };

/**
 * Looks at configuration, database, disk, clock, network, permissions, proxy and certificate, and says what is wrong and
 * what to do. Changes nothing, takes ten seconds at most. Gives the exit code: 1 when anything fails.
 */
export async function doctor(options: DoctorOptions, io: Io): Promise<number> {
  const loaded = await configurationHere(options, io);
  const configuration = findingsOf("configuration");
  const findings = loaded.ok
    ? [
        configuration.ok(
          `${loaded.value.file}: ${loaded.value.sources.length} sources, ${loaded.value.feeds.length} feeds`,
        ),
        ...loaded.value.warnings.map((each) => configuration.warn(describeProblem(each))),
        ...(await examine(loaded.value)),
      ]
    : loaded.error.map((each) => configuration.fail(describeProblem(each)));
  await write(io.stdout, findings.map((each) => lineOf(each, options)).join(""));
  return findings.some(({ state }) => state === "fail") ? 1 : 0;
}

const lineOf = (finding: DoctorFinding, { json }: DoctorOptions): string =>
  json
    ? `${JSON.stringify(finding)}\n`
    : `${finding.state.padEnd(5)} ${finding.check}: ${finding.message}\n`;
