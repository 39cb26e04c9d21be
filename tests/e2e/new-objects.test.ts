import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, it } from "vitest";

const launcher = fileURLToPath(new URL("../../bin/offprint.js", import.meta.url));

/** Makes objects that live for a while, as an ingest does, and prints the megabytes that V8 gives to new ones. */
const churn = `
  import { getHeapSpaceStatistics } from "node:v8";
  process.once("exit", () => {
    let alive = [];
    for (let n = 0; n < 1_000_000; n += 1) { alive.push([n]); if (n % 100_000 === 0) alive = []; }
    const space = getHeapSpaceStatistics().find(({ space_name }) => space_name === "new_space");
    console.error(space.space_size / 1024 / 1024);
  });`;

async function megabytesOfNewObjects(command: string): Promise<number> {
  const preload = `data:text/javascript,${encodeURIComponent(churn)}`;
  const args = ["--import", preload, launcher, command, "--help"];
  const { stderr } = await promisify(execFile)(process.execPath, args);
  return Number(stderr.trim());
}

it("gives a command eight megabytes for new objects, twice", async () => {
  expect(Math.round((await megabytesOfNewObjects("ingest")) / 8)).toBe(2);
});

it("gives the first thread of a service one megabyte for new objects, twice", async () => {
  expect(await megabytesOfNewObjects("serve")).toBeLessThan(6);
});
