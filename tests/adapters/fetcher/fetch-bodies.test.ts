import { describe, expect, it } from "vitest";
import { ENCODINGS, encode, encodeRawDeflate } from "../../support/encodings.ts";
import {
  bombReply,
  chainedEncodings,
  hugeBody,
  redirect,
  shortBody,
  truncatedEncoding,
  unfinishedChunks,
} from "../../support/source-faults.ts";
import { errorOf, fetchedOf, testFetcher, testServer, textOf } from "./test-fetcher.ts";

const FEED = `<rss>${"<item>Straße</item>".repeat(2_000)}</rss>`;
const LIMITS = { bodyBytes: 100_000, timeoutMs: 5_000, redirects: 5 };

describe("a body", () => {
  it.each(ENCODINGS)("in %s is decoded", async (encoding) => {
    const server = await testServer();
    server.set("/feed.xml", { body: FEED, encoding });
    expect(textOf(await testFetcher().ask({ url: `${server.url}/feed.xml` }))).toBe(FEED);
  });

  it.each([
    ["deflate without its wrapper", "deflate", encodeRawDeflate(Buffer.from(FEED))],
    ["x-gzip", "X-GZip", encode(Buffer.from(FEED), "gzip")],
    ["identity", "identity", Buffer.from(FEED)],
    ["gzip in two members", "gzip", twice("gzip")],
    ["zstd in two frames", "zstd", twice("zstd")],
  ])("in %s is decoded", async (_what, coding, body) => {
    const server = await testServer();
    server.set("/feed.xml", { headers: { "Content-Encoding": coding }, body });
    expect(textOf(await testFetcher().ask({ url: `${server.url}/feed.xml` }))).toBe(FEED);
  });

  it.each([
    ["in a chain of encodings", chainedEncodings(FEED)],
    ["in an unknown encoding", { headers: { "Content-Encoding": "rot13" }, body: FEED }],
    [
      "that is not in the encoding it names",
      { headers: { "Content-Encoding": "gzip" }, body: FEED },
    ],
    ["that is not brotli", { headers: { "Content-Encoding": "br" }, body: FEED }],
    ["that is not zstd", { headers: { "Content-Encoding": "zstd" }, body: FEED }],
    ["of zstd with a window larger than HTTP allows", hugeWindow()],
    ["of a thousand empty zstd frames", emptyFrames(2_000)],
  ])("%s is refused", async (_what, reply) => {
    const server = await testServer();
    server.set("/feed.xml", reply);
    const error = errorOf(await testFetcher().ask({ url: `${server.url}/feed.xml` }));
    expect(error).toMatchObject({ kind: "bad-encoding", message: expect.stringMatching(/\w/) });
  });

  it.each(ENCODINGS)("whose %s ends early is truncated", async (encoding) => {
    const server = await testServer();
    server.set("/feed.xml", truncatedEncoding(FEED, encoding));
    const error = errorOf(await testFetcher().ask({ url: `${server.url}/feed.xml` }));
    expect(error.kind).toBe("truncated");
  });

  it.each([
    ["shorter than its Content-Length", shortBody(FEED)],
    ["without its last chunk", unfinishedChunks(FEED)],
  ])("%s is truncated", async (_what, reply) => {
    const server = await testServer();
    server.set("/feed.xml", reply);
    const error = errorOf(await testFetcher().ask({ url: `${server.url}/feed.xml` }));
    expect(error.kind).toBe("truncated");
  });
});

describe("a body over the limit", () => {
  it.each(ENCODINGS)("is refused when %s hides it, without taking its size", async (encoding) => {
    const server = await testServer();
    server.set("/feed.xml", bombReply(50_000_000, encoding));
    const before = process.memoryUsage().rss;
    const error = errorOf(
      await testFetcher({ limits: LIMITS }).ask({ url: `${server.url}/feed.xml` }),
    );
    expect(error).toEqual({ kind: "too-large", limitBytes: 100_000 });
    expect(process.memoryUsage().rss - before).toBeLessThan(30_000_000);
  });

  it("is refused while it comes in, and its connection ends", async () => {
    const server = await testServer();
    const sent = { bytes: 0 };
    server.set("/feed.xml", {
      play: (request, response) => {
        hugeBody(50_000_000).play?.(request, response);
        response.once("close", () => {
          sent.bytes = request.socket.bytesWritten;
        });
      },
    });
    const error = errorOf(
      await testFetcher({ limits: LIMITS }).ask({ url: `${server.url}/feed.xml` }),
    );
    expect(error).toEqual({ kind: "too-large", limitBytes: 100_000 });
    await expect.poll(() => sent.bytes).toBeGreaterThan(0);
    expect(sent.bytes).toBeLessThan(10_000_000);
  });

  it("is refused by its Content-Length, before any of it came", async () => {
    const server = await testServer();
    server.set("/feed.xml", {
      play: (_request, response) => {
        response.writeHead(200, { "Content-Length": 100_001 }).flushHeaders();
      },
    });
    const { ask } = testFetcher({ limits: LIMITS });
    const error = errorOf(await ask({ url: `${server.url}/feed.xml` }));
    expect(error).toEqual({ kind: "too-large", limitBytes: 100_000 });
  });

  it("is refused when it decodes to nothing", async () => {
    const server = await testServer();
    const empty = encode(new Uint8Array(), "gzip");
    const body = Buffer.concat(Array.from({ length: 10_000 }, () => empty));
    server.set("/feed.xml", {
      play: (_request, response) => {
        response.writeHead(200, { "Content-Encoding": "gzip" });
        response.write(body); // no Content-Length that would give it away
        response.end();
      },
    });
    const error = errorOf(
      await testFetcher({ limits: LIMITS }).ask({ url: `${server.url}/feed.xml` }),
    );
    expect(error).toEqual({ kind: "too-large", limitBytes: 100_000 });
  });

  it("is taken when it is exactly the limit", async () => {
    const server = await testServer();
    server.set("/feed.xml", { body: "x".repeat(100_000), encoding: "br" });
    const text = textOf(
      await testFetcher({ limits: LIMITS }).ask({ url: `${server.url}/feed.xml` }),
    );
    expect(text).toHaveLength(100_000);
  });
});

it("brings bytes in memory of their own, which can be handed to a worker", async () => {
  const server = await testServer();
  server.set("/feed.xml", { body: "short" });
  const fetched = fetchedOf(await testFetcher().ask({ url: `${server.url}/feed.xml` }));
  expect(fetched).toMatchObject({ bytes: { buffer: { byteLength: 5 } } });
});

it("uses its connections again, also after an error or a redirect", async () => {
  const server = await testServer();
  server.set("/missing", { status: 404, body: "no" });
  server.set("/moved", redirect("/feed.xml"));
  server.set("/feed.xml", { body: FEED });
  const { ask } = testFetcher({ perHost: 2 });
  for (let round = 0; round < 4; round += 1) {
    for (const path of ["/missing", "/moved", "/feed.xml"]) await ask({ url: server.url + path });
  }
  expect(server.requests()).toHaveLength(16);
  expect(server.connections()).toBeLessThanOrEqual(2);
});

function twice(encoding: "gzip" | "zstd"): Buffer {
  const middle = FEED.length / 2;
  return Buffer.concat(
    [FEED.slice(0, middle), FEED.slice(middle)].map((part) => encode(Buffer.from(part), encoding)),
  );
}

/** A frame header that asks for a window of 128 MB (RFC 8878 §3.1.1.1.2: exponent 17, no dictionary). */
function hugeWindow() {
  const frame = Buffer.from([0x28, 0xb5, 0x2f, 0xfd, 0x00, 0x88, 0x01, 0x00, 0x00]);
  return { headers: { "Content-Encoding": "zstd" }, body: frame };
}

function emptyFrames(count: number) {
  const frame = encode(new Uint8Array(), "zstd");
  const body = Buffer.concat(Array.from({ length: count }, () => frame));
  return { headers: { "Content-Encoding": "zstd" }, body };
}
