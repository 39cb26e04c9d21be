import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import { describe, expect, it } from "vitest";
import { createLastGood } from "../../src/config/last-good.ts";
import { firstConfig } from "../../src/service/first-config.ts";
import type { Io } from "../../src/service/io.ts";
import type { ServeOptions } from "../../src/service/roles/role.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const OPTIONS: ServeOptions = { role: "all", strict: false };

function start(file: string, options: Partial<ServeOptions> = {}) {
  const lastGood = createLastGood();
  const io = { stdout: new PassThrough(), environment: { OFFPRINT_CONFIG: file } };
  const first = firstConfig({ ...OPTIONS, ...options }, io as unknown as Io, lastGood);
  return { first, keep: lastGood.keep };
}

describe("the first start", () => {
  it("makes a configuration with the samples it names", () => {
    const file = join(temporaryFolder(), "new", "offprint.yaml");
    const { first } = start(file);

    expect(first).toMatchObject({ ok: true, value: { problems: [] } });
    expect(readdirSync(join(file, "..", "samples"))).toContain("talbote");
  });

  it("makes none that the command line named: that is a mistyped name", () => {
    const config = join(temporaryFolder(), "offprnt.yaml");
    const { first } = start("unused", { config });

    expect(first).toMatchObject({
      ok: false,
      error: [{ message: expect.stringMatching(/there is no file .*init/) }],
    });
    expect(existsSync(config)).toBe(false);
  });

  it("stops when the file is broken", () => {
    const file = join(temporaryFolder(), "offprint.yaml");
    writeFileSync(file, "sources: 3\n");
    expect(start(file).first).toMatchObject({ ok: false, error: [{ line: 1, key: "sources" }] });
  });
});

describe("a start after a good one", () => {
  function broken(): string {
    const file = join(temporaryFolder(), "offprint.yaml");
    writeFileSync(file, "site: { title: Good }\n");
    start(file).keep();
    writeFileSync(file, "site: { tittle: Bad }\n");
    return file;
  }
  const LAST_GOOD = { ok: true, value: { config: { site: { title: "Good" } } } };

  it("takes the last good copy of a broken file, and says what is wrong", () => {
    const { first } = start(broken());
    expect(first).toMatchObject(LAST_GOOD);
    expect(first).toMatchObject({ value: { problems: [{ line: 1, key: "site.tittle" }] } });
  });

  it("does not where that is not wanted", () => {
    expect(start(broken(), { strict: true }).first).toMatchObject({ ok: false });
  });

  it("never puts the samples in the place of a file that is gone", () => {
    const file = broken();
    rmSync(file);
    expect(start(file).first).toMatchObject(LAST_GOOD);
    expect(existsSync(file)).toBe(false);
  });

  it("leaves the broken file as the operator has it", () => {
    const file = broken();
    start(file);
    expect(readFileSync(file, "utf8")).toBe("site: { tittle: Bad }\n");
  });
});
