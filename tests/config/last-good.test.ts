import { rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { isCronExpression } from "../../src/adapters/cron.ts";
import { readOpml } from "../../src/adapters/markup/read-opml.ts";
import { createLastGood, lastGoodPath, readLastGood } from "../../src/config/last-good.ts";
import { loadConfig } from "../../src/config/load-config.ts";
import type { ReadText } from "../../src/config/read-text.ts";
import { valid, writeConfig } from "./configuration.ts";

const LIST = '<opml><body><outline xmlUrl="https://a.test/feed"/></body></opml>';
const YAML = "site: { title: Good }\nsources: [{ opml: list.opml }]\n";

const loadBy = (file: string, readText: ReadText) =>
  loadConfig({ file, environment: {}, readOpml, isCronExpression, readText });

it("keeps the file and its lists beside them, for the owner alone", () => {
  const { folder, file } = writeConfig(YAML, { "list.opml": LIST });
  const lastGood = createLastGood();
  valid(loadBy(file, lastGood.read));
  lastGood.keep();

  expect(lastGoodPath(file)).toBe(join(folder, ".offprint.last-good.yaml"));
  expect(statSync(lastGoodPath(file)).mode & 0o777).toBe(0o600);

  writeFileSync(file, "site: [");
  rmSync(join(folder, "list.opml"));
  const kept = valid(loadBy(file, readLastGood));
  expect([kept.file, kept.site.title, kept.sources.length]).toEqual([file, "Good", 1]);
});

it("keeps what was checked, not what was edited meanwhile", () => {
  const { file } = writeConfig("site: { title: Good }\n");
  const lastGood = createLastGood();
  valid(loadBy(file, lastGood.read));
  writeFileSync(file, "site: [");
  lastGood.keep();

  expect(valid(loadBy(file, readLastGood)).site.title).toBe("Good");
});

it.each(["", " \n"])(
  "takes no file that was emptied after it was good (%j) for a configuration",
  (rest) => {
    const { file } = writeConfig("site: { title: Good }\n");
    const lastGood = createLastGood();
    valid(loadBy(file, lastGood.read));
    lastGood.keep();
    writeFileSync(file, rest);

    expect(loadBy(file, lastGood.read)).toMatchObject({
      ok: false,
      error: [{ message: expect.stringMatching(/is empty, and was not before.*\{\}/) }],
    });
    lastGood.keep();
    expect(valid(loadBy(file, readLastGood)).site.title).toBe("Good");
    writeFileSync(file, "{}");
    valid(loadBy(file, lastGood.read));
  },
);

it("takes an empty file that never was another for a configuration of defaults", () => {
  valid(loadBy(writeConfig("").file, createLastGood().read));
});
