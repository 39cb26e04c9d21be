import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Desk, layDesk } from "../support/desk.ts";
import { jsonLines, type Run } from "../support/offprint.ts";
import { runHere } from "../support/run-here.ts";
import { rssFeed, sampleItem } from "../support/sample-feed.ts";

const NOON = Date.UTC(2026, 1, 17, 12);

let desk: Desk;
let target: string;

const copy = (...args: string[]): Promise<Run> =>
  runHere(["store", "copy", "--from", desk.database, "--to", `file:${target}`, ...args]);

beforeAll(async () => {
  desk = layDesk({ sources: [{ id: "news", folder: "news" }] });
  target = join(desk.folder, "copy.db");
  const items = ["alpha", "beta"].map((name, n) => sampleItem(name, NOON + n * 60_000));
  desk.write("news/feed.xml", rssFeed("News", items));
  await runHere(["ingest", "--all", "--config", desk.config]);
});

afterAll(() => desk.remove());

// One story, in order: each test goes on where the one before it stopped.
describe("offprint store copy", () => {
  it("says what it copied, that both are equal, and what to do next", async () => {
    const { code, stdout, stderr } = await copy();
    expect([code, stderr]).toEqual([0, ""]);
    expect(stdout).toMatch(/^source: 1 rows copied$/m);
    expect(stdout).toMatch(/^article: 2 rows copied$/m);
    expect(stdout).toMatch(/^\d+ rows are equal in both, by number and SHA-256 of each table$/m);
    expect(stdout).toMatch(/do not run the former one any more\n$/);
  });

  it("makes a desk that lists the same articles", async () => {
    const list = async (database: string) =>
      jsonLines(
        await runHere(["articles", "--json", "--config", desk.config], {
          environment: { DATABASE_URL: database },
        }),
      );
    expect(await list(target)).toHaveLength(2);
    expect(await list(target)).toEqual(await list(desk.database));
  });

  it("refuses to copy into it again", async () => {
    expect(await copy()).toEqual({
      code: 1,
      stdout: "",
      stderr: expect.stringMatching(/^offprint: \S+copy\.db is the same desk: [^\n]*--verify\.\n$/),
    });
  });

  it("compares both with --verify, a line for each table with --json", async () => {
    expect(await copy("--verify")).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/^\d+ rows are equal in both[^\n]*\n$/),
    });
    const lines = jsonLines<{ step: string; table?: string }>(await copy("--verify", "--json"));
    expect(lines).toContainEqual({
      step: "compared",
      table: "article",
      from: { rows: 2, sha256: expect.stringMatching(/^[0-9a-f]{64}$/) },
      to: { rows: 2, sha256: expect.stringMatching(/^[0-9a-f]{64}$/) },
      firstDifference: null,
    });
    expect(lines.at(-1)).toMatchObject({ step: "end", result: "equal" });
  });

  it("names what differs, with exit code 1", async () => {
    const [{ id = "" } = {}] = jsonLines<{ id: string }>(
      await runHere(["articles", "--json", "--config", desk.config]),
    );
    await runHere(["withdraw", id, "--config", desk.config]);
    const { code, stdout, stderr } = await copy("--verify");
    expect(code).toBe(1);
    expect(stdout).toMatch(
      /^cluster differs, first at \["[\w-]+"\]: 2 rows in the source, 2 in the copy$/m,
    );
    expect(stderr).toBe("offprint: the copy differs from its source\n");
  });
});

it("an argument that is no database is refused, and not repeated", async () => {
  const args = ["store", "copy", "--from", desk.database, "--to", "postgres:secret"];
  expect(await runHere(args)).toEqual({
    code: 1,
    stdout: "",
    stderr: expect.stringMatching(
      /^offprint: --to: this is no address of a PostgreSQL database[^\n]*\n$/,
    ),
  });
});
