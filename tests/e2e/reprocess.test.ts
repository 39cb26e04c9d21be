import { spawn } from "node:child_process";
import { once } from "node:events";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { type Desk, layDesk } from "../support/desk.ts";
import { jsonLines, LAUNCHER, runOffprint } from "../support/offprint.ts";
import { rssFeed, sampleItem } from "../support/sample-feed.ts";

// Processes start here, on machines that do much else.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

/** Several batches. */
const MANY = 400;

let desk: Desk;

beforeAll(async () => {
  desk = layDesk({ sources: ["few", "many"].map((id) => ({ id, folder: id })) });
  desk.write("few/feed.xml", rssFeed("Few", [sampleItem("few")]));
  const items = Array.from({ length: MANY }, (_, index) => sampleItem(`many${index}`));
  desk.write("many/feed.xml", rssFeed("Many", items));
  await runOffprint(["ingest", "--config", desk.config]);
});

afterAll(() => desk.remove());

it("reprocessing ends between two batches on Ctrl-C, and can simply be run again", async () => {
  const child = spawn(process.execPath, [LAUNCHER, "reprocess", "--config", desk.config]);
  let stderr = "";
  child.stderr.on("data", (chunk: Buffer) => {
    stderr += chunk;
  });
  // The first source is done: the second has begun.
  child.stdout.once("data", () => child.kill("SIGINT"));
  const [code] = (await once(child, "close")) as [number | null];
  const [, done, all] = /stopped after (\d+) of (\d+) articles: run it again/.exec(stderr) ?? [];

  expect(code).toBe(130);
  expect(Number(all)).toBe(MANY + 1);
  expect(Number(done)).toBeLessThan(MANY);

  const again = await runOffprint(["reprocess", "--json", "--config", desk.config]);
  expect(again.code).toBe(0);
  expect(jsonLines(again).at(-1)).toMatchObject({ articles: MANY + 1, failed: 0 });
});
