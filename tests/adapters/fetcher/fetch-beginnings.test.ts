import { expect, it } from "vitest";
import { ENCODINGS } from "../../support/encodings.ts";
import { fetchedOf, testFetcher, testServer, textOf } from "./test-fetcher.ts";

const FILE = "0123456789".repeat(50_000);
const LIMITS = { bodyBytes: 200_000, timeoutMs: 5_000, redirects: 5 };

it("of a file is all that is asked for", async () => {
  const server = await testServer();
  const headers = { "Content-Range": "bytes 0-11/500000" };
  server.set("/a", { status: 206, headers, body: FILE.slice(0, 12), contentType: "image/png" });
  const answer = await testFetcher().ask({ url: `${server.url}/a`, firstBytes: 12 });
  expect(textOf(answer)).toBe("012345678901");
  expect(fetchedOf(answer)).toMatchObject({ contentType: "image/png" });
  expect(server.requests()[0]?.headers).toMatchObject({
    ...{ range: "bytes=0-11", "accept-encoding": "identity" },
  });
});

it("is all that is read of a server that sends the whole, however large", async () => {
  const server = await testServer();
  server.set("/a", { body: FILE });
  const { ask } = testFetcher({ limits: LIMITS });
  expect(textOf(await ask({ url: `${server.url}/a`, firstBytes: 12 }))).toBe("012345678901");
});

it.each(ENCODINGS)("is decoded from %s, which nobody asked for", async (encoding) => {
  const server = await testServer();
  server.set("/a", { body: FILE.slice(0, 900), encoding });
  const { ask } = testFetcher({ limits: LIMITS });
  expect(textOf(await ask({ url: `${server.url}/a`, firstBytes: 12 }))).toBe("012345678901");
});

it("is nothing that an ordinary request takes for the whole", async () => {
  const server = await testServer();
  server.set("/a", { status: 206, body: "0123" });
  const answer = await testFetcher().ask({ url: `${server.url}/a` });
  expect(answer).toMatchObject({ ok: false, error: { error: { status: 206 } } });
});
