import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { liveHeapOf, tellingHeap } from "../../bench/service/live-heap.ts";

const MB = 1_000_000;
/** Keeps 40 MB, makes 40 more that nothing keeps, says so, and waits. */
const PROGRAM = `
  const make = () => new Array(5e6).fill(0);
  globalThis.kept = make(); make(); console.log("ready"); setInterval(() => {}, 1000);`;

it("tells what a process keeps, and not what it has only not collected yet", async () => {
  const folder = mkdtempSync(join(tmpdir(), "offprint-heap-"));
  const child = spawn(process.execPath, [...tellingHeap(folder), "-e", PROGRAM]);
  try {
    await once(child.stdout, "data");
    const live = await liveHeapOf([child.pid ?? 0], folder);
    expect(live / MB).toBeGreaterThan(40);
    expect(live / MB).toBeLessThan(60);
  } finally {
    child.kill("SIGKILL");
    await once(child, "exit");
    rmSync(folder, { recursive: true, force: true });
  }
});
