import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { createServer } from "node:net";
import { describe, expect, it, onTestFinished } from "vitest";
import { drip, neverAnswers, redirect, slowHeaders } from "../../support/source-faults.ts";
import { errorOf, testFetcher, testServer, textOf } from "./test-fetcher.ts";

/** Within this, headers come from this machine even when it is busy. */
const HEARD_MS = 1_500;

const within = (timeoutMs: number) => ({ bodyBytes: 100_000, timeoutMs, redirects: 5 });

describe("a source that keeps us waiting", () => {
  it("for its headers is given up after the whole time", async () => {
    const server = await testServer();
    server.set("/feed.xml", neverAnswers());
    const { ask } = testFetcher({ limits: within(50) });
    const error = errorOf(await ask({ url: `${server.url}/feed.xml` }));
    expect(error).toEqual({ kind: "timeout", phase: "headers", timeoutMs: 50 });
  });

  it("for its body, byte by byte, is given up after the whole time", async () => {
    const server = await testServer();
    server.set("/feed.xml", drip(5));
    const { ask } = testFetcher({ limits: within(HEARD_MS) });
    const error = errorOf(await ask({ url: `${server.url}/feed.xml` }));
    expect(error).toEqual({ kind: "timeout", phase: "body", timeoutMs: HEARD_MS });
  });

  it("for its compressed body is given up after the whole time", async () => {
    const server = await testServer();
    server.set("/feed.xml", {
      play: (_request, response) => {
        response.writeHead(200, { "Content-Encoding": "gzip" });
        response.write(Buffer.from([0x1f, 0x8b, 0x08]));
      },
    });
    const { ask } = testFetcher({ limits: within(HEARD_MS) });
    const error = errorOf(await ask({ url: `${server.url}/feed.xml` }));
    expect(error).toEqual({ kind: "timeout", phase: "body", timeoutMs: HEARD_MS });
  });

  it("for the TLS handshake is given up after the time for connecting", async () => {
    const { ask } = testFetcher({ connectTimeoutMs: 50 });
    const error = errorOf(await ask({ url: `https://127.0.0.1:${await silentPort()}/` }));
    expect(error).toEqual({ kind: "timeout", phase: "connect", timeoutMs: 50 });
  });

  it("for its name is given up after the time for connecting", async () => {
    const { ask } = testFetcher({
      connectTimeoutMs: 50,
      resolveHost: () => new Promise(() => undefined),
    });
    const error = errorOf(await ask({ url: "http://slow.example/" }));
    expect(error).toEqual({ kind: "timeout", phase: "connect", timeoutMs: 50 });
  });

  it("at each hop has one time for all of them", async () => {
    const server = await testServer();
    for (const hop of [0, 1, 2]) {
      server.set(`/${hop}`, {
        play: (_request, response) => {
          setTimeout(
            () => response.writeHead(302, redirect(`/${hop + 1}`).headers).end(),
            HEARD_MS / 2,
          );
        },
      });
    }
    server.set("/3", { body: "there" });

    const slow = await testFetcher({ limits: within(HEARD_MS) }).ask({ url: `${server.url}/0` });
    const patient = await testFetcher({ limits: within(60_000) }).ask({ url: `${server.url}/0` });

    expect(errorOf(slow)).toMatchObject({ kind: "timeout" });
    expect(textOf(patient)).toBe("there");
  });

  it("does not keep the others waiting", async () => {
    const server = await testServer();
    server.set("/never", neverAnswers());
    server.set("/late", slowHeaders(5_000, "late"));
    server.set("/feed.xml", { body: "now" });
    const { ask } = testFetcher({ limits: within(2_000) });

    const ended: string[] = [];
    const note = (path: string) => ask({ url: server.url + path }).finally(() => ended.push(path));
    const [, , feed] = await Promise.all([note("/never"), note("/late"), note("/feed.xml")]);
    expect(textOf(feed)).toBe("now");
    expect(ended[0]).toBe("/feed.xml");
  });
});

describe("closing the fetcher", () => {
  it("ends what is in flight and what waits for its turn", async () => {
    const server = await testServer();
    server.set("/never", neverAnswers());
    const { fetcher, ask } = testFetcher({ concurrency: 1 });
    const results = [ask({ url: `${server.url}/never` }), ask({ url: `${server.url}/never` })];
    await expect.poll(() => server.requests().length).toBe(1);

    await fetcher.close();

    const kinds = (await Promise.all(results)).map((result) => errorOf(result).kind);
    expect(kinds).toEqual(["network", "network"]);
    expect(server.requests()).toHaveLength(1);
  });
});

/** Accepts connections and says nothing. */
async function silentPort(): Promise<number> {
  const server = createServer((socket) => {
    onTestFinished(() => void socket.destroy());
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => void server.close());
  return (server.address() as AddressInfo).port;
}
