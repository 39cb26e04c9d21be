import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, it, onTestFinished } from "vitest";
import { createLateListener } from "../../src/http/late-listener.ts";

/** A server whose listener the test brings later. */
async function aServer() {
  const loading = Promise.withResolvers<RequestListener>();
  const server = createServer(createLateListener(loading.promise));
  onTestFinished(() => void server.close());
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return { ...loading, ask: () => fetch(`http://127.0.0.1:${port}/`) };
}

it("requests that come before the listener wait for it, and later ones do not", async () => {
  const { resolve, ask } = await aServer();
  const early = ask();
  resolve((_, response) => void response.end("here"));
  expect(await (await early).text()).toBe("here");
  expect(await (await ask()).text()).toBe("here");
});

it("a listener that cannot be loaded cuts off who waits", async () => {
  const { reject, ask } = await aServer();
  const early = ask();
  reject(new Error("not installed"));
  await expect(early).rejects.toThrow();
});
