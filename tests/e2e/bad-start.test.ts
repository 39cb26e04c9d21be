import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:net";
import Database from "better-sqlite3";
import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from "vitest";
import { type Desk, layDesk } from "../support/desk.ts";
import { runOffprint, startWebRole } from "../support/offprint.ts";
import { until } from "../support/until.ts";

// Processes start here, on machines that do much else.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let desk: Desk;

beforeAll(() => {
  desk = layDesk();
});

afterAll(() => desk.remove());

/** One line, as a person reads it. */
const ONE_LINE = /^[^\n]+\n$/;

describe("a wrong configuration", () => {
  const text = `site:
  title: A desk
  url: not a URL
sources:
  - id: Big Letters
    url: https://source.test/
  - id: fine
    url: https://source.test/
    every: soon
`;

  it.each(["serve", "ingest", "articles"])(
    "stops %s with the line, the key and what was expected",
    async (command) => {
      const file = desk.write("wrong.yaml", text);

      const run = await runOffprint([command, "--config", file]);

      expect(run.code).toBe(1);
      expect(run.stdout).toBe("");
      expect(run.stderr.trimEnd().split("\n")).toEqual([
        `${file}:3: site.url: expected an absolute http or https URL`,
        `${file}:5: sources[0].id: expected small letters, digits and hyphens (at most 64)`,
        `${file}:9: sources[1].every: expected a duration such as "90s", "15m", "2h" or "1d"`,
      ]);
    },
  );

  it("is said when there is none", async () => {
    const run = await runOffprint(["serve", "--config", "none.yaml"], { cwd: desk.folder });

    expect(run).toMatchObject({ code: 1, stdout: "" });
    expect(run.stderr).toMatch(/there is no file .*none\.yaml/);
    expect(run.stderr).toMatch(ONE_LINE);
  });
});

describe("a taken port", () => {
  let other: Server;
  let port: number;

  beforeAll(async () => {
    other = createServer();
    await new Promise<void>((resolve) => other.listen(0, "127.0.0.1", resolve));
    ({ port } = other.address() as { port: number });
  });

  afterAll(() => void other.close());

  it("stops the start with one line, also when PORT asks for it", async () => {
    const run = await runOffprint(["serve", "--config", desk.config], {
      environment: { PORT: String(port) },
    });

    expect(run).toMatchObject({ code: 1, stdout: "" });
    expect(run.stderr).toMatch(ONE_LINE);
    expect(run.stderr).toContain(`Port ${port} is taken by another program`);
  });
});

describe("a database that cannot be used", () => {
  const unusable: readonly (readonly [string, () => string, RegExp])[] = [
    ["in a folder that is not there", () => "no/such/folder.db", /cannot be opened/],
    ["where nobody may write", () => "/sys/offprint.db", /cannot be (opened|written)/],
    ["below a file", () => `${desk.write("a-file", "")}/offprint.db`, /cannot be opened/],
    ["that is a folder", () => ".", /cannot be opened/],
    ["that is no database", () => desk.write("notes.db", "milk, bread"), /not a SQLite database/],
    ["of another program", () => foreignDatabase(), /of another program/],
    ["that is damaged", () => damagedDatabase(), /is damaged .* restore a backup/],
  ];

  it.each(unusable)("%s stops serve with one line", async (_, lay, problem) => {
    const run = await runOffprint(["serve", "--config", desk.config], {
      environment: { DATABASE_URL: lay() },
    });

    expect([run.code, run.stdout]).toEqual([1, ""]);
    expect(run.stderr).toMatch(problem);
    expect(run.stderr).toMatch(ONE_LINE);
  });

  it.each(["ingest", "articles"])("stops %s with one line too", async (command) => {
    const run = await runOffprint([command, "--json", "--config", desk.config], {
      environment: { DATABASE_URL: damagedDatabase() },
    });

    expect([run.code, run.stdout]).toEqual([1, ""]);
    expect(run.stderr).toMatch(/damaged/);
    expect(run.stderr).toMatch(ONE_LINE);
  });

  it("that is damaged where no start looks ends serve as soon as its child has checked it", async () => {
    const environment = { DATABASE_URL: await damagedWithin() };
    const run = await runOffprint(["serve", "--config", desk.config], { environment });

    expect(run.code).toBe(1);
    expect(run.stderr).toMatch(/is damaged .* restore a backup/);
    expect(run.stderr).toMatch(ONE_LINE);
  });

  it("that is damaged where no start looks is served by a web process, which publishes nothing", async () => {
    const environment = { DATABASE_URL: await damagedWithin(), PORT: "0" };
    const web = await startWebRole(["--config", desk.config], { environment });
    onTestFinished(async () => void (await web.stop()));

    await until("it is told in /status", async () =>
      (await fetch(`${web.url}/status`).then((answer) => answer.text())).includes("is damaged"),
    );
    expect((await fetch(`${web.url}/healthz`)).status).toBe(200);
  });

  it("is left as it was", async () => {
    const file = desk.write("notes.db", "milk, bread");
    await runOffprint(["serve", "--config", desk.config], { environment: { DATABASE_URL: file } });

    expect(readFileSync(file, "utf8")).toBe("milk, bread");
  });
});

function foreignDatabase(): string {
  const file = `${desk.folder}/foreign.db`;
  const database = new Database(file);
  database.exec("CREATE TABLE IF NOT EXISTS recipe (name TEXT)");
  database.close();
  return file;
}

/** One that was used, with its last page overwritten. */
async function damagedWithin(): Promise<string> {
  const file = `${desk.folder}/within.db`;
  rmSync(file, { force: true });
  await runOffprint(["ingest", "--config", desk.config], { environment: { DATABASE_URL: file } });
  const bytes = readFileSync(file);
  writeFileSync(file, bytes.fill(0xee, bytes.length - 16_384));
  return file;
}

/** The header of a database, and nothing that is true behind it. */
function damagedDatabase(): string {
  const bytes = Buffer.alloc(8192, 0x5a);
  bytes.write("SQLite format 3\0", "latin1");
  return desk.write("damaged.db", bytes);
}
