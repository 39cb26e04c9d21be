import { createServer } from "node:net";
import { expect, it, onTestFinished, vi } from "vitest";
import type { Log } from "../../src/adapters/log.ts";
import { openHealthPort, UNASKED } from "../../src/service/health-port.ts";

const said: unknown[] = [];
const log = { info: (fields: unknown) => said.push(fields), error: vi.fn() } as unknown as Log;

const open = (port: string | undefined) =>
  openHealthPort({
    ...{ role: "publish", host: "127.0.0.1", log },
    io: { environment: port === undefined ? {} : { HEALTH_PORT: port } },
  });

it("does not listen unless it is asked to", async () => {
  expect(await open(undefined)).toEqual({ ok: true, value: UNASKED });
});

it.each(["a", "-1", "65536", "80.5"])("refuses the port %s", async (port) => {
  expect(await open(port)).toEqual({
    ok: false,
    error: `HEALTH_PORT is ${port}: expected a number from 0 to 65535`,
  });
});

it("names a port that is taken", async () => {
  const other = createServer();
  onTestFinished(() => void other.close());
  await new Promise<void>((resolve) => other.listen(0, "127.0.0.1", resolve));
  const { port } = other.address() as { readonly port: number };
  const opened = await open(String(port));
  expect(opened).toMatchObject({ ok: false, error: expect.stringContaining(String(port)) });
});

it("is not ready before its role says so, and tells whether it publishes", async () => {
  const opened = await open("0");
  if (!opened.ok) throw new Error(opened.error);
  onTestFinished(opened.value.close);
  const { url } = said.at(-1) as { readonly url: string };
  const ask = async (path: string) => {
    const answer = await fetch(url + path);
    return `${answer.status} ${await answer.text()}`;
  };
  expect(await ask("/readyz")).toBe('503 {"ready":false,"role":"publish","state":"starting"}\n');
  opened.value.is({ isReady: true, state: "standing-by" });
  expect(await ask("/readyz")).toBe('200 {"ready":true,"role":"publish","state":"standing-by"}\n');
  expect(await ask("/metrics")).toContain("\noffprint_publishing 0\n");
  opened.value.publishing(true);
  opened.value.failed();
  const text = await ask("/metrics");
  expect(text).toContain("\noffprint_publishing 1\n");
  expect(text).toContain("\noffprint_publish_failures_total 1\n");
});
