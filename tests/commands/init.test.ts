import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { runHere } from "../support/run-here.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

it.each([
  [[], 4],
  [["--empty"], 0],
])("makes a configuration that is valid (%j)", async (flags, sources) => {
  const config = join(temporaryFolder(), "data", "offprint.yaml");
  const made = await runHere(["init", ...flags, "--json", "--config", config]);
  const checked = await runHere(["config", "check", "--config", config]);

  expect([made.code, JSON.parse(made.stdout)]).toEqual([0, { file: config }]);
  expect(checked).toMatchObject({ code: 0, stderr: "" });
  expect(checked.stdout).toContain(`${sources} sources, `);
});

it("never touches one that is there", async () => {
  const config = join(temporaryFolder(), "offprint.yaml");
  await runHere(["init", "--empty", "--config", config]);
  const again = await runHere(["init", "--config", config]);

  expect([again.code, again.stderr]).toEqual([1, expect.stringContaining("is there already")]);
  expect(readFileSync(config, "utf8")).toContain("sources: []");
});
