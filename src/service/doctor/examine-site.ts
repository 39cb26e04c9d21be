import { connect } from "node:tls";
import type { Config } from "../../config/config.ts";
import { askOnce } from "./ask-once.ts";
import { type DoctorFinding, findingsOf } from "./doctor-finding.ts";

const site = findingsOf("site");
const proxy = findingsOf("proxy");
const certificate = findingsOf("certificate");

/** Whether the service answers at its public address, and by what certificate. */
export async function examineSite(config: Config): Promise<readonly DoctorFinding[]> {
  const url = new URL(config.site.url);
  const isSecure = url.protocol === "https:";
  const [answer, ...rest] = await Promise.all([
    answerFinding(config),
    ...(isSecure ? [certificateFinding(url)] : []),
  ]);
  return [answer, proxyFinding(config, url), ...rest];
}

async function answerFinding({ site: { url }, ingest, server }: Config): Promise<DoctorFinding> {
  const asked = await askOnce(`${url}/healthz`, ingest.userAgent);
  if (asked.kind === "failed") {
    return site.warn(
      `${url} does not answer (${asked.why}). Start the service; if it runs, site.url must lead to ${server.host}:${server.port}, perhaps by a proxy`,
    );
  }
  if (asked.body.includes('"alive":true')) return site.ok(`${url} leads to a service`);
  const who = asked.server === null ? "" : ` by ${asked.server}`;
  return site.fail(
    `${url}/healthz is answered with ${asked.status}${who}, and not by Offprint: correct site.url, or let the proxy pass all paths on to ${server.host}:${server.port}`,
  );
}

const LOOPBACK = /^(?:localhost|127\.|\[?::1\]?$)/;

/** What cannot be right together: Offprint itself speaks no TLS, and answers at its own port alone. */
function proxyFinding({ server }: Config, url: URL): DoctorFinding {
  const port = Number(url.port || (url.protocol === "https:" ? 443 : 80));
  const isDirect = url.protocol === "http:" && port === server.port;
  if (!isDirect && server.trustProxy === 0 && !LOOPBACK.test(url.hostname)) {
    return proxy.warn(
      `site.url is not the address at which the service listens, so there is a proxy, and server.trustProxy is 0: all readers count as one. Set it to the number of proxies`,
    );
  }
  if (isDirect && server.trustProxy > 0) {
    return proxy.warn(
      `site.url is the address at which the service listens, and server.trustProxy is ${server.trustProxy}: readers could make up their addresses. Set it to 0, or site.url to the proxy's address`,
    );
  }
  return proxy.ok(server.trustProxy === 0 ? "none" : `${server.trustProxy} in front`);
}

const LEAST_DAYS = 14;
const DAY_MS = 86_400_000;
const TIMEOUT_MS = 8_000;

function certificateFinding(url: URL): Promise<DoctorFinding> {
  const { promise, resolve } = Promise.withResolvers<DoctorFinding>();
  const options = { host: url.hostname, port: Number(url.port || 443), servername: url.hostname };
  // An invalid one is looked at, too, and told.
  const socket = connect({ ...options, rejectUnauthorized: false }, () => {
    const { authorized, authorizationError } = socket;
    const end = Date.parse(socket.getPeerCertificate().valid_to);
    resolve(judge(end, authorized ? null : String(authorizationError)));
    socket.destroy();
  });
  socket.setTimeout(TIMEOUT_MS, () => socket.destroy(new Error("no answer")));
  socket.once("error", (cause) =>
    resolve(certificate.warn(`it cannot be looked at (${cause.message})`)),
  );
  return promise;
}

function judge(end: number, problem: string | null): DoctorFinding {
  const until = new Date(end).toISOString().slice(0, 10);
  if (problem !== null)
    return certificate.fail(`readers refuse it (${problem}): renew it at the proxy`);
  return end - Date.now() < LEAST_DAYS * DAY_MS
    ? certificate.warn(`it ends on ${until}: see why the proxy does not renew it`)
    : certificate.ok(`until ${until}`);
}
