import { isIP } from "node:net";
import { connect } from "node:tls";
import { type DoctorFinding, findingsOf } from "./doctor-finding.ts";

const certificate = findingsOf("certificate");

const LEAST_DAYS = 14;
const DAY_MS = 86_400_000;
const TIMEOUT_MS = 8_000;

/** Whether readers accept the certificate of an address, and for how long. */
export function examineCertificate(url: URL): Promise<DoctorFinding> {
  const { promise, resolve } = Promise.withResolvers<DoctorFinding>();
  const host = url.hostname.replace(/^\[|\]$/g, "");
  const name = isIP(host) === 0 ? { servername: host } : {};
  const options = { host, port: Number(url.port || 443), ...name };
  // An invalid one is looked at, too, and told.
  const socket = connect({ ...options, rejectUnauthorized: false }, () => {
    const end = Date.parse(socket.getPeerCertificate().valid_to);
    const problem = socket.authorized ? null : socket.authorizationError;
    resolve(judgeCertificate({ end, problem: problem && String(problem), now: Date.now() }));
    socket.destroy();
  });
  socket.setTimeout(TIMEOUT_MS, () => socket.destroy(new Error("no answer")));
  socket.once("error", (cause) =>
    resolve(certificate.warn(`it cannot be looked at (${cause.message})`)),
  );
  return promise;
}

export type SeenCertificate = {
  /** When it ends. */
  readonly end: number;
  /** Why readers refuse it; `null` when they do not. */
  readonly problem: string | null;
  readonly now: number;
};

export function judgeCertificate({ end, problem, now }: SeenCertificate): DoctorFinding {
  if (problem !== null) {
    return certificate.fail(`readers refuse it (${problem}): renew it at the proxy`);
  }
  const until = new Date(end).toISOString().slice(0, 10);
  return end - now < LEAST_DAYS * DAY_MS
    ? certificate.warn(`it ends on ${until}: see why the proxy does not renew it`)
    : certificate.ok(`until ${until}`);
}
