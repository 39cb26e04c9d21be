import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { createServer } from "node:tls";
import { describe, expect, it, onTestFinished } from "vitest";
import { fetchErrorOf } from "../../../src/adapters/fetcher/fetch-error.ts";
import { errorOf, testFetcher, testServer } from "./test-fetcher.ts";

const CONTEXT = { phase: "headers", expired: null, connectTimeoutMs: 5_000, bodyBytes: 9 } as const;

describe("what goes wrong with TLS", () => {
  it("because the server speaks plain HTTP is a tls error", async () => {
    const server = await testServer();
    const error = errorOf(await testFetcher().ask({ url: `https://127.0.0.1:${server.port}/` }));
    expect(error).toMatchObject({ kind: "tls", message: expect.stringContaining("SSL") });
  });

  it("because the server has no certificate is a tls error", async () => {
    const server = createServer({}).on("tlsClientError", () => undefined);
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
    onTestFinished(() => void server.close());
    const { port } = server.address() as AddressInfo;
    const error = errorOf(await testFetcher().ask({ url: `https://127.0.0.1:${port}/` }));
    expect(error.kind).toBe("tls");
  });

  it.each([
    "CERT_HAS_EXPIRED",
    "DEPTH_ZERO_SELF_SIGNED_CERT",
    "SELF_SIGNED_CERT_IN_CHAIN",
    "UNABLE_TO_VERIFY_LEAF_SIGNATURE",
    "ERR_TLS_CERT_ALTNAME_INVALID",
    "EPROTO",
  ])("as %s is a tls error", (code) => {
    const error = fetchErrorOf(Object.assign(new Error("why"), { code }), CONTEXT);
    expect(error).toEqual({ kind: "tls", message: `why (${code})` });
  });
});

it("names every cause when all addresses of a host failed", () => {
  const failed = Object.assign(new AggregateError([new Error("one"), new Error("two")]), {
    code: "ECONNREFUSED",
  });
  expect(fetchErrorOf(failed, CONTEXT)).toEqual({
    kind: "network",
    message: "one; two (ECONNREFUSED)",
  });
});

it("calls a connection that ends in the body truncated, and before it a network error", () => {
  const closed = Object.assign(new Error("other side closed"), { code: "UND_ERR_SOCKET" });
  expect(fetchErrorOf(closed, { ...CONTEXT, phase: "body" }).kind).toBe("truncated");
  expect(fetchErrorOf(closed, CONTEXT).kind).toBe("network");
});

it("throws a mistake of ours on", () => {
  const bug = new TypeError("undefined is not a function");
  expect(() => fetchErrorOf(bug, CONTEXT)).toThrow(bug);
});
