import type { Config } from "../../config/config.ts";
import { durationText } from "../../core/duration-text.ts";
import { publicAddress } from "../../core/urls/public-address.ts";
import { askOnce, type ServerAnswer } from "./ask-once.ts";
import { type DoctorFinding, findingsOf } from "./doctor-finding.ts";

const MOST_DRIFT_MS = 60_000;

const network = findingsOf("network");
const clock = findingsOf("clock");

/** Asks one source, and compares the clocks. */
export async function examineClockAndNetwork(config: Config): Promise<readonly DoctorFinding[]> {
  const source = firstOpen(config);
  if (source === null)
    return [network.ok("not tried: no source asks a server without credentials")];
  const asked = await askOnce(source.url, config.ingest.userAgent);
  const where = new URL(source.url).host;
  if (asked.kind === "failed") {
    return [
      network.fail(`${where} (source "${source.id}") does not answer (${asked.why}). ${WAY_OUT}`),
    ];
  }
  return [network.ok(`${where} answers (${asked.status})`), clockFinding(asked, where)];
}

const WAY_OUT = "If other sites answer, it is theirs; else check DNS and firewall of this machine";

const firstOpen = ({ sources, credentials }: Config) =>
  sources
    .filter((source) => source.kind === "remote")
    .find(
      ({ id, paused, url }) =>
        !paused && publicAddress(url) === url && !credentials.some(({ source }) => source === id),
    ) ?? null;

function clockFinding(
  { dateText, at }: Extract<ServerAnswer, { kind: "answered" }>,
  host: string,
): DoctorFinding {
  const theirs = dateText === null ? Number.NaN : Date.parse(dateText);
  if (Number.isNaN(theirs)) return clock.ok(`not compared: ${host} does not tell its time`);
  const drift = Math.abs(at - theirs);
  return drift <= MOST_DRIFT_MS
    ? clock.ok(`as that of ${host}`)
    : clock.fail(
        `${durationText(drift)} apart from that of ${host}: make sure that this machine asks a time server`,
      );
}
