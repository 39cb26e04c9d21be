import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import Database from "better-sqlite3";
import { describe, expect, it, onTestFinished } from "vitest";
import { openDatabase } from "../../../../../src/adapters/store/engine/sqlite/open-database.ts";
import {
  isToBeRepaged,
  PAGE_BYTES,
} from "../../../../../src/adapters/store/engine/sqlite/page-size.ts";
import { temporaryFolder } from "../../../../support/temporary-folder.ts";

const MODULE = fileURLToPath(
  new URL("../../../../../src/adapters/store/engine/sqlite/page-size.ts", import.meta.url),
);

/** A database of today's schema with the pages of earlier versions, and some rows. */
async function formerDatabase(rows = 10): Promise<string> {
  const file = join(temporaryFolder(), "offprint.db");
  await (await opened(file)).close();
  const database = new Database(file);
  database.pragma("journal_mode = DELETE");
  database.pragma("page_size = 16384");
  database.exec("VACUUM");
  database.pragma("journal_mode = WAL");
  const insert = database.prepare("INSERT INTO setting VALUES (?, ?)");
  database.transaction(() => {
    for (let row = 0; row < rows; row += 1) insert.run(`row ${row}`, "a".repeat(2000));
  })();
  database.close();
  return file;
}

async function opened(file: string, options = {}) {
  const result = await openDatabase(file, options);
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
}

function lookAt(file: string) {
  const database = new Database(file);
  const seen = {
    page: database.pragma("page_size", { simple: true }),
    mode: database.pragma("journal_mode", { simple: true }),
    check: database.pragma("integrity_check", { simple: true }),
    rows: database.prepare("SELECT count(*) FROM setting WHERE name LIKE 'row %'").pluck().get(),
  };
  database.close();
  return seen;
}

describe("the size of pages", () => {
  it("is brought up to date where a program begins, and nothing is lost", async () => {
    const file = await formerDatabase();
    await (await opened(file)).close();
    expect(lookAt(file)).toEqual({ page: PAGE_BYTES, mode: "wal", check: "ok", rows: 10 });
  });

  it("stays while somebody else has the database open", async () => {
    const file = await formerDatabase();
    const other = new Database(file, { readonly: true });
    other.prepare("SELECT * FROM setting").get();
    await (await opened(file)).close();
    expect(lookAt(file)).toMatchObject({ page: 16_384, mode: "wal" });
    other.close();
    await (await opened(file)).close();
    expect(lookAt(file).page).toBe(PAGE_BYTES);
  });

  it("stays where a process joins others", async () => {
    const file = await formerDatabase();
    await (await opened(file, { isChecked: true })).close();
    expect(lookAt(file).page).toBe(16_384);
  });

  it("stays on a disk without room for a copy and a journal", async () => {
    const file = await formerDatabase();
    const database = new Database(file);
    onTestFinished(() => void database.close());
    expect(isToBeRepaged(database, file, () => 1000)).toBe(false);
    expect(isToBeRepaged(database, file, () => 1e12)).toBe(true);
  });

  it("loses nothing when the process is killed meanwhile", async () => {
    const file = await formerDatabase(20_000);
    const script = `
      import Database from "better-sqlite3";
      import { repage } from ${JSON.stringify(MODULE)};
      process.stdout.write("go");
      repage(new Database(${JSON.stringify(file)}), ${JSON.stringify(file)});`;
    const child = spawn(process.execPath, ["--input-type=module", "-e", script]);
    await once(child.stdout, "data");
    await sleep(60);
    child.kill("SIGKILL");
    await once(child, "exit");
    await (await opened(file)).close();
    expect(lookAt(file)).toEqual({ page: PAGE_BYTES, mode: "wal", check: "ok", rows: 20_000 });
  });
});
