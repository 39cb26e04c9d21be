import type { Config } from "../../config/config.ts";
import { askOnce } from "./ask-once.ts";
import { type DoctorFinding, findingsOf } from "./doctor-finding.ts";
import { examineCertificate } from "./examine-certificate.ts";

const site = findingsOf("site");
const proxy = findingsOf("proxy");

/** Whether the service answers at its public address, and by what certificate. */
export async function examineSite(config: Config): Promise<readonly DoctorFinding[]> {
  const url = new URL(config.site.url);
  const isSecure = url.protocol === "https:";
  const [answer, ...rest] = await Promise.all([
    answerFinding(config),
    ...(isSecure ? [examineCertificate(url)] : []),
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
