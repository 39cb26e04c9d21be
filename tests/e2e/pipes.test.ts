import { spawn } from "node:child_process";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { type Desk, layDesk } from "../support/desk.ts";
import { LAUNCHER, runOffprint } from "../support/offprint.ts";
import { rssFeed, sampleItem } from "../support/sample-feed.ts";

// Processes start here, on machines that do much else.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let desk: Desk;

// More than a pipe holds, so that the writer meets the closed end.
beforeAll(async () => {
  desk = layDesk({ sources: [{ id: "news", folder: "news" }] });
  const items = Array.from({ length: 200 }, (_, n) => sampleItem(`item${n}`));
  desk.write("news/feed.xml", rssFeed("News", items));
  await runOffprint(["ingest", "--config", desk.config]);
});

afterAll(() => desk.remove());

it.each(["articles", "clusters"])("%s ends without a word when `head` has enough", async (name) => {
  const command = `"${process.execPath}" "${LAUNCHER}" ${name} --json --config "${desk.config}"`;

  const { stdout, stderr } = await shell(`${command} | head -n 1; ${command} | wc -l`);

  expect(stderr).toBe("");
  const [first = "", count = ""] = stdout.trim().split("\n");
  expect(JSON.parse(first)).toHaveProperty("id");
  expect(Number(count)).toBe(200);
});

function shell(script: string): Promise<{ stdout: string; stderr: string }> {
  return new Promise((resolve) => {
    const child = spawn("sh", ["-c", script], { stdio: ["ignore", "pipe", "pipe"] });
    const out = { stdout: "", stderr: "" };
    for (const name of ["stdout", "stderr"] as const) {
      child[name].setEncoding("utf8").on("data", (chunk: string) => {
        out[name] += chunk;
      });
    }
    child.once("close", () => resolve(out));
  });
}
