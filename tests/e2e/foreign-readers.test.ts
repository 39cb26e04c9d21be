import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { entriesOf } from "../support/read-service.ts";
import { type SampleService, startOnSamples } from "../support/samples.ts";

// Processes start here, on machines that do much else.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const run = promisify(execFile);
/** The system's own: feedparser is a package of the distribution. */
const PYTHON = "/usr/bin/python3";

const hasFeedparser = await works(PYTHON, ["-c", "import feedparser"]);
const hasNewsboat = hasFeedparser && (await works("newsboat", ["-v"]));
const isRequired = process.env["CI"] === "true";

let service: SampleService;
let titles: readonly string[];

beforeAll(async () => {
  if (!hasFeedparser && !isRequired) return;
  service = await startOnSamples();
  titles = (await entriesOf(service.url)).map(({ title }) => title);
});

afterAll(() => service?.close());

describe.runIf(hasFeedparser || isRequired)("feedparser", () => {
  it.each(["rss.xml", "atom.xml"])(
    "finds nothing wrong with %s and reads the titles in order",
    async (name) => {
      expect(await titlesRead(["read-with-feedparser.py"], name)).toEqual(titles);
    },
  );
});

describe.runIf(hasNewsboat || isRequired)("newsboat", () => {
  it.each(["rss.xml", "atom.xml"])("subscribes to %s and stores the titles", async (name) => {
    const read = await titlesRead(
      ["../../scripts/clients/read-with-newsboat.py", "--titles"],
      name,
    );
    expect(read.toSorted()).toEqual(titles.toSorted());
  });
});

describe.skipIf(hasNewsboat || isRequired)("newsboat or feedparser", () => {
  it.skip("(not installed: apt install newsboat python3-feedparser)");
});

async function titlesRead(
  [script, ...options]: readonly [string, ...string[]],
  name: string,
): Promise<readonly string[]> {
  const path = fileURLToPath(new URL(script, import.meta.url));
  const { stdout } = await run(PYTHON, [path, ...options, `${service.url}/${name}`]);
  return stdout.trimEnd().split("\n");
}

async function works(program: string, args: readonly string[]): Promise<boolean> {
  return run(program, args).then(
    () => true,
    () => false,
  );
}
