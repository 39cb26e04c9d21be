import { once } from "node:events";
import {
  Agent,
  createServer,
  get,
  type IncomingMessage,
  type RequestListener,
  type ServerResponse,
} from "node:http";
import { type AddressInfo, connect, type Socket } from "node:net";
import { describe, expect, it, onTestFinished } from "vitest";
import { createDocumentCache } from "../../src/http/feeds/documents.ts";
import { createHttpServer, type HttpServer, type HttpServerDeps } from "../../src/http/server.ts";
import { sendRaw, siteForTest } from "./running-site.ts";

const LOOPBACK = { host: "127.0.0.1", port: 0 };
/** A grace that a test would not outlive. */
const FOR_EVER = 600_000;

type Options = Pick<HttpServerDeps, "stalledMs">;

function serverFor(app: RequestListener, options: Options = {}): HttpServer {
  const onSocketError = (error: Error): void => expect.fail(error.message);
  const server = createHttpServer({ cache: createDocumentCache(), app, onSocketError, ...options });
  onTestFinished(() => server.close(0));
  return server;
}

async function startedFor(
  app: RequestListener,
  options: Options = {},
): Promise<{ server: HttpServer; url: string }> {
  const server = serverFor(app, options);
  const listening = await server.listen(LOOPBACK);
  return { server, url: listening.ok ? listening.value.url : expect.fail("does not listen") };
}

describe("listening", () => {
  it("says which port is taken and what to do", async () => {
    const other = createServer().listen(0, "127.0.0.1");
    onTestFinished(() => void other.close());
    await once(other, "listening");
    const { port } = other.address() as AddressInfo;

    const result = await serverFor(() => {}).listen({ host: "127.0.0.1", port });
    expect(result).toMatchObject({ ok: false, error: { kind: "port-taken", port } });
    expect(!result.ok && result.error.message).toContain(`Port ${port} is taken`);
  });

  it("says that an address is not one of this machine, and can then try another", async () => {
    const server = serverFor(() => {});

    const refused = await server.listen({ host: "192.0.2.1", port: 0 });
    expect(refused).toMatchObject({ ok: false, error: { kind: "bad-address" } });
    expect(await server.listen(LOOPBACK)).toMatchObject({ ok: true });
  });
});

it("a client that has said all it will say is answered when the answer is ready", async () => {
  const server = serverFor((_, response) => void setTimeout(() => response.end("late"), 20));
  const listening = await server.listen(LOOPBACK);
  if (!listening.ok) expect.fail("does not listen");
  const socket = connect({ port: listening.value.port, host: "127.0.0.1", allowHalfOpen: true });
  socket.end("GET / HTTP/1.1\r\nHost: desk.example\r\n\r\n");
  const chunks: Buffer[] = [];
  socket.on("data", (chunk: Buffer) => chunks.push(chunk));
  await once(socket, "end");
  expect(Buffer.concat(chunks).toString()).toContain("late");
});

describe("a client that reads nothing", () => {
  it("is let go, however many requests it pipelines", async () => {
    const served = Promise.withResolvers<Socket>();
    const { server, url } = await startedFor(
      (request, response) => {
        served.resolve(request.socket);
        response.end(Buffer.alloc(1_000_000));
      },
      { stalledMs: 50 },
    );
    const client = connect(Number(new URL(url).port), "127.0.0.1")
      .pause()
      .on("error", () => {});
    onTestFinished(() => void client.destroy());
    client.write("GET / HTTP/1.1\r\nHost: a\r\n\r\n".repeat(200));

    await once(await served.promise, "close");
    await server.close(0);
  });
});

describe("closing", () => {
  it("finishes what is in flight and answers nobody new", async () => {
    const arrived = Promise.withResolvers<ServerResponse>();
    const { server, url } = await startedFor((_, response) => arrived.resolve(response));
    const answer = fetch(url);
    const response = await arrived.promise;

    const closed = server.close();
    await expect(fetch(url)).rejects.toThrow();
    response.end("whole");

    expect(await (await answer).text()).toBe("whole");
    await closed;
  });

  it("does not wait for a client that keeps its connection", async () => {
    const { server, url } = await startedFor((_, response) => void response.end("x"));
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    onTestFinished(() => agent.destroy());
    const [answer] = (await once(get(url, { agent }), "response")) as [IncomingMessage];
    await once(answer.resume(), "end");

    await expect(server.close(FOR_EVER)).resolves.toBeUndefined();
  });

  it("ends the connection of the answer that was in flight", async () => {
    const arrived = Promise.withResolvers<ServerResponse>();
    const { server, url } = await startedFor((_, response) => arrived.resolve(response));
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    onTestFinished(() => agent.destroy());
    const answered = once(get(url, { agent }), "response") as Promise<[IncomingMessage]>;
    const response = await arrived.promise;

    const closed = server.close(FOR_EVER);
    response.end("x");
    const [answer] = await answered;
    await once(answer.resume(), "end");
    await expect(closed).resolves.toBeUndefined();
  });

  it("cuts off what takes longer than the grace", async () => {
    const arrived = Promise.withResolvers<ServerResponse>();
    const { server, url } = await startedFor((_, response) => arrived.resolve(response));
    const answer = fetch(url).catch((error: unknown) => error);
    await arrived.promise;
    await server.close(50);

    expect(await answer).toBeInstanceOf(Error);
  });

  it("can be asked for twice, and before it ever listened", async () => {
    const { server } = await startedFor(() => {});
    await Promise.all([server.close(), server.close()]);
    await server.close();
    await serverFor(() => {}).close();
  });
});

describe("a request that is none", () => {
  it.each([
    ["two hosts", "GET / HTTP/1.1\r\nHost: a.example\r\nhost: b.example\r\n\r\n", 400],
    ["no host", "GET / HTTP/1.1\r\n\r\n", 400],
    ["a host that is none", "GET / HTTP/1.1\r\nHost: a b\r\n\r\n", 400],
    ["a host with a path", "GET / HTTP/1.1\r\nHost: a/b\r\n\r\n", 400],
    ["a host in brackets that is no address", "GET / HTTP/1.1\r\nHost: [x]\r\n\r\n", 400],
    ["an address in brackets that is none", "GET / HTTP/1.1\r\nHost: [:::]\r\n\r\n", 400],
    ["a host with an escape that is none", "GET / HTTP/1.1\r\nHost: %zz\r\n\r\n", 400],
    ["a host with a cut escape", "GET / HTTP/1.1\r\nHost: a%2\r\n\r\n", 400],
    ["a host with an escape", "GET / HTTP/1.1\r\nHost: a%41\r\nConnection: close\r\n\r\n", 200],
    ["an IPv6 address", "GET / HTTP/1.1\r\nHost: [::1]:80\r\nConnection: close\r\n\r\n", 200],
    ["a name of compose", "GET / HTTP/1.1\r\nHost: my_desk:80\r\nConnection: close\r\n\r\n", 200],
    ["no HTTP", "HELLO\r\n\r\n", 400],
    ["a space in the target", "GET /a b HTTP/1.1\r\nHost: a\r\n\r\n", 400],
    [
      "two lengths",
      "GET / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nx",
      400,
    ],
    [
      "a length and chunks",
      "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
      400,
    ],
    ["a NUL in a header", "GET / HTTP/1.1\r\nHost: a\r\nX: \0\r\n\r\n", 400],
    ["headers of 20 kB", `GET / HTTP/1.1\r\nHost: a\r\nX: ${"x".repeat(20_000)}\r\n\r\n`, 431],
    ["a target of 20 kB", `GET /${"x".repeat(20_000)} HTTP/1.1\r\nHost: a\r\n\r\n`, 431],
    [
      "a target without a slash",
      "GET nothing HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n",
      400,
    ],
    ["every target", "OPTIONS * HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n", 400],
  ])("with %s", async (_, request, status) => {
    const { port, failures } = await siteForTest();

    expect(await sendRaw(port, request)).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
    expect(failures).toEqual([]);
  });
});
