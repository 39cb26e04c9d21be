import { once } from "node:events";
import { readFileSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { createServer } from "node:tls";
import { expect, it, onTestFinished } from "vitest";
import {
  examineCertificate,
  judgeCertificate,
  type SeenCertificate,
} from "../../../src/service/doctor/examine-certificate.ts";
import { DAY, NOW } from "../../support/builders.ts";

it.each<[Partial<SeenCertificate>, string]>([
  [{}, "ok until 2026-05-18"],
  [{ end: NOW + 15 * DAY }, "ok until 2026-03-04"],
  [{ end: NOW + 13 * DAY }, "warn it ends on 2026-03-02: see why the proxy does not renew it"],
  [
    { end: NOW - DAY, problem: "CERT_HAS_EXPIRED" },
    "fail readers refuse it (CERT_HAS_EXPIRED): renew it at the proxy",
  ],
])("judges a certificate by its end and by what readers say: %j", (over, finding) => {
  const { state, message } = judgeCertificate({
    ...{ end: NOW + 90 * DAY, problem: null, now: NOW },
    ...over,
  });
  expect(`${state} ${message}`).toBe(finding);
});

it("looks at the certificate of a server, also at one that readers refuse", async () => {
  const file = new URL("../../fixtures/tls/self-signed.pem", import.meta.url);
  const pem = readFileSync(file);
  const server = createServer({ key: pem, cert: pem }).listen(0, "127.0.0.1");
  onTestFinished(() => void server.close());
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  for (const host of ["localhost", "127.0.0.1"]) {
    expect(await examineCertificate(new URL(`https://${host}:${port}`))).toEqual({
      check: "certificate",
      state: "fail",
      message: expect.stringContaining("DEPTH_ZERO_SELF_SIGNED_CERT"),
    });
  }
});

it("says that nobody answers", async () => {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, "close");
  expect(await examineCertificate(new URL(`https://127.0.0.1:${port}`))).toMatchObject({
    state: "warn",
    message: expect.stringContaining("ECONNREFUSED"),
  });
});
