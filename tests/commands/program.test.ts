import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Desk, layDesk } from "../support/desk.ts";
import { runHere } from "../support/run-here.ts";

let desk: Desk;

beforeAll(() => {
  desk = layDesk();
});

afterAll(() => desk.remove());

describe("help", () => {
  it("names every command, and ends well", async () => {
    const help = await runHere(["--help"]);

    expect([help.code, help.stderr]).toEqual([0, ""]);
    const names = ["serve", "ingest", "inspect", "articles", "clusters", "config"];
    for (const name of [...names, "removed", "reprocess"]) {
      expect(help.stdout).toMatch(new RegExp(`^  ${name}\\b.*\\w`, "m"));
    }
  });

  it.each([
    ["serve", ["--role", "--config"]],
    ["ingest", ["--all", "--source", "--json", "--config"]],
    ["inspect", ["--as", "--base-url", "--content-type", "--files-from", "--json"]],
    ["articles", ["--limit", "--json"]],
    ["clusters", ["--json"]],
    ["removed", ["--keep", "--keep-all", "--undo", "--json"]],
    ["reprocess", ["--source", "--json"]],
    ["publish", ["--to", "--json"]],
    ["store", ["copy"]],
  ])("of %s names its options", async (command, options) => {
    const help = await runHere([command, "--help"]);

    expect(help.code).toBe(0);
    for (const option of options) expect(help.stdout).toContain(option);
  });

  it("says the version", async () => {
    expect(await runHere(["--version"])).toEqual({ code: 0, stdout: "1.2.3\n", stderr: "" });
  });
});

describe("wrong usage", () => {
  it.each([
    ["an unknown command", ["proclaim"], /unknown command 'proclaim'/],
    ["an unknown option", ["articles", "--jsn"], /unknown option '--jsn'/],
    ["an unknown role", ["serve", "--role", "queen"], /'queen' is invalid/],
    ["a limit that is no number", ["articles", "--limit", "few"], /whole number from 1/],
    ["a limit of nothing", ["articles", "--limit", "0"], /whole number from 1/],
    ["an option without its value", ["ingest", "--source"], /argument missing/],
    ["an argument too many", ["clusters", "all"], /too many arguments/],
    ["nothing to inspect", ["inspect"], /no input/],
    ["no command", [], /Usage: offprint/],
  ])("is 2 for %s, said on standard error", async (_, args, message) => {
    const { code, stdout, stderr } = await runHere(args);

    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toMatch(message);
  });
});

describe("the configuration that counts", () => {
  it.each([
    ["--config before the command", (file: string) => ["--config", file, "config", "check"]],
    ["--config after the command", (file: string) => ["config", "check", "--config", file]],
    ["--config between both", (file: string) => ["config", "--config", file, "check"]],
  ])("is named by %s", async (_, args) => {
    const run = await runHere(args(desk.config), { environment: { OFFPRINT_CONFIG: "other" } });

    expect(run).toMatchObject({ code: 0, stderr: "" });
    expect(run.stdout).toContain(`${desk.config} is valid`);
  });

  it("is named by OFFPRINT_CONFIG where no option does", async () => {
    const run = await runHere(["config", "check"], {
      environment: { OFFPRINT_CONFIG: desk.config },
    });

    expect(run.stdout).toContain(`${desk.config} is valid`);
  });
});

describe("a LOG_LEVEL that is none", () => {
  it.each(["reprocess", "articles", "clusters", "ingest", "serve", "removed x", "config check"])(
    "is one line and the exit code 1 for %s",
    async (command) => {
      const run = await runHere(command.split(" "), { environment: { LOG_LEVEL: "loud" } });
      expect([run.code, run.stdout]).toEqual([1, ""]);
      expect(run.stderr).toMatch(/^offprint: LOG_LEVEL is loud: expected one of .*\n$/);
    },
  );

  it("keeps nobody from the help", async () => {
    const run = await runHere(["reprocess", "--help"], { environment: { LOG_LEVEL: "loud" } });
    expect(run.code).toBe(0);
  });
});
