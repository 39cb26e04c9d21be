import { once } from "node:events";
import { connect, type Socket } from "node:net";
import { Agent } from "undici";
import { describe, expect, it, onTestFinished } from "vitest";
import { sendGet } from "../../../src/adapters/fetcher/send-get.ts";
import { errorOf, testFetcher, testServer, textOf } from "./test-fetcher.ts";

const FEED = { url: "/feed.xml" };

describe("a body that nobody wants", () => {
  it("is cut off when it is large", async () => {
    const server = await testServer();
    const closed = Promise.withResolvers<void>();
    server.set(FEED.url, {
      play: (request, response) => {
        request.socket.once("close", closed.resolve);
        response.writeHead(404);
        const more = (): void => void (response.destroyed || response.write(FILL, more));
        more();
      },
    });
    const { ask } = testFetcher({ limits: { bodyBytes: 1e9, timeoutMs: 60_000, redirects: 5 } });
    expect(errorOf(await ask({ url: server.url + FEED.url }))).toMatchObject({ status: 404 });
    await closed.promise;
  });

  it("is not waited for to the time-out", async () => {
    const server = await testServer();
    const closed = Promise.withResolvers<void>();
    server.set(FEED.url, {
      play: (request, response) => {
        request.socket.once("close", closed.resolve);
        response.writeHead(404, { "Content-Length": 5 }).flushHeaders();
      },
    });
    expect(errorOf(await testFetcher().ask({ url: server.url + FEED.url }))).toMatchObject({
      status: 404,
    });
    await closed.promise;
  });

  it("may break off", async () => {
    const server = await testServer();
    server.set(FEED.url, { play: ({ socket }) => void socket.end(`${HEAD("404")}5\r\nab`) });
    expect(errorOf(await testFetcher().ask({ url: server.url + FEED.url }))).toMatchObject({
      status: 404,
    });
  });
});

it("waits for the response that follows informational ones", async () => {
  const server = await testServer();
  server.set(FEED.url, {
    play: (_, response) => {
      response.writeEarlyHints({ link: "</style.css>; rel=preload; as=style" });
      response.end("<rss/>");
    },
  });
  expect(textOf(await testFetcher().ask({ url: server.url + FEED.url }))).toBe("<rss/>");
});

it.each([
  ["breaks off", "5\r\nab"],
  ["is not HTTP", "5\r\nhello\r\nxyz\r\n"],
])("fails for a body that %s in the packet of its head", async (_, body) => {
  const server = await testServer();
  server.set(FEED.url, { play: ({ socket }) => void socket.end(HEAD("200") + body) });
  const { kind } = errorOf(await testFetcher().ask({ url: server.url + FEED.url }));
  expect(["truncated", "network"]).toContain(kind);
});

it("rejects with the reason when it is aborted while it connects, and sends nothing", async () => {
  const server = await testServer();
  const { dispatcher, socket, connected } = slowlyConnecting(Number(new URL(server.url).port));
  const sent = sendGet(new URL(FEED.url, server.url), {
    ...{ dispatcher, headers: { accept: "*/*" } },
    wantsBody: () => true,
  });
  sent.abort(new Error("too late"));
  await expect(sent.response).rejects.toThrow("too late");
  const open = await socket;
  const closed = new Promise((resolve) => open.once("close", resolve));
  connected();
  await closed;
  expect(server.requests()).toEqual([]);
});

/** Hands its socket over when `connected` is called. */
function slowlyConnecting(port: number) {
  const socket = Promise.withResolvers<Socket>();
  const handedOver = Promise.withResolvers<void>();
  const dispatcher = new Agent({
    async connect(_, callback) {
      const opened = connect(port, "127.0.0.1");
      await once(opened, "connect");
      socket.resolve(opened);
      await handedOver.promise;
      callback(null, opened);
    },
  });
  onTestFinished(() => dispatcher.destroy());
  return { dispatcher, socket: socket.promise, connected: handedOver.resolve };
}

const FILL = Buffer.alloc(16_384, " ");
const HEAD = (status: string): string =>
  `HTTP/1.1 ${status} said\r\nTransfer-Encoding: chunked\r\n\r\n`;
